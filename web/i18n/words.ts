import { en } from './en.ts';
import { vi, type WordKey } from './vi.ts';

export type Language = 'vi' | 'en';
export type Words = (key: WordKey, values?: Readonly<Record<string, string>>) => string;

/** The words of a language, with {names} filled in. What is filled in is text, never markup. */
export function wordsOf(language: Language): Words {
  const table = language === 'en' ? en : vi;
  return (key, values = {}) => table[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

const LOCALE = { vi: 'vi-VN', en: 'en-GB' } as const;

/** An area as people write it: `1.234,5 m²`. */
export function areaText(areaM2: number, language: Language): string {
  return `${areaM2.toLocaleString(LOCALE[language], { maximumFractionDigits: 1 })} m²`;
}
