/** Names of columns as text to compare: the part of `column-dictionary.ts` that knows letters and not meanings. */

/** Capitals and digits only, diacritics taken away: `Số tờ`, `so_to` and `SOTO` are one name. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[đĐ]/g, 'D')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** A letter of Vietnamese has up to three bytes: a name that was cut before one may be two bytes short of DBF's ten. */
const LEAST_CUT_BYTES = 8;
/** Fewer letters are the beginning of too many names. */
const LEAST_CUT_LETTERS = 5;

/** True when `column`, a name with Vietnamese letters as wide as DBF allows, is the beginning of `name` (lower case). */
export function isCutOf(column: string, name: string): boolean {
  const spelled = column.normalize('NFC').toLowerCase().replaceAll('_', ' ').trim();
  if (!/[^\0-\x7f]/.test(spelled) || spelled.length < LEAST_CUT_LETTERS) return false;
  return new TextEncoder().encode(spelled).length >= LEAST_CUT_BYTES && name.startsWith(spelled);
}
