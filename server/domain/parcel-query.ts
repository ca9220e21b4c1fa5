/**
 * The grammar of what people type to find a parcel: a parcel code, or sheet and parcel number in the ways they are
 * written on certificates ("tờ bản đồ số 12, thửa đất số 345"), with or without diacritics, pasted with any spaces.
 */
export type ParcelQuery = { readonly code: string } | { readonly sheet: string; readonly no: string };

/** Alphabet of geohash, which the parcel code uses (no a, i, l, o). */
const CODE = /^[0-9b-hjkmnp-z]{12}$/;
const SHEET = String.raw`(?:to|tbd)(?: ban do)?(?: dia chinh)?(?: so)? ?(?<sheet>\d{1,4}[a-z]?)`;
const PARCEL = String.raw`thua(?: dat)?(?: so)? ?(?<no>\d{1,6}[a-z]?)`;
const FORMS = [
  new RegExp(`^${SHEET} ?${PARCEL}$`),
  new RegExp(`^${PARCEL} ?${SHEET}$`),
  /^(?<sheet>\d{1,4}[a-z]?) ?\/ ?(?<no>\d{1,6}[a-z]?)$/,
];

/** Lower case, no diacritics, punctuation between words as one space. NFD splits every Vietnamese letter but đ. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\s,;:.\-–—()]+/gu, ' ')
    .trim();
}

/** A sheet or parcel number as the register keeps it: `007` is 7, `012a` is 12a. */
export const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, '');

/** What the text asks for, or undefined where it is none of the forms known. Longer texts are never understood. */
export function parseParcelQuery(text: string): ParcelQuery | undefined {
  if (text.length > 200) return undefined;
  const words = plain(text);
  const code = words.replaceAll(' ', '');
  if (CODE.test(code)) return { code };
  for (const form of FORMS) {
    const groups = form.exec(words)?.groups;
    if (groups?.sheet && groups.no) return { sheet: withoutZeros(groups.sheet), no: withoutZeros(groups.no) };
  }
  return undefined;
}
