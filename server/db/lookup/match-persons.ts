/** Parcels by certificate and by person, within the communes of who asks (row-level security). */

import type { Trx } from '../kit/transaction.ts';
import type { RowMatch } from '../portal/match-parcels.ts';

/** Parcels whose present rights stand on a certificate (right_certificate_serial_idx). */
export async function matchSerials(
  trx: Trx,
  rows: readonly { readonly at: number; readonly serial: string }[],
  limit: number,
): Promise<RowMatch[]> {
  const { rows: found } = await trx.query<RowMatch>(
    `select r.at, array(select distinct g.parcel_id from rights."right" g where g.certificate_serial = r.serial and g.ended_at is null limit $3)::text[] as ids
     from unnest($1::int[], $2::text[]) as r(at, serial)`,
    [rows.map(({ at }) => at), rows.map(({ serial }) => serial), limit + 1],
  );
  return found;
}

export interface PersonMatch extends RowMatch {
  /** Parties that carry the number. */
  readonly partyIds: readonly string[];
}

/** Parcels that persons of these numbers hold today (identity_paper_hash_idx, right_party_idx). */
export async function matchIdentities(
  trx: Trx,
  rows: readonly { readonly at: number; readonly hash: Buffer }[],
  limit: number,
): Promise<PersonMatch[]> {
  const { rows: found } = await trx.query<PersonMatch>(
    `select r.at, array(select distinct i.party_id from party.identity_paper i where i.lookup_hash = decode(r.hash, 'hex'))::text[] as "partyIds",
       array(select distinct g.parcel_id from party.identity_paper i join rights."right" g using (party_id)
         where i.lookup_hash = decode(r.hash, 'hex') and g.ended_at is null limit $3)::text[] as ids
     from unnest($1::int[], $2::text[]) as r(at, hash)`,
    [rows.map(({ at }) => at), rows.map(({ hash }) => hash.toString('hex')), limit + 1],
  );
  return found;
}
