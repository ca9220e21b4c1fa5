import { fillFrom } from '../../server/domain/words/fill-sentence.ts';
import type { Language } from '../../server/domain/words/language.ts';
import { en } from './en/page.ts';
import { vi, type WordKey } from './vi/page.ts';

export type { Language };
export type Words = (key: WordKey, values?: Readonly<Record<string, string>>) => string;

/** The words of a language, filled in. What is filled in is text, never markup. */
export function wordsOf(language: Language): Words {
  const table = language === 'en' ? en : vi;
  return (key, values = {}) => fillFrom(table[key], values);
}
