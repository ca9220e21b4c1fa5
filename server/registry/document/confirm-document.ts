import type pg from 'pg';
import { countPages, decideDocument } from '../../db/document/documents.ts';
import { insertIdentityHashes } from '../../db/document/fields.ts';
import { insertLinks } from '../../db/document/parcel-links.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/documents.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { IdentityCipher } from '../store/identity-cipher.ts';
import { actOnDocument, requireFree } from './act-on-document.ts';
import type { ReadingCipher } from './reading-cipher.ts';
import { showFields } from './show-fields.ts';

/** Ends the review of a document of which every field was confirmed; its parcels wait for a second person. Repeatable. */
export const confirmDocument = (
  pool: pg.Pool,
  actor: Actor,
  ciphers: { readonly reading: ReadingCipher; readonly identity: IdentityCipher },
  documentId: string,
  parcelIds: readonly string[],
): Promise<DocumentSummary> =>
  actOnDocument(pool, actor, documentId, async (trx, document) => {
    if (document.status === 'confirmed') return null;
    if (document.status !== 'to_review') throw new Problem('document.step_refused', { state: document.status });
    requireFree(document, actor);
    if ((await countPages(trx, documentId)) === 0)
      throw new Problem('document.step_refused', { state: document.status });
    const fields = await showFields(trx, ciphers.reading, documentId);
    const open = fields.filter(({ state }) => state === 'read');
    if (open.length > 0) {
      throw new Problem('document.fields_open', {
        state: document.status,
        errors: open.map(({ name }) => ({ field: name, message: 'is not confirmed' })),
      });
    }
    const numbers = fields.find(({ name }) => name === 'identityNumber')?.value?.split('; ') ?? [];
    await insertIdentityHashes(
      trx,
      documentId,
      numbers.map((digits) => ciphers.identity.hash(digits)),
    );
    const linked = await insertLinks(trx, documentId, document.communeCode, actor.id, parcelIds);
    if (linked < parcelIds.length) throw new Problem('parcel.not_found');
    await decideDocument(trx, documentId, { status: 'confirmed', by: actor.id, reason: null });
    return {
      action: 'document.confirmed',
      body: { parcels: parcelIds, absent: fields.filter(({ state }) => state === 'absent').map(({ name }) => name) },
    };
  });
