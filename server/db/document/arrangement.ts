/** Schema document: which pages of a file make which documents, as long as these are not decided on. */
import type { DocumentKind, DocumentStatus, PageMark, PageTurn } from '../../domain/document/document.ts';
import type { Trx } from '../kit/transaction.ts';
import type { NewDocument } from './documents.ts';

export interface DocumentOfScan {
  readonly documentId: string;
  readonly ordinal: number;
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  readonly serial: string | null;
  readonly heldBy: string | null;
  readonly isHeld: boolean;
  /** Places in the file, in the order of the document. */
  readonly pages: readonly number[];
}

/** Documents of a file; `lock` holds them to the end of the transaction. */
export async function listDocumentsOfScan(trx: Trx, scanId: string, lock = false): Promise<DocumentOfScan[]> {
  const { rows } = await trx.query<DocumentOfScan>(
    `select d.document_id as "documentId", d.ordinal, d.kind, d.status, d.held_by as "heldBy",
       coalesce(d.held_until > clock_timestamp(), false) as "isHeld",
       (select f.value from document.field f where f.document_id = d.document_id and f.name = 'serial') as serial,
       array(select p.page_no from document.document_page p where p.document_id = d.document_id order by p.ordinal) as pages
     from document.document d where d.scan_id = $1 order by d.ordinal ${lock ? 'for update' : ''}`,
    [scanId],
  );
  return rows;
}

export interface PageOfScan {
  readonly fileNo: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly turn: PageTurn;
  readonly mark: PageMark | null;
}

/** Pages of a file that are shown, in its order. */
export async function listPagesOfScan(trx: Trx, scanId: string): Promise<PageOfScan[]> {
  const { rows } = await trx.query<PageOfScan>(
    `select g.page_no as "fileNo", f.width, f.height, g.turn, g.mark from document.scan_page g
     left join document.page_picture f on f.scan_id = g.scan_id and f.page_no = g.page_no and f.size = 'full'
     where g.scan_id = $1 and g.state <> 'refused' order by g.page_no`,
    [scanId],
  );
  return rows;
}

/** Takes their pages from documents. */
export async function clearPages(trx: Trx, documentIds: readonly string[]): Promise<void> {
  await trx.query('delete from document.document_page where document_id = any ($1::uuid[])', [documentIds]);
}

/** A document more of a file; false where its id belongs to another one. */
export async function insertFurtherDocument(trx: Trx, document: NewDocument): Promise<boolean> {
  const { rowCount } = await trx.query(
    `insert into document.document (document_id, scan_id, ordinal, commune_code) values ($1, $2, $3, $4)
     on conflict (document_id) do nothing`,
    [document.documentId, document.scanId, document.ordinal, document.communeCode],
  );
  return rowCount === 1;
}

/** Gives a document back to who reads. */
export async function reopenReading(trx: Trx, documentId: string): Promise<void> {
  await trx.query(
    `update document.document set status = 'reading', held_by = null, held_until = null where document_id = $1 and status = 'to_review'`,
    [documentId],
  );
}

/** Forgets what was read of a document and nobody said, and the words it was found by. */
export async function forgetReadings(trx: Trx, documentId: string): Promise<void> {
  await trx.query(`delete from document.field where document_id = $1 and state = 'read'`, [documentId]);
  await trx.query('delete from document.word where document_id = $1', [documentId]);
}
