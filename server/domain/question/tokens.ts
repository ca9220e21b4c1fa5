import { searchKey } from '../encoding/search-key.ts';

/** A word, a number (with the one letter it may carry: `12a`), or a single sign. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign';
  /** As typed, lower case. */
  readonly raw: string;
  /** Without diacritics, lower case. */
  readonly key: string;
  /** As typed, for showing it. */
  readonly text: string;
  /** Whether it stands right behind the one before, without a space. */
  readonly glued: boolean;
}

const TOKEN = /(?<number>\d+(?:[a-zđ](?![\p{L}\p{M}\d]))?)|(?<word>\p{L}[\p{L}\p{M}]*)|[^\s]/giu;

/** The words, numbers and signs of a clean text, in order. Letters and digits part where they meet: `tờ12` is two. */
export function tokenize(clean: string): Token[] {
  return Array.from(clean.matchAll(TOKEN), (match) => {
    const text = match[0];
    const kind = match.groups?.number ? 'number' : match.groups?.word ? 'word' : 'sign';
    const glued = match.index > 0 && !/\s/u.test(clean[match.index - 1]!);
    return { kind, raw: text.toLowerCase(), key: searchKey(text), text, glued };
  });
}
