import type { SearchAnswer } from '../domain/contract/portal/portal-search.ts';
import type { Language } from '../domain/words/language.ts';
import { pageWords } from './words.ts';

/** What was looked for and is not in the register, as a sentence; undefined where nothing is missing. */
export function missingNote({ asked, missing }: SearchAnswer, language: Language): string | undefined {
  const words = pageWords(language);
  if (missing === undefined) return undefined;
  if (missing === 'code') return words('search.missingCode', { code: asked.code ?? '' });
  if (missing === 'point') return words(asked.reason === 'outside' ? 'search.missingAbroad' : 'search.missingPoint');
  const place = asked.place === undefined ? '' : words('search.missingIn', { place: asked.place });
  const { sheet, no } = asked;
  if (missing === 'place') {
    const named = words('search.missingPlace', { place: asked.place ?? '' });
    return sheet === undefined && no === undefined ? named : `${named} ${words('search.missingPlaceNumber')}`;
  }
  if (missing === 'sheet') return words('search.missingSheet', { sheet: sheet ?? '', place });
  if (sheet === undefined) return words('search.missingNo', { no: no ?? '', place });
  return no === undefined
    ? words('search.missingSheet', { sheet, place })
    : words('search.missingParcel', { sheet, no, place });
}
