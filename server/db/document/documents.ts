/** Schema document: documents made of pages, from being read to being confirmed. */
import type { DocumentKind, DocumentStatus } from '../../domain/document/document.ts';
import type { DocumentFindingCode } from '../../domain/document/document-finding.ts';
import type { Trx } from '../kit/transaction.ts';

export interface NewDocument {
  readonly documentId: string;
  readonly scanId: string;
  readonly ordinal: number;
  readonly communeCode: string;
}

export async function insertDocument(trx: Trx, document: NewDocument): Promise<void> {
  await trx.query(
    'insert into document.document (document_id, scan_id, ordinal, commune_code) values ($1, $2, $3, $4)',
    [document.documentId, document.scanId, document.ordinal, document.communeCode],
  );
}

/** Documents of a scan in their order, ids only. */
export async function listDocumentIds(trx: Trx, scanId: string): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    'select document_id as id from document.document where scan_id = $1 order by ordinal',
    [scanId],
  );
  return rows.map(({ id }) => id);
}

/** Says of which pages a document is made, in its order. */
export async function insertDocumentPages(
  trx: Trx,
  documentId: string,
  scanId: string,
  pageNos: readonly number[],
): Promise<void> {
  await trx.query(
    `insert into document.document_page (document_id, ordinal, scan_id, page_no)
     select $1, n, $2, page_no from unnest($3::int[]) with ordinality as p(page_no, n)`,
    [documentId, scanId, pageNos],
  );
}

/** Pages a document is made of; none where all went to others. */
export async function countPages(trx: Trx, documentId: string): Promise<number> {
  const { rows } = await trx.query<{ pages: number }>(
    'select count(*)::int as pages from document.document_page where document_id = $1',
    [documentId],
  );
  return rows[0]?.pages ?? 0;
}

/** Hands a document that was read over to people. */
export async function openForReview(
  trx: Trx,
  documentId: string,
  read: {
    readonly kind: DocumentKind;
    readonly grammarVersion: number | null;
    readonly findings: readonly DocumentFindingCode[];
  },
): Promise<void> {
  await trx.query(
    `update document.document set kind = $2, grammar_version = $3, findings = $4, status = 'to_review'
     where document_id = $1 and status = 'reading'`,
    [documentId, read.kind, read.grammarVersion, read.findings],
  );
}

export interface DocumentInHand {
  readonly documentId: string;
  readonly scanId: string;
  readonly communeCode: string;
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  readonly version: number;
  readonly heldBy: string | null;
  /** Whether that still holds. */
  readonly isHeld: boolean;
}

/** A document, held to the end of the transaction; undefined where it is not there or not the actor's to know. */
export async function lockDocument(trx: Trx, documentId: string): Promise<DocumentInHand | undefined> {
  const { rows } = await trx.query<DocumentInHand>(
    `select document_id as "documentId", scan_id as "scanId", commune_code as "communeCode", kind, status, version, held_by as "heldBy",
       coalesce(held_until > clock_timestamp(), false) as "isHeld" from document.document where document_id = $1 for update`,
    [documentId],
  );
  return rows[0];
}

/** Gives a document to a reviewer for some minutes; null gives it back. */
export async function setHold(
  trx: Trx,
  documentId: string,
  hold: { readonly by: string; readonly minutes: number } | null,
): Promise<void> {
  await trx.query(
    `update document.document set held_by = $2, held_until = clock_timestamp() + make_interval(mins => $3) where document_id = $1`,
    [documentId, hold?.by ?? null, hold?.minutes ?? null],
  );
}

/** Ends the review. */
export async function decideDocument(
  trx: Trx,
  documentId: string,
  decided: { readonly status: 'confirmed' | 'rejected'; readonly by: string | null; readonly reason: string | null },
): Promise<void> {
  await trx.query(
    `update document.document set status = $2, decided_by = $3, decided_at = case when $3::text is not null then clock_timestamp() end,
       reason = $4, held_by = null, held_until = null where document_id = $1`,
    [documentId, decided.status, decided.by, decided.reason],
  );
}
