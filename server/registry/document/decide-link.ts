import type pg from 'pg';
import { decideLink, lockLink } from '../../db/document/parcel-links.ts';
import { findSecondReading } from '../../db/document/second-readings.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/document/documents.ts';
import { isSecondOpen } from '../../domain/document/second-reading.ts';
import { maskIdentityNumbers } from '../../domain/identity-number/mask-identity-numbers.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { actOnDocument } from './act-on-document.ts';

/** Registers or refuses that a document stands with a parcel: never by who proposed it. Repeatable by the same person. */
export const decideDocumentLink = (
  pool: pg.Pool,
  actor: Actor,
  { documentId, parcelId }: { readonly documentId: string; readonly parcelId: string },
  decided: { readonly status: 'registered' } | { readonly status: 'refused'; readonly reason: string },
): Promise<DocumentSummary> =>
  actOnDocument(pool, actor, documentId, async (trx) => {
    const link = await lockLink(trx, documentId, parcelId);
    if (!link) throw new Problem('document.not_found');
    if (link.status === decided.status && link.decidedBy === actor.id) return null;
    if (link.status !== 'proposed') throw new Problem('document.step_refused', { state: link.status });
    if (link.proposedBy === actor.id) throw new Problem('dealing.own');
    const second = await findSecondReading(trx, documentId);
    if (second && isSecondOpen(second.status)) throw new Problem('document.second_open', { state: second.status });
    const reason = decided.status === 'refused' ? maskIdentityNumbers(decided.reason.normalize('NFC').trim()) : null;
    await decideLink(trx, documentId, parcelId, { status: decided.status, by: actor.id, reason });
    return {
      action: `document.link_${decided.status}`,
      body: { parcelId, proposedBy: link.proposedBy, ...(reason === null ? {} : { reason }) },
    };
  });
