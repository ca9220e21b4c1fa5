import type { DocumentRow } from '../../db/document/document-list.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/documents.ts';

/** A document as it is told to this caller. */
export function describeDocument(row: DocumentRow, actor: Pick<Actor, 'id' | 'roles'>): DocumentSummary {
  return {
    ...row,
    mine: row.heldBy?.id === actor.id,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    links: row.links.map((link) => ({
      ...link,
      mayDecide: link.status === 'proposed' && hasRole(actor, ['approver']) && link.proposedBy.id !== actor.id,
    })),
  };
}
