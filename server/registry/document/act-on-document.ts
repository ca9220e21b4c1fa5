import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { findDocumentRow } from '../../db/document/document-list.ts';
import { type DocumentInHand, lockDocument } from '../../db/document/documents.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/document/documents.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { describeDocument } from './describe-document.ts';

/** What a step did, for its audit row: ids, codes and names of fields only. Null where nothing was left to do. */
export interface DocumentStepTaken {
  readonly action: string;
  readonly body: Record<string, unknown>;
}

/** The document as it stands now. */
export async function readDocument(trx: Trx, actor: Actor, documentId: string): Promise<DocumentSummary> {
  const row = await findDocumentRow(trx, documentId);
  if (!row) throw new Problem('document.not_found');
  return describeDocument(row, actor);
}

/** Throws where somebody else reviews it. */
export function requireFree({ heldBy, isHeld }: DocumentInHand, actor: Actor): void {
  if (isHeld && heldBy !== actor.id) throw new Problem('document.held', { state: 'to_review', retryAfter: 60 });
}

/** The frame of every step on a document: one transaction in the scope of the actor, the document locked, the audit row last. */
export function actOnDocument(
  pool: pg.Pool,
  actor: Actor,
  documentId: string,
  work: (trx: Trx, document: DocumentInHand) => Promise<DocumentStepTaken | null>,
): Promise<DocumentSummary> {
  return actAs(pool, actor, async (trx) => {
    const document = await lockDocument(trx, documentId);
    if (!document) throw new Problem('document.not_found');
    await rememberStaff(trx, actor);
    const taken = await work(trx, document);
    if (taken) await writeAudit(trx, { actor: actor.id, ...taken, subjectKind: 'document', subjectId: documentId });
    return readDocument(trx, actor, documentId);
  });
}
