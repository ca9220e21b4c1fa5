import type pg from 'pg';
import { findShelfPlace, setShelfPlace } from '../../db/document/shelf-places.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/document/documents.ts';
import { PLACE_PARTS, placeText, type ShelfPlace } from '../../domain/document/shelf-place.ts';
import { maskIdentityNumbers } from '../../domain/identity-number/mask-identity-numbers.ts';
import { actOnDocument } from './act-on-document.ts';

/** Says where the paper of a document lies, whatever state it is in; each move is told in the audit log. Repeatable. */
export const placeDocument = (
  pool: pg.Pool,
  actor: Actor,
  documentId: string,
  said: ShelfPlace,
): Promise<DocumentSummary> =>
  actOnDocument(pool, actor, documentId, async (trx, { communeCode }) => {
    const tidy = (text: string) => maskIdentityNumbers(text.normalize('NFC').trim());
    const place = Object.fromEntries(PLACE_PARTS.map((name) => [name, tidy(said[name])])) as ShelfPlace;
    const before = await findShelfPlace(trx, documentId);
    if (before && placeText(before) === placeText(place)) return null;
    await setShelfPlace(trx, { documentId, communeCode, by: actor.id }, place);
    return { action: 'document.placed', body: { before: before ? placeText(before) : null, after: placeText(place) } };
  });
