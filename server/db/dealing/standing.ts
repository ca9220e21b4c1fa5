/** How parcels stand: what they are now, what burdens them, who holds them, and which open dealings are about them. */
import { dealingStates } from '../../domain/dealing/dealing-state.ts';
import type { ParcelStanding } from '../../domain/dealing/standing.ts';
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';
import { isVerified } from './proofs.ts';

/** Rights of a parcel under the row-level security of who asks; empty for another commune. */
const RIGHTS = `coalesce((select json_agg(json_build_object('rightId', r.right_id, 'partyId', r.party_id, 'holder', p.name, 'kind', r.kind,
    'numerator', r.share_numerator, 'denominator', r.share_denominator, 'certificateSerial', r.certificate_serial, 'verified', ${isVerified('r')}, 'until', r.until,
    'leases', coalesce((select json_agg(json_build_object('leaseId', l.lease_id, 'documentNo', l.document ->> 'no', 'until', l.until) order by l.registered_at, l.lease_id)
      from rights.leased_right b join rights.lease l using (lease_id) where b.right_id = r.right_id and l.ended_at is null), '[]'::json),
    'mortgages', coalesce((select json_agg(json_build_object('mortgageId', m.mortgage_id, 'documentNo', m.document ->> 'no') order by coalesce(m.ranks_from, m.registered_at), m.mortgage_id)
      from rights.mortgaged_right b join rights.mortgage m using (mortgage_id) where b.right_id = r.right_id and m.ended_at is null), '[]'::json))
    order by p.name, r.right_id)
  from rights."right" r join party.present p using (party_id) where r.parcel_id = v.parcel_id and r.ended_at is null), '[]'::json)`;

/** A caveat whose last day has passed stops nothing any more, though nobody released it. */
const CAVEATS = `coalesce((select json_agg(json_build_object('caveatId', c.caveat_id, 'transfer', c.stops_transfer, 'mortgage', c.stops_mortgage,
    'split', c.stops_split, 'documentNo', c.document ->> 'no', 'until', c.until) order by c.registered_at, c.caveat_id)
  from rights.caveat c where c.parcel_id = v.parcel_id and c.ended_at is null
    and (c.until is null or c.until >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)), '[]'::json)`;

const RESTRICTIONS = `coalesce((select json_agg(json_build_object('restrictionId', x.restriction_id, 'kind', x.kind, 'documentNo', x.document ->> 'no')
    order by x.registered_at, x.restriction_id)
  from rights.restriction x where x.parcel_id = v.parcel_id and x.ended_at is null), '[]'::json)`;

const DEALINGS = `coalesce((select json_agg(json_build_object('dealingId', d.dealing_id, 'kind', d.kind, 'fileId', coalesce(d.file_id, d.dealing_id)) order by d.lodged_at, d.dealing_id)
  from dealing.target t join dealing.dealing d using (dealing_id)
  where t.parcel_id = v.parcel_id and d.status = any($1)), '[]'::json)`;

const PURPOSES = `coalesce((select json_agg(json_build_object('code', p.land_use_code, 'areaM2', p.area_m2::float8, 'until', p.until) order by p.ordinal)
  from cadastre.parcel_purpose p where p.parcel_id = v.parcel_id and p.version_no = v.version_no), '[]'::json)`;

/** The question, of parcels that a relation w(parcel_id, n) names in their order; $1: states of open dealings. */
const standingOf = (named: string) =>
  `select v.parcel_id as "parcelId", v.version_no as version, v.status, s.commune_code::text as "communeCode",
     s.commune_valid_from::text as "communeValidFrom", v.sheet_id as "sheetId", s.number as sheet, s.scale, v.parcel_no as no,
     v.land_use as "landUse", v.area_m2::float8 as "areaM2", v.legal_area_m2::float8 as "legalAreaM2", st_srid(v.geom_legal) as srid,
     ${PURPOSES} as purposes, ${RIGHTS} as rights, ${CAVEATS} as caveats, ${RESTRICTIONS} as restrictions, ${DEALINGS} as "openDealings"
   from ${named} as w(parcel_id, n)
   cross join lateral (select * from cadastre.parcel_version v where v.parcel_id = w.parcel_id order by v.version_no desc limit 1) v
   join cadastre.sheet s on s.sheet_id = v.sheet_id order by w.n`;

/** Nearly every dealing is about one parcel, or two. */
const FEW = 3;

/**
 * A few parcels stand one by one in the statement: of an array PostgreSQL does not know beforehand how many it has, takes ten, and plans anew each time, which takes
 * longer than the answer.
 */
function askStanding(parcelIds: readonly string[]) {
  const states = dealingStates('lodged');
  if (parcelIds.length === 0 || parcelIds.length > FEW)
    return { text: standingOf('unnest($2::uuid[]) with ordinality'), values: [states, parcelIds] };
  const rows = parcelIds.map((_, at) => `($${at + 2}::uuid, ${at + 1})`);
  return prepared(standingOf(`(values ${rows.join(', ')})`), [states, ...parcelIds]);
}

/** The parcels by their ids, in that order; what is not there is left out. */
export async function readStanding(trx: Trx, parcelIds: readonly string[]): Promise<ParcelStanding[]> {
  const { rows } = await trx.query<ParcelStanding>(askStanding(parcelIds));
  return rows;
}
