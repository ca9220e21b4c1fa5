import type { LookedBy } from '../../domain/contract/parcel/desk-search.ts';
import type { LookPurpose } from '../../domain/look-purpose.ts';
import type { Trx } from '../kit/transaction.ts';

/** Notes that staff was shown the persons of these records: before they are shown, in the transaction that reads them. */
export async function logRecordReading(
  trx: Trx,
  look: {
    readonly actor: string;
    readonly batchId: string;
    readonly recordNos: readonly number[];
    readonly purpose: string;
  },
): Promise<void> {
  if (look.recordNos.length === 0) return;
  await trx.query(
    `insert into audit.read_log (actor, subject_kind, batch_id, record_nos, purpose) values ($1, 'staging_record', $2, $3, $4)`,
    [look.actor, look.batchId, [...new Set(look.recordNos)], look.purpose],
  );
}

/** Notes that staff was shown these parties: before they are shown, in the transaction that reads them. */
export async function logPartyReading(
  trx: Trx,
  look: { readonly actor: string; readonly partyIds: readonly string[]; readonly purpose: string },
): Promise<void> {
  if (look.partyIds.length === 0) return;
  await trx.query(
    `insert into audit.read_log (actor, subject_kind, party_ids, purpose) values ($1, 'party', $2::uuid[], $3)`,
    [look.actor, [...new Set(look.partyIds)], look.purpose],
  );
}

/** Notes that staff was shown who sent a request, and what for: before it is shown, in the transaction that reads it. */
export async function logRequestReading(
  trx: Trx,
  look: { readonly actor: string; readonly requestId: string; readonly purpose: string },
): Promise<void> {
  await trx.query(
    `insert into audit.read_log (actor, subject_kind, request_id, purpose) values ($1, 'request', $2, $3)`,
    [look.actor, look.requestId, look.purpose],
  );
}

/** Notes that staff was shown these scanned documents: before they are shown, in the transaction that reads them. */
export async function logDocumentReading(
  trx: Trx,
  look: { readonly actor: string; readonly documentIds: readonly string[]; readonly purpose: string },
): Promise<void> {
  if (look.documentIds.length === 0) return;
  await trx.query(
    `insert into audit.read_log (actor, subject_kind, document_ids, purpose) values ($1, 'document', $2::uuid[], $3)`,
    [look.actor, look.documentIds, look.purpose],
  );
}

/** How often somebody searched for holders since an instant; whoever asks at the same time waits until this transaction has ended. */
export async function countSearches(trx: Trx, actor: string, since: Date): Promise<number> {
  await trx.query(`select pg_advisory_xact_lock(hashtextextended('search ' || $1, 0))`, [actor]);
  const { rows } = await trx.query<{ n: number }>(
    `select count(*)::int as n from audit.read_log where actor = $1 and subject_kind = 'search' and at > $2`,
    [actor, since],
  );
  return rows[0]!.n;
}

/** Notes that staff searched for holders, and whom the answer shows: before it is shown, in the transaction that reads it. */
export async function logSearch(
  trx: Trx,
  look: {
    readonly actor: string;
    readonly asked: readonly LookedBy[];
    readonly partyIds: readonly string[];
    readonly purpose: LookPurpose;
    /** Without identity numbers. */
    readonly note: string;
  },
): Promise<void> {
  await trx.query(
    `insert into audit.read_log (actor, subject_kind, asked, party_ids, purpose, note) values ($1, 'search', $2, $3::uuid[], $4, $5)`,
    [look.actor, look.asked, [...new Set(look.partyIds)], look.purpose, look.note],
  );
}
