import { fillFrom } from '../../server/domain/words/fill-sentence.ts';
import { deskEn } from './desk-en.ts';
import { type DeskWordKey, deskVi } from './desk-vi.ts';
import type { Language } from './words.ts';

export type { DeskWordKey };
export type DeskWords = (key: DeskWordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the desk, filled in. A table of its own: the public pages do not carry it. */
export function deskWordsOf(language: Language): DeskWords {
  const table = language === 'en' ? deskEn : deskVi;
  // A key may hold a state that a newer server knows and this page does not: it reads as itself, and the page stays.
  return (key, values = {}) => fillFrom(table[key] ?? key, values);
}
