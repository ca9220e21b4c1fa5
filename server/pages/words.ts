import { fillFrom } from '../domain/words/fill-sentence.ts';
import type { Language } from '../domain/words/language.ts';
import { en } from './words/en.ts';
import { type PageWordKey, vi } from './words/vi.ts';

export type { PageWordKey };
export type PageWords = (key: PageWordKey, values?: Readonly<Record<string, string>>) => string;

/** The words of a language, filled in. What is filled in is text; the template escapes it. */
export function pageWords(language: Language): PageWords {
  const table = language === 'en' ? en : vi;
  return (key, values = {}) => fillFrom(table[key], values);
}
