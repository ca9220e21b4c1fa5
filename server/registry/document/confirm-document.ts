import type pg from 'pg';
import { countPages, decideDocument } from '../../db/document/documents.ts';
import { insertIdentityHashes } from '../../db/document/fields.ts';
import { insertLinks } from '../../db/document/parcel-links.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/document/documents.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { IdentityCipher } from '../store/identity-cipher.ts';
import { actOnDocument, requireFree } from './act-on-document.ts';
import type { ReadingCipher } from './reading-cipher.ts';
import type { SampleDraw } from './sample-draw.ts';
import { showFields } from './show-fields.ts';

/** Ends the review of a document of which every field was confirmed; its parcels wait for a second person. Repeatable. */
export const confirmDocument = (
  pool: pg.Pool,
  actor: Actor,
  tools: { readonly reading: ReadingCipher; readonly identity: IdentityCipher; readonly sample: SampleDraw },
  documentId: string,
  parcelIds: readonly string[],
): Promise<DocumentSummary> =>
  actOnDocument(pool, actor, documentId, async (trx, document) => {
    if (document.status === 'confirmed') return null;
    if (document.status !== 'to_review') throw new Problem('document.step_refused', { state: document.status });
    requireFree(document, actor);
    if ((await countPages(trx, documentId)) === 0)
      throw new Problem('document.step_refused', { state: document.status });
    const fields = await showFields(trx, tools.reading, documentId);
    const open = fields.filter(({ state }) => state === 'read');
    if (open.length > 0) {
      throw new Problem('document.fields_open', {
        state: document.status,
        errors: open.map(({ name }) => ({ field: name, message: 'is not confirmed' })),
      });
    }
    const linked = await insertLinks(trx, documentId, document.communeCode, actor.id, parcelIds);
    if (linked < parcelIds.length) throw new Problem('parcel.not_found');
    await decideDocument(trx, documentId, { status: 'confirmed', by: actor.id, reason: null });
    const drawn = await tools.sample.draw(trx, {
      documentId,
      communeCode: document.communeCode,
      firstReader: actor.id,
    });
    // Of one that is read again they are kept once it is known that they are right.
    if (!drawn) {
      const numbers = fields.find(({ name }) => name === 'identityNumber')?.value?.split('; ') ?? [];
      await insertIdentityHashes(
        trx,
        documentId,
        numbers.map((digits) => tools.identity.hash(digits)),
      );
    }
    return {
      action: 'document.confirmed',
      body: {
        drawn,
        parcels: parcelIds,
        absent: fields.filter(({ state }) => state === 'absent').map(({ name }) => name),
      },
    };
  });
