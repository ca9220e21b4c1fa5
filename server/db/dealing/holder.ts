/** Details of a party as the register has them now, and as a dealing corrects them. Nothing is edited: details end, and others are raised. */
import type { DocumentReference } from '../../domain/dealing/payload/parts.ts';
import type { Trx } from '../kit/transaction.ts';

export interface HolderDetails {
  readonly name: string;
  readonly address: string | null;
  /** The identity paper that holds; null for those that were recorded with the party. */
  readonly identityOrdinal: number | null;
  /** Whether any number holds now. */
  readonly hasNumber: boolean;
  /** Parcels that the party holds, as far as the actor may see. */
  readonly parcelIds: readonly string[];
}

/** Undefined where there is no such party to see. */
export async function findHolderDetails(trx: Trx, partyId: string): Promise<HolderDetails | undefined> {
  const { rows } = await trx.query<HolderDetails>(
    `select p.name, p.address, p.identity_ordinal as "identityOrdinal",
       exists (select from party.identity_paper i where i.party_id = p.party_id and party.holds_number(p.party_id, i.lookup_hash)) as "hasNumber",
       array(select distinct r.parcel_id::text from rights."right" r where r.party_id = p.party_id and r.ended_at is null order by 1) as "parcelIds"
     from party.present p where p.party_id = $1`,
    [partyId],
  );
  return rows[0];
}

/** Whether a sealed number of a dealing is one that holds for the party already. */
export async function holdsSealedNumber(
  trx: Trx,
  partyId: string,
  dealingId: string,
  ordinal: number,
): Promise<boolean> {
  const { rows } = await trx.query<{ holds: boolean }>(
    'select party.holds_number($1, lookup_hash) as holds from dealing.identity_number where dealing_id = $2 and ordinal = $3',
    [partyId, dealingId, ordinal],
  );
  return rows[0]?.holds ?? false;
}

/** Whether somebody corrected the party, or took a correction back, after a dealing was opened. */
export async function isCorrectedSince(trx: Trx, partyId: string, dealingId: string): Promise<boolean> {
  const { rows } = await trx.query(
    `select from party.detail d join dealing.dealing own on own.dealing_id = $2
     where d.party_id = $1 and d.raised_by <> $2 and greatest(d.registered_at, d.ended_at) > own.created_at limit 1`,
    [partyId, dealingId],
  );
  return rows.length > 0;
}

export interface NewDetail {
  readonly detailId: string;
  readonly partyId: string;
  readonly name: string;
  readonly address: string | null;
  readonly identityOrdinal: number | null;
  readonly document: DocumentReference;
}

/** Ends the details that hold, if any, and raises these. */
export async function raiseDetail(trx: Trx, dealingId: string, detail: NewDetail): Promise<void> {
  await trx.query(
    'update party.detail set ended_at = dealing.legal_moment($1), ended_by = $1 where party_id = $2 and ended_at is null',
    [dealingId, detail.partyId],
  );
  await trx.query(
    `insert into party.detail (detail_id, party_id, name, search_key, address, identity_ordinal, document, raised_by, registered_at)
     values ($1, $2, $3, lower(unaccent($3)), $4, $5, $6, $7, dealing.legal_moment($7))`,
    [
      detail.detailId,
      detail.partyId,
      detail.name,
      detail.address,
      detail.identityOrdinal,
      JSON.stringify(detail.document),
      dealingId,
    ],
  );
}

/** Records the sealed number of a dealing as a further identity paper of the party; its place among them. */
export async function addIdentityPaper(
  trx: Trx,
  dealingId: string,
  partyId: string,
  sealedOrdinal: number,
): Promise<number> {
  const { rows } = await trx.query<{ ordinal: number }>(
    `insert into party.identity_paper (party_id, ordinal, cipher, lookup_hash, raised_by)
     select $1, (select coalesce(max(i.ordinal), 0) + 1 from party.identity_paper i where i.party_id = $1), n.cipher, n.lookup_hash, $2
     from dealing.identity_number n where n.dealing_id = $2 and n.ordinal = $3 returning ordinal`,
    [partyId, dealingId, sealedOrdinal],
  );
  const [row] = rows;
  if (!row) throw new Error(`dealing ${dealingId} has no number ${sealedOrdinal}`);
  return row.ordinal;
}
