/** Who holds a parcel and what burdens it, as of an instant and as known by another, under the row-level security of who asks. */
import type {
  ParcelCaveat,
  ParcelLease,
  ParcelMortgage,
  ParcelRestriction,
  ParcelRight,
} from '../../domain/contract/parcel/parcels.ts';
import { shareText } from '../../domain/dealing/share.ts';
import type { Trx } from '../kit/transaction.ts';
import { heldAsKnown } from './as-known.ts';

/** Held now, or just before the instant $2, by what was known before $3. */
const held = (row: string) => heldAsKnown(row, '$2', '$3');

/** What a party was called then. */
const nameThen = (party: string) =>
  `case when $3::timestamptz is null then party.name_at(${party}, $2) else party.name_known(${party}, $2, $3) end`;

const iso = <T extends { registeredAt: Date }>(row: T) => ({ ...row, registeredAt: row.registeredAt.toISOString() });

export async function listParcelRights(
  trx: Trx,
  parcelId: string,
  before: Date | null,
  known: Date | null = null,
): Promise<ParcelRight[]> {
  const { rows } = await trx.query<
    Omit<ParcelRight, 'registeredAt' | 'share'> & { numerator: number; denominator: number; registeredAt: Date }
  >(
    `select r.right_id as "rightId", r.party_id as "partyId", ${nameThen('r.party_id')} as holder, r.kind, r.share_numerator as numerator, r.share_denominator as denominator,
       r.certificate_serial as "certificateSerial", r.verified or exists (select from rights.proof f where f.right_id = r.right_id and ${held('f')}) as verified, r.until::text as until, r.registered_at as "registeredAt", r.raised_by as "raisedBy"
     from rights."right" r
     where r.parcel_id = $1 and ${held('r')} order by r.kind desc, holder, r.right_id`,
    [parcelId, before, known],
  );
  return rows.map(({ numerator, denominator, ...row }) => ({
    ...iso(row),
    share: shareText({ numerator, denominator }),
  }));
}

export async function listParcelMortgages(
  trx: Trx,
  parcelId: string,
  before: Date | null,
  known: Date | null = null,
): Promise<ParcelMortgage[]> {
  const { rows } = await trx.query<
    Omit<ParcelMortgage, 'registeredAt' | 'ranksFrom'> & { registeredAt: Date; ranksFrom: Date }
  >(
    `select m.mortgage_id as "mortgageId", ${nameThen('m.mortgagee_id')} as mortgagee, array_agg(r.right_id order by r.right_id)::text[] as "rightIds",
       m.document ->> 'no' as "documentNo", m.document ->> 'date' as "documentDate", coalesce(m.ranks_from, m.registered_at) as "ranksFrom", m.registered_at as "registeredAt", m.raised_by as "raisedBy"
     from rights.mortgage m
     join rights.mortgaged_right b using (mortgage_id) join rights."right" r using (right_id)
     where r.parcel_id = $1 and ${held('m')} and ${held('r')}
     group by m.mortgage_id order by "ranksFrom", m.mortgage_id`,
    [parcelId, before, known],
  );
  return rows.map((row) => ({ ...iso(row), ranksFrom: row.ranksFrom.toISOString() }));
}

export async function listParcelCaveats(
  trx: Trx,
  parcelId: string,
  before: Date | null,
  known: Date | null = null,
): Promise<ParcelCaveat[]> {
  const { rows } = await trx.query<Omit<ParcelCaveat, 'registeredAt'> & { registeredAt: Date }>(
    `select c.caveat_id as "caveatId", array_remove(array[case when c.stops_transfer then 'transfer' end, case when c.stops_mortgage then 'mortgage' end,
         case when c.stops_split then 'split' end], null) as effects,
       c.document ->> 'no' as "documentNo", c.document ->> 'date' as "documentDate", c.until::text as until, c.registered_at as "registeredAt",
       c.raised_by as "raisedBy"
     from rights.caveat c where c.parcel_id = $1 and ${held('c')} order by c.registered_at, c.caveat_id`,
    [parcelId, before, known],
  );
  return rows.map(iso);
}

export async function listParcelLeases(
  trx: Trx,
  parcelId: string,
  before: Date | null,
  known: Date | null = null,
): Promise<ParcelLease[]> {
  const { rows } = await trx.query<Omit<ParcelLease, 'registeredAt'> & { registeredAt: Date }>(
    `select l.lease_id as "leaseId", ${nameThen('l.lessee_id')} as lessee, array_agg(r.right_id order by r.right_id)::text[] as "rightIds",
       l.until::text as until, l.document ->> 'no' as "documentNo", l.document ->> 'date' as "documentDate", l.registered_at as "registeredAt",
       l.raised_by as "raisedBy"
     from rights.lease l join rights.leased_right b using (lease_id) join rights."right" r using (right_id)
     where r.parcel_id = $1 and ${held('l')} and ${held('r')}
     group by l.lease_id order by l.registered_at, l.lease_id`,
    [parcelId, before, known],
  );
  return rows.map(iso);
}

export async function listParcelRestrictions(
  trx: Trx,
  parcelId: string,
  before: Date | null,
  known: Date | null = null,
): Promise<ParcelRestriction[]> {
  const { rows } = await trx.query<Omit<ParcelRestriction, 'registeredAt'> & { registeredAt: Date }>(
    `select x.restriction_id as "restrictionId", x.kind,
       case when x.geom_legal is not null then json_build_object('srid', st_srid(x.geom_legal)) ::jsonb || st_asgeojson(x.geom_legal, 4)::jsonb end as "geometryLegal",
       case st_dimension(x.geom_legal) when 2 then round(st_area(l.here)::numeric, 1)::float8 end as "areaM2",
       case st_dimension(x.geom_legal) when 1 then round(st_length(l.here)::numeric, 2)::float8 end as "lengthM",
       x.document ->> 'no' as "documentNo", x.document ->> 'date' as "documentDate", x.registered_at as "registeredAt", x.raised_by as "raisedBy"
     from rights.restriction x
     left join lateral (select st_intersection(x.geom_legal, v.geom_legal) as here from cadastre.parcel_version v
       where v.parcel_id = x.parcel_id and v.registered_at is not null and ($2::timestamptz is null or v.registered_at < $2) and x.geom_legal is not null
       order by v.version_no desc limit 1) l on true
     where x.parcel_id = $1 and ${held('x')} order by x.registered_at, x.restriction_id`,
    [parcelId, before, known],
  );
  return rows.map(iso);
}
