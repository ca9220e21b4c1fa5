import type pg from 'pg';
import { setHold } from '../../db/document/documents.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/document/documents.ts';
import { HOLD_MINUTES } from '../../domain/document/document.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { actOnDocument, requireFree } from './act-on-document.ts';

/** Takes a document for review, or keeps it. Throws where somebody else reviews it. */
export const holdDocument = (pool: pg.Pool, actor: Actor, documentId: string): Promise<DocumentSummary> =>
  actOnDocument(pool, actor, documentId, async (trx, document) => {
    if (document.status !== 'to_review') throw new Problem('document.step_refused', { state: document.status });
    requireFree(document, actor);
    await setHold(trx, documentId, { by: actor.id, minutes: HOLD_MINUTES });
    return document.isHeld ? null : { action: 'document.held', body: {} };
  });

/** Gives a document back; one that this actor does not hold stays as it is. */
export const releaseDocument = (pool: pg.Pool, actor: Actor, documentId: string): Promise<DocumentSummary> =>
  actOnDocument(pool, actor, documentId, async (trx, document) => {
    if (document.status !== 'to_review' || document.heldBy !== actor.id) return null;
    await setHold(trx, documentId, null);
    return { action: 'document.released', body: {} };
  });
