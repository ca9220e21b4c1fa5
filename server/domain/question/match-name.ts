import { foldEndings } from '../encoding/fold-endings.ts';
import { searchKey } from '../encoding/search-key.ts';

/** Words for the kind of a commune at the start of its name. */
const KIND = /^(?:xã|phường|thị trấn|đặc khu) /iu;

/** Keys of the names compared last: the same few hundred units are, for every question. */
const keys = new Map<string, string>();
const KEPT = 5000;

/** A name for comparing: without diacritics, every sign a space, y and i of one syllable alike (Mỹ Thái, Mĩ Thái). */
export function nameKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = foldEndings(searchKey(searchKey(name).replace(/[^\p{L}\p{N}]+/gu, ' ')));
    if (keys.size >= KEPT) keys.clear();
    keys.set(name, key);
  }
  return key;
}

/** A commune's name without the word for what it is: "Xã Đồng Việt" is Đồng Việt. */
export const bareName = (name: string): string => name.normalize('NFC').replace(KIND, '');

const spelled = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * How well a name answers to what was said: 0 letter by letter, 1 but for diacritics, 2 it begins so, 3 it has these
 * whole words in it; undefined when it does not.
 */
export function matchName(said: string, name: string): 0 | 1 | 2 | 3 | undefined {
  const [asked, key] = [nameKey(said), nameKey(name)];
  if (asked === '') return undefined;
  if (key === asked) return spelled(said) === spelled(name) ? 0 : 1;
  // "Thôn 3" is not the beginning of "Thôn 30".
  const cutsNumber = /\d$/.test(asked) && /^\d/.test(key.slice(asked.length));
  if (key.startsWith(asked) && !cutsNumber) return 2;
  return ` ${key} `.includes(` ${asked} `) ? 3 : undefined;
}
