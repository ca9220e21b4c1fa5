/** A sample of confirmed documents is read a second time, by somebody who does not see what the first reader said. */
import { type Actor, hasRole } from '../actor.ts';
import { searchKey } from '../encoding/search-key.ts';
import { ARCHIVE_ROLES, type FieldName } from './document.ts';

/** `differs`: a third person decides; `settled`: she did. */
export const SECOND_READING_STATES = ['waiting', 'agreed', 'differs', 'settled'] as const;
export type SecondReadingState = (typeof SECOND_READING_STATES)[number];

/** While it is in one of these, nothing is decided on where the document belongs. */
export const isSecondOpen = (state: SecondReadingState | null): boolean => state === 'waiting' || state === 'differs';

/** In one case, and apart from spaces: what two people type alike. Tones count, since a tone is another name. */
const typed = (value: string): string => value.normalize('NFC').toLocaleLowerCase('vi').replaceAll(/\s+/gu, ' ').trim();

/** Whether two readers said the same of a field; null is that the paper does not say it. */
export function saidAlike(name: FieldName, first: string | null, second: string | null): boolean {
  if (first === null || second === null) return first === second;
  if (name === 'landUse') return first.split('+').sort().join('+') === second.split('+').sort().join('+');
  if (name === 'bookNo') return searchKey(first).replaceAll(' ', '') === searchKey(second).replaceAll(' ', '');
  return typed(first) === typed(second);
}

/**
 * Whether the document that was confirmed as the `turn`th of its commune (from 1) is read again: exactly one of each `oneOf`, at a
 * place of the row that `chance` decides (a number for each row, known to nobody who confirms).
 */
export function isDrawn(turn: number, oneOf: number, chance: (row: number) => number): boolean {
  if (oneOf < 1) return false;
  const [row, place] = [Math.floor((turn - 1) / oneOf), (turn - 1) % oneOf];
  return chance(row) % oneOf === place;
}

/** Whether what a document says is hidden from this caller: she may come to read it as the second. */
export const isBlind = (
  second: { readonly status: SecondReadingState; readonly firstReader: string } | null,
  actor: Pick<Actor, 'id' | 'roles'>,
): boolean => second?.status === 'waiting' && second.firstReader !== actor.id && hasRole(actor, ARCHIVE_ROLES);
