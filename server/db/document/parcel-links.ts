/** Which parcels a confirmed document stands with: proposed by its reviewer, decided on by somebody else. */
import type { Trx } from '../kit/transaction.ts';

/** Proposes links; how many parcels of the commune there were among these. */
export async function insertLinks(
  trx: Trx,
  documentId: string,
  communeCode: string,
  proposedBy: string,
  parcelIds: readonly string[],
): Promise<number> {
  const { rowCount } = await trx.query(
    `insert into document.parcel_link (document_id, parcel_id, commune_code, proposed_by)
     select $1, p.parcel_id, $2, $3 from cadastre.current_parcel p where p.parcel_id = any ($4::uuid[]) and p.commune_code = $2`,
    [documentId, communeCode, proposedBy, parcelIds],
  );
  return rowCount ?? 0;
}

export interface LinkInHand {
  readonly status: 'proposed' | 'registered' | 'refused';
  readonly proposedBy: string;
  readonly decidedBy: string | null;
}

/** A link, held to the end of the transaction. */
export async function lockLink(trx: Trx, documentId: string, parcelId: string): Promise<LinkInHand | undefined> {
  const { rows } = await trx.query<LinkInHand>(
    `select status, proposed_by as "proposedBy", decided_by as "decidedBy" from document.parcel_link
     where document_id = $1 and parcel_id = $2 for update`,
    [documentId, parcelId],
  );
  return rows[0];
}

export async function decideLink(
  trx: Trx,
  documentId: string,
  parcelId: string,
  decided: { readonly status: 'registered' | 'refused'; readonly by: string; readonly reason: string | null },
): Promise<void> {
  await trx.query(
    `update document.parcel_link set status = $3, decided_by = $4, decided_at = clock_timestamp(), reason = $5
     where document_id = $1 and parcel_id = $2 and status = 'proposed'`,
    [documentId, parcelId, decided.status, decided.by, decided.reason],
  );
}
