/** What was read off papers at rest: words and codes hold identity numbers, so they are sealed with a key of their own. */
import { deriveKey, openText, sealText } from '../store/sealed-text.ts';

export interface ReadingCipher {
  seal(value: unknown): Buffer;
  /** Throws when the bytes were altered or sealed with another key. */
  open(sealed: Buffer): unknown;
}

export function createReadingCipher(personalDataKey: Buffer): ReadingCipher {
  const key = deriveKey(personalDataKey, 'diaba document reading');
  return {
    seal: (value) => sealText(key, JSON.stringify(value)),
    open: (sealed) => JSON.parse(openText(key, sealed)),
  };
}
