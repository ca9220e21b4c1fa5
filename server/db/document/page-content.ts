/** Schema document: pages of a document with their pictures and what was read of them. */
import type { PageTurn, PictureSize } from '../../domain/document/document.ts';
import type { Trx } from '../kit/transaction.ts';

export interface PageContent {
  /** Digest of the picture in the size asked for. */
  readonly sha256: string;
  /** Of the full picture, points. */
  readonly width: number;
  readonly height: number;
  readonly turn: PageTurn;
  readonly dpi: number | null;
  /** Sealed; null where nothing was read. */
  readonly words: Buffer | null;
}

/** Pages that a document is made of, in its order. */
export async function listPageContents(trx: Trx, documentId: string, size: PictureSize): Promise<PageContent[]> {
  const { rows } = await trx.query<PageContent>(
    `select encode(f.sha256, 'hex') as sha256, w.width, w.height, g.turn, g.dpi, g.words from document.document_page m
     join document.scan_page g on g.scan_id = m.scan_id and g.page_no = m.page_no
     join document.page_picture f on f.scan_id = m.scan_id and f.page_no = m.page_no and f.size = $2
     join document.page_picture w on w.scan_id = m.scan_id and w.page_no = m.page_no and w.size = 'full'
     where m.document_id = $1 order by m.ordinal`,
    [documentId, size],
  );
  return rows;
}

/** Documents that were read and cannot be found by any word, in the order of their ids, after one. */
export async function listUnindexed(trx: Trx, after: string, limit: number): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    `select d.document_id as id from document.document d where d.document_id > $1 and d.status <> 'reading'
       and not exists (select from document.word w where w.document_id = d.document_id)
     order by d.document_id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Sealed words of the pages of a document. */
export async function listPageWords(trx: Trx, documentId: string): Promise<Buffer[]> {
  const { rows } = await trx.query<{ words: Buffer }>(
    `select g.words from document.document_page m join document.scan_page g on g.scan_id = m.scan_id and g.page_no = m.page_no
     where m.document_id = $1 and g.words is not null order by m.ordinal`,
    [documentId],
  );
  return rows.map(({ words }) => words);
}
