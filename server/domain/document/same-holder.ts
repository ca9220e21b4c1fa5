/** Names of a paper against names of the register. Pure. */
import { searchKey } from '../encoding/search-key.ts';

/** Set before a name. With its tone: Hồ is a family, hộ is a household. */
const TITLES = /^(?:(?:HỘ|ÔNG|BÀ|VÀ) )+/u;
const aloud = (name: string): string =>
  name.normalize('NFC').toLocaleUpperCase('vi').replaceAll(/[,;]/gu, ' ').replaceAll(/\s+/gu, ' ').trim();
const holds = (whole: string, name: string): boolean => ` ${whole} `.includes(` ${name} `);

/**
 * Whether a name of a paper is that of a holder, or one of the names of a couple: `near` where only tones differ, of which nobody
 * knows which are right. One word is nobody's whole name.
 */
export function likenessOfName(onPaper: string, holder: string): 'same' | 'near' | 'differs' {
  const [name, held] = [aloud(onPaper).replace(TITLES, ''), aloud(holder)];
  if (!name.includes(' ')) return 'differs';
  if (holds(held, name)) return 'same';
  return holds(searchKey(held), searchKey(name)) ? 'near' : 'differs';
}
