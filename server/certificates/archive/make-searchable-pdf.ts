import type pg from 'pg';
import { logDocumentReading } from '../../db/audit/read-log.ts';
import { countPages } from '../../db/document/documents.ts';
import { listPageContents, type PageContent } from '../../db/document/page-content.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import { paperFileName } from '../../domain/document/file-name.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { readDocument } from '../../registry/document/act-on-document.ts';
import { createReadingCipher } from '../../registry/document/reading-cipher.ts';
import { readStoredBytes } from '../../registry/store/read-stored-bytes.ts';
import { type PictureOfPage, renderSearchable, type WordOnPage } from './render-searchable.ts';

/** Where the file does not say: what offices scan at. */
const USUAL_DPI = 300;
/** Papers of more pages come with the pictures that screens are shown: the whole of it is held in memory. */
const FULL_PAGES = 60;

interface Store {
  readonly pool: pg.Pool;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
}

/** Pages of papers, one paper after the other, as one PDF under this name. */
async function renderPages(
  { storageDir, personalDataKey }: Store,
  name: string,
  pages: readonly PageContent[],
): Promise<Uint8Array> {
  const cipher = createReadingCipher(personalDataKey);
  const made: PictureOfPage[] = [];
  for (const { sha256, words, dpi, ...page } of pages)
    made.push({
      ...page,
      dpi: dpi ?? USUAL_DPI,
      jpeg: await readStoredBytes(storageDir, personalDataKey, sha256),
      words: words === null ? [] : (cipher.open(words) as WordOnPage[]),
    });
  return await renderSearchable(name, made);
}

/** Pages of papers, one after the other, in the pictures that so many of them leave room for. */
async function pagesOf(trx: Trx, documentIds: readonly string[]): Promise<PageContent[]> {
  let count = 0;
  for (const id of documentIds) count += await countPages(trx, id);
  const all: PageContent[] = [];
  for (const id of documentIds) all.push(...(await listPageContents(trx, id, count > FULL_PAGES ? 'screen' : 'full')));
  return all;
}

/** A paper of the archive as one PDF, with its name. What it says is looked at as a whole: the look is logged before it is made. */
export async function makeSearchablePdf(
  store: Store,
  actor: Actor,
  documentId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { document, pages } = await actAs(store.pool, actor, async (trx) => {
    const document = await readDocument(trx, actor, documentId);
    const pages = await pagesOf(trx, [documentId]);
    if (pages.length === 0) throw new Problem('document.page_not_found', { state: document.status });
    await logDocumentReading(trx, { actor: actor.id, documentIds: [documentId], purpose: 'pdf' });
    return { document, pages };
  });
  const name = paperFileName(document);
  return { name, bytes: await renderPages(store, name, pages) };
}

/** Papers of the archive in one PDF. The look at them is the caller's to log. Null where none of them has a page any more. */
export async function bindSearchablePdf(
  store: Store,
  actor: Actor,
  name: string,
  documentIds: readonly string[],
): Promise<Uint8Array | null> {
  const pages = await actAs(store.pool, actor, (trx) => pagesOf(trx, documentIds));
  return pages.length === 0 ? null : await renderPages(store, name, pages);
}
