import { formatDay } from '../domain/words/format-day.ts';
import type { Language } from '../domain/words/language.ts';
import { pageWords } from './words.ts';

/** The unit that numbered a sheet; of a former one, until when: its name may be in use again. */
export function unitName(
  { name, validTo }: { readonly name: string; readonly validTo: string | null },
  language: Language,
): string {
  if (validTo === null) return name;
  return pageWords(language)('parcel.unitUntil', { name, day: formatDay(validTo, language) });
}
