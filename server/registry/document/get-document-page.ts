import type pg from 'pg';
import { logDocumentReading } from '../../db/audit/read-log.ts';
import { findPagePicture } from '../../db/document/document-list.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Actor } from '../../domain/actor.ts';
import type { PictureSize } from '../../domain/document/document.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { readStoredBytes } from '../store/read-stored-bytes.ts';
import { readDocument } from './act-on-document.ts';

/** The picture of a page. At a size at which it can be read it names persons: the look is logged before it is shown. */
export async function getDocumentPage(
  { pool, storageDir, personalDataKey }: { pool: pg.Pool; storageDir: string; personalDataKey: Buffer },
  actor: Actor,
  documentId: string,
  page: number,
  size: PictureSize,
): Promise<Buffer> {
  const sha256 = await actAs(pool, actor, async (trx) => {
    await readDocument(trx, actor, documentId);
    const found = await findPagePicture(trx, documentId, page, size);
    if (!found) throw new Problem('document.page_not_found');
    if (size !== 'thumb')
      await logDocumentReading(trx, { actor: actor.id, documentIds: [documentId], purpose: `page ${page}` });
    return found;
  });
  return readStoredBytes(storageDir, personalDataKey, sha256);
}
