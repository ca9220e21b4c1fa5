/** Words of a paper as they are kept for search: keyed hashes, so that the index names nobody to who reads the tables. */
import { createHmac } from 'node:crypto';
import { searchKey } from '../../domain/encoding/search-key.ts';
import { deriveKey } from '../store/sealed-text.ts';

/** Bytes of a hash that are kept: two words of an archive do not share them by chance. */
const BYTES = 12;
/** Identity numbers have a look-up of their own, which is counted and limited. */
const IDENTITY_NUMBER = /^(?:\d{9}|\d{12})$/;

export interface WordTokens {
  /** One for each different word, whatever its case and diacritics. */
  of(text: string): Buffer[];
}

export function createWordTokens(personalDataKey: Buffer): WordTokens {
  const key = deriveKey(personalDataKey, 'diaba archive words');
  return {
    of(text) {
      const words = searchKey(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '' && !IDENTITY_NUMBER.test(word));
      return [...new Set(words)].map((word) => createHmac('sha256', key).update(word).digest().subarray(0, BYTES));
    },
  };
}
