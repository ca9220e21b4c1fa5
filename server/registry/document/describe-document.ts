import type { DocumentRow } from '../../db/document/document-list.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/document/documents.ts';
import { isBlind, isSecondOpen } from '../../domain/document/second-reading.ts';

/** What a second reader must not know before she has read. */
const UNSEEN = { serial: null, sheetNo: null, parcelNo: null, findings: [], links: [] };

/** A document as it is told to this caller. */
export function describeDocument(row: DocumentRow, actor: Pick<Actor, 'id' | 'roles'>): DocumentSummary {
  const { second, ...document } = row;
  const open = isSecondOpen(second?.status ?? null);
  const readers: readonly (string | null | undefined)[] = [second?.firstReader, second?.reader];
  const blind = isBlind(second, actor);
  return {
    ...document,
    mine: row.heldBy?.id === actor.id,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    links: row.links.map((link) => ({
      ...link,
      mayDecide: link.status === 'proposed' && !open && hasRole(actor, ['approver']) && link.proposedBy.id !== actor.id,
    })),
    secondReading: second?.status ?? null,
    mayRead: blind,
    maySettle: second?.status === 'differs' && hasRole(actor, ['approver']) && !readers.includes(actor.id),
    ...(blind ? UNSEEN : {}),
  };
}
