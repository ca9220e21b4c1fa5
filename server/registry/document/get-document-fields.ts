import type pg from 'pg';
import { logDocumentReading } from '../../db/audit/read-log.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentField } from '../../domain/document/reading.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { readDocument } from './act-on-document.ts';
import type { ReadingCipher } from './reading-cipher.ts';
import { showFields } from './show-fields.ts';

/** What a document says. It names persons: the look is logged before it is shown. */
export function getDocumentFields(
  pool: pg.Pool,
  actor: Actor,
  cipher: ReadingCipher,
  documentId: string,
): Promise<{ items: DocumentField[] }> {
  return actAs(pool, actor, async (trx) => {
    const { mayRead } = await readDocument(trx, actor, documentId);
    if (mayRead) throw new Problem('document.read_blind', { state: 'waiting' });
    await logDocumentReading(trx, { actor: actor.id, documentIds: [documentId], purpose: 'fields' });
    return { items: await showFields(trx, cipher, documentId) };
  });
}
