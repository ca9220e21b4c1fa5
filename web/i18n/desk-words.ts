import { deskEn } from './desk-en.ts';
import { type DeskWordKey, deskVi } from './desk-vi.ts';
import type { Language } from './words.ts';

export type { DeskWordKey };
export type DeskWords = (key: DeskWordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the desk, with {names} filled in and {n|one|many} chosen by a count. A table of its own: the public pages do not carry it. */
export function deskWordsOf(language: Language): DeskWords {
  const table = language === 'en' ? deskEn : deskVi;
  return (key, values = {}) =>
    table[key]
      .replaceAll(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_whole, name: string, one: string, many: string) =>
        String(values[name]) === '1' ? one : many,
      )
      .replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
