import type pg from 'pg';
import { insertLinks, lockLink } from '../../db/document/parcel-links.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/document/documents.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { actOnDocument } from './act-on-document.ts';

/**
 * Proposes parcels for a document that was confirmed without one, or whose link was sent back: the register has come to know the parcel. A
 * second person decides, as of every link. A parcel that was proposed already stays so; one that was sent back is not proposed again.
 */
export const proposeDocumentLinks = (
  pool: pg.Pool,
  actor: Actor,
  documentId: string,
  parcelIds: readonly string[],
): Promise<DocumentSummary> =>
  actOnDocument(pool, actor, documentId, async (trx, { status, communeCode }) => {
    if (status !== 'confirmed') throw new Problem('document.step_refused', { state: status });
    const fresh: string[] = [];
    for (const parcelId of parcelIds) {
      const link = await lockLink(trx, documentId, parcelId);
      if (link?.status === 'refused') throw new Problem('document.step_refused', { state: link.status });
      if (!link) fresh.push(parcelId);
    }
    if (fresh.length === 0) return null;
    const linked = await insertLinks(trx, documentId, communeCode, actor.id, fresh);
    if (linked < fresh.length) throw new Problem('parcel.not_found');
    return { action: 'document.link_proposed', body: { parcels: fresh } };
  });
