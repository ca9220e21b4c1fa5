import { plainLetters } from './plain-letters.ts';

/**
 * The form under which text is looked up: lower case, without đ, tones and vowel signs, spaces folded. `Hoà`, `Hòa` and
 * `hoa` share a key, so where a tone is placed does not matter. Stored names are never changed to this form.
 */
export function searchKey(text: string): string {
  return plainLetters(text)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
