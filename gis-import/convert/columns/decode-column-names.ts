import {
  decodeText,
  fromLatin1View,
  TEXT_ENCODINGS,
  type TextEncoding,
} from '../../../server/domain/encoding/codec.ts';
import { highWords, readsAsSyllable, utf8Form } from '../../../server/domain/encoding/word-evidence.ts';

/**
 * Names of columns, which `read` hands on byte for byte, decoded as the cells are: UTF-8 where they have its form, else the
 * legacy encoding in which most of their words are Vietnamese, that of the file where several are. Half a letter at the
 * end, where DBF cut the name, is dropped.
 */
export function decodeColumnNames(names: readonly string[], ofFile: string | null): string[] {
  const strange = names.filter((name) => /[^\0-\x7f]/.test(name)).map((name) => fromLatin1View(name));
  if (strange.length === 0) return [...names];
  const legacy = legacyOf(strange, ofFile);
  return names.map((name) => (/[^\0-\x7f]/.test(name) ? decode(fromLatin1View(name), legacy) : name));
}

function decode(bytes: Uint8Array, legacy: TextEncoding): string {
  const form = utf8Form(bytes);
  return decodeText(bytes, form === 'valid' || form === 'cut' ? 'utf8' : legacy)
    .replace(/\ufffd+$/u, '')
    .trim();
}

function legacyOf(names: readonly Uint8Array[], ofFile: string | null): TextEncoding {
  const words = names.flatMap((bytes) => highWords(bytes));
  const scored = TEXT_ENCODINGS.filter((encoding) => encoding !== 'utf8').map((encoding) => ({
    encoding,
    score: words.filter((word) => readsAsSyllable(word, encoding)).length + (encoding === ofFile ? 0.5 : 0),
  }));
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).encoding;
}
