/** Who holds what, by certificate, by person, by parcel: within the communes of who asks (row-level security). */
import type { FoundHolding } from '../../domain/contract/parcel/desk-search.ts';
import { shareText } from '../../domain/dealing/share.ts';
import type { Trx } from '../kit/transaction.ts';

/** Parties whose identity number this is, not one that was corrected away (identity_paper_hash_idx). */
export async function findPartiesByNumber(trx: Trx, hash: Buffer, limit: number): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    `select distinct i.party_id as id from party.identity_paper i
     where i.lookup_hash = $1 and party.holds_number(i.party_id, $1) limit $2`,
    [hash, limit],
  );
  return rows.map(({ id }) => id);
}

/** Parties of these communes whose present name holds the words of a key (party_search_key_idx). */
export async function findPartiesByName(
  trx: Trx,
  key: string,
  communes: readonly string[],
  limit: number,
): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>('select id from party.named($1, $2::text[], $3) as id', [
    key,
    communes,
    limit,
  ]);
  return rows.map(({ id }) => id);
}

/** Current parcels of a number on sheets of a number, in whatever commune. */
export async function findNumberedParcels(
  trx: Trx,
  { sheet, no }: { readonly sheet: string; readonly no: string },
): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    `select v.parcel_id as id from cadastre.sheet s join cadastre.parcel_version v using (sheet_id)
     where s.number = $1 and v.parcel_no = $2 and v.status = 'current'`,
    [sheet, no],
  );
  return rows.map(({ id }) => id);
}

/** All that is given must hold. At least one of serial, parties and parcels is given, since each has its index. */
export interface HoldingFilter {
  /** Rights that ended are found by it too: the paper may still be in somebody's hands. */
  readonly serial: string | null;
  readonly partyIds: readonly string[] | null;
  readonly parcelIds: readonly string[] | null;
  readonly communes: readonly string[] | null;
  /** Words of the holder's present name (party.named). */
  readonly nameKey: string | null;
}

export type Holding = Omit<FoundHolding, 'parcel'> & { readonly parcelId: string };

/** Up to `limit` rights that fit, those that hold first, each holder's beside each other. */
export async function listHoldings(trx: Trx, filter: HoldingFilter, limit: number): Promise<Holding[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [];
  if (filter.serial === null) where.push('r.ended_at is null');
  else where.push(`r.certificate_serial = ${bind(filter.serial)}`);
  if (filter.partyIds) where.push(`r.party_id = any(${bind(filter.partyIds)}::uuid[])`);
  if (filter.parcelIds) where.push(`r.parcel_id = any(${bind(filter.parcelIds)}::uuid[])`);
  if (filter.communes) where.push(`r.commune_code = any(${bind(filter.communes)}::char(5)[])`);
  if (filter.nameKey !== null)
    where.push(`p.search_key ~ ('(^|[^[:alnum:]])' || ${bind(filter.nameKey)} || '($|[^[:alnum:]])')`);
  const { rows } = await trx.query<{
    partyId: string;
    partyKind: string;
    name: string;
    address: string | null;
    rightId: string;
    kind: 'use' | 'management';
    numerator: number;
    denominator: number;
    certificateSerial: string | null;
    registeredAt: Date;
    endedAt: Date | null;
    parcelId: string;
  }>(
    `select p.party_id as "partyId", p.kind as "partyKind", p.name, p.address, r.right_id as "rightId", r.kind, r.share_numerator as numerator,
       r.share_denominator as denominator, r.certificate_serial as "certificateSerial", r.registered_at as "registeredAt", r.ended_at as "endedAt",
       r.parcel_id as "parcelId"
     from rights."right" r join party.present p using (party_id)
     where ${where.join(' and ')}
     order by r.ended_at is not null, p.search_key, p.party_id, r.ended_at desc, r.registered_at desc, r.right_id limit ${bind(limit)}`,
    values,
  );
  return rows.map(
    ({ partyId, partyKind, name, address, parcelId, numerator, denominator, registeredAt, endedAt, ...right }) => ({
      holder: { partyId, kind: partyKind, name, address },
      right: {
        ...right,
        share: shareText({ numerator, denominator }),
        registeredAt: registeredAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      },
      parcelId,
    }),
  );
}
