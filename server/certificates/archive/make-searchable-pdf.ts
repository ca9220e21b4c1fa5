import type pg from 'pg';
import { logDocumentReading } from '../../db/audit/read-log.ts';
import { countPages } from '../../db/document/documents.ts';
import { listPageContents } from '../../db/document/page-content.ts';
import { actAs } from '../../db/kit/act-as.ts';
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

/** A paper of the archive as one PDF, with its name. What it says is looked at as a whole: the look is logged before it is made. */
export async function makeSearchablePdf(
  { pool, storageDir, personalDataKey }: { pool: pg.Pool; storageDir: string; personalDataKey: Buffer },
  actor: Actor,
  documentId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const cipher = createReadingCipher(personalDataKey);
  const { document, pages } = await actAs(pool, actor, async (trx) => {
    const document = await readDocument(trx, actor, documentId);
    const count = await countPages(trx, documentId);
    if (count === 0) throw new Problem('document.page_not_found', { state: document.status });
    const pages = await listPageContents(trx, documentId, count > FULL_PAGES ? 'screen' : 'full');
    await logDocumentReading(trx, { actor: actor.id, documentIds: [documentId], purpose: 'pdf' });
    return { document, pages };
  });
  const made: PictureOfPage[] = [];
  for (const { sha256, words, dpi, ...page } of pages)
    made.push({
      ...page,
      dpi: dpi ?? USUAL_DPI,
      jpeg: await readStoredBytes(storageDir, personalDataKey, sha256),
      words: words === null ? [] : (cipher.open(words) as WordOnPage[]),
    });
  const name = paperFileName(document);
  return { name, bytes: await renderSearchable(name, made) };
}
