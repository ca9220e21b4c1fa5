import type pg from 'pg';
import { decideDocument } from '../../db/document/documents.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/document/documents.ts';
import { maskIdentityNumbers } from '../../domain/identity-number/mask-identity-numbers.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { actOnDocument, requireFree } from './act-on-document.ts';

/** Puts a document aside, with a reason. Repeatable. */
export const rejectDocument = (
  pool: pg.Pool,
  actor: Actor,
  documentId: string,
  reason: string,
): Promise<DocumentSummary> =>
  actOnDocument(pool, actor, documentId, async (trx, document) => {
    if (document.status === 'rejected') return null;
    if (document.status !== 'to_review') throw new Problem('document.step_refused', { state: document.status });
    requireFree(document, actor);
    const said = maskIdentityNumbers(reason.normalize('NFC').trim());
    await decideDocument(trx, documentId, { status: 'rejected', by: actor.id, reason: said });
    return { action: 'document.rejected', body: { reason: said } };
  });
