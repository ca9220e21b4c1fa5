/** Who holds a parcel and what burdens it, as of an instant, under the row-level security of who asks. */
import type { ParcelCaveat, ParcelMortgage, ParcelRight } from '../../domain/contract/parcels.ts';
import { shareText } from '../../domain/dealing/share.ts';
import type { Trx } from '../kit/transaction.ts';

/** Condition "held" on a table under its alias, now or just before an instant bound as $2. */
const held = (row: string) => `($2::timestamptz is null and ${row}.ended_at is null
  or ${row}.registered_at < $2::timestamptz and (${row}.ended_at is null or ${row}.ended_at >= $2::timestamptz))`;

const iso = <T extends { registeredAt: Date }>(row: T) => ({ ...row, registeredAt: row.registeredAt.toISOString() });

export async function listParcelRights(trx: Trx, parcelId: string, before: Date | null): Promise<ParcelRight[]> {
  const { rows } = await trx.query<
    Omit<ParcelRight, 'registeredAt' | 'share'> & { numerator: number; denominator: number; registeredAt: Date }
  >(
    `select r.right_id as "rightId", r.party_id as "partyId", party.name_at(r.party_id, $2) as holder, r.kind, r.share_numerator as numerator, r.share_denominator as denominator,
       r.certificate_serial as "certificateSerial", r.verified, r.until::text as until, r.registered_at as "registeredAt", r.raised_by as "raisedBy"
     from rights."right" r
     where r.parcel_id = $1 and ${held('r')} order by r.kind desc, holder, r.right_id`,
    [parcelId, before],
  );
  return rows.map(({ numerator, denominator, ...row }) => ({
    ...iso(row),
    share: shareText({ numerator, denominator }),
  }));
}

export async function listParcelMortgages(trx: Trx, parcelId: string, before: Date | null): Promise<ParcelMortgage[]> {
  const { rows } = await trx.query<Omit<ParcelMortgage, 'registeredAt'> & { registeredAt: Date }>(
    `select m.mortgage_id as "mortgageId", party.name_at(m.mortgagee_id, $2) as mortgagee, array_agg(r.right_id order by r.right_id)::text[] as "rightIds",
       m.document ->> 'no' as "documentNo", m.document ->> 'date' as "documentDate", m.registered_at as "registeredAt", m.raised_by as "raisedBy"
     from rights.mortgage m
     join rights.mortgaged_right b using (mortgage_id) join rights."right" r using (right_id)
     where r.parcel_id = $1 and ${held('m')} and ${held('r')}
     group by m.mortgage_id order by m.registered_at, m.mortgage_id`,
    [parcelId, before],
  );
  return rows.map(iso);
}

export async function listParcelCaveats(trx: Trx, parcelId: string, before: Date | null): Promise<ParcelCaveat[]> {
  const { rows } = await trx.query<Omit<ParcelCaveat, 'registeredAt'> & { registeredAt: Date }>(
    `select c.caveat_id as "caveatId", array_remove(array[case when c.stops_transfer then 'transfer' end, case when c.stops_mortgage then 'mortgage' end,
         case when c.stops_split then 'split' end], null) as effects,
       c.document ->> 'no' as "documentNo", c.document ->> 'date' as "documentDate", c.until::text as until, c.registered_at as "registeredAt",
       c.raised_by as "raisedBy"
     from rights.caveat c where c.parcel_id = $1 and ${held('c')} order by c.registered_at, c.caveat_id`,
    [parcelId, before],
  );
  return rows.map(iso);
}
