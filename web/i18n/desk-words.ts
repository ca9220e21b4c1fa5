import { fillFrom } from '../../server/domain/words/fill-sentence.ts';
import type { DeskWordKey } from './vi/desk.ts';
import type { Language } from './words.ts';

export type { DeskWordKey };
export type DeskWords = (key: DeskWordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the desk in one language, filled in. A table of its own: neither the public pages nor the other language carry it. */
export async function loadDeskWords(language: Language): Promise<DeskWords> {
  const table = language === 'en' ? (await import('./en/desk.ts')).deskEn : (await import('./vi/desk.ts')).deskVi;
  // A key may hold a state that a newer server knows and this page does not: it reads as itself, and the page stays.
  return (key, values = {}) => fillFrom(table[key] ?? key, values);
}
