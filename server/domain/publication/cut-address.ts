/**
 * Cuts the address of a parcel into pieces that each begin with a word of kind: "số 12 ngõ 5 đường Lê Lợi, xã Mẫu" into a
 * house, a lane, a street and a commune. What stands before the first word of kind belongs to no piece, and a part of an
 * address that begins so is none.
 */
import { plainLetters } from '../encoding/plain-letters.ts';

export type Sort = 'lane' | 'street' | 'hamlet' | 'field' | 'above' | 'house';

interface Kind {
  /** As it stands in names, first letter capital. */
  readonly label: string;
  readonly sort: Sort;
  /** The words of it, lower case; also what it is shortened to. */
  readonly spellings: readonly string[];
  /** Only followed by a number ("tổ 5"). */
  readonly numbered?: true;
  /** Also a common part of proper names (Bản Đôn, Đồng Quan): opens a name only where an address or a part of it begins. */
  readonly openingOnly?: true;
}

const kind = (label: string, sort: Sort, spellings: string, more: Partial<Kind> = {}): Kind => ({
  label,
  sort,
  spellings: spellings.split('|'),
  ...more,
});

const KINDS: readonly Kind[] = [
  kind('Tổ dân phố', 'hamlet', 'tổ dân phố|tdp|tổ dp|tổ dân cư'),
  kind('Khu phố', 'hamlet', 'khu phố|kp'),
  kind('Khu dân cư', 'hamlet', 'khu dân cư|kdc'),
  kind('Tổ', 'hamlet', 'tổ', { numbered: true }),
  kind('Thôn', 'hamlet', 'thôn'),
  kind('Xóm', 'hamlet', 'xóm'),
  kind('Ấp', 'hamlet', 'ấp'),
  kind('Buôn', 'hamlet', 'buôn', { openingOnly: true }),
  kind('Bản', 'hamlet', 'bản', { openingOnly: true }),
  kind('Làng', 'hamlet', 'làng', { openingOnly: true }),
  kind('Khu', 'hamlet', 'khu', { openingOnly: true }),
  kind('Ngõ', 'lane', 'ngõ'),
  kind('Ngách', 'lane', 'ngách'),
  kind('Hẻm', 'lane', 'hẻm'),
  kind('Kiệt', 'lane', 'kiệt', { numbered: true }),
  kind('Đường', 'street', 'đường'),
  kind('Phố', 'street', 'phố'),
  kind('Xứ đồng', 'field', 'xứ đồng|xứ'),
  kind('Cánh đồng', 'field', 'cánh đồng'),
  kind('Khu đồng', 'field', 'khu đồng'),
  kind('Đồng', 'field', 'đồng', { openingOnly: true }),
  kind('Bãi', 'field', 'bãi', { openingOnly: true }),
  kind('Gò', 'field', 'gò', { openingOnly: true }),
  kind('', 'above', 'xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|đặc khu|tt|tp|tx'),
  kind('', 'house', 'nhà|thửa|tờ|lô|căn hộ', { openingOnly: true }),
  kind('', 'house', 'số nhà|nhà số|số|sn'),
];
/** Spellings of several words before those of one, so that "khu phố" is not "khu". */
const BY_SPELLING = KINDS.flatMap((one) =>
  one.spellings.map((spelling) => ({ words: spelling.split(' '), kind: one })),
).sort((a, b) => b.words.length - a.words.length);

interface Word {
  readonly text: string;
  readonly lower: string;
}
export interface Piece {
  readonly kind: { readonly label: string; readonly sort: Sort };
  /** The words of kind as they are written; none for a bare house number. */
  readonly opening: readonly string[];
  readonly rest: readonly string[];
}

function kindAt(words: readonly Word[], at: number): { kind: Kind; length: number } | undefined {
  const found = BY_SPELLING.find((one) => one.words.every((word, i) => words[at + i]?.lower === word));
  return found && { kind: found.kind, length: found.words.length };
}

/** Whether the word of kind at this place opens a new piece; `previous` is the piece before it, if it has words by now. */
function opens(
  words: readonly Word[],
  at: number,
  { kind, length }: { kind: Kind; length: number },
  first: boolean,
): boolean {
  const next = words[at + length];
  if (!next) return false; // "Thôn Yên Làng": nothing follows, so it belongs to the name before.
  if (kind.numbered && !/^\d/.test(next.text)) return false;
  return first || !kind.openingOnly;
}

/** Cuts one part of an address, which has no comma inside, into pieces that each begin with a word of kind. */
function cutPart(part: string): Piece[] {
  const words = part
    .split(/\s+/)
    .filter(Boolean)
    .map((text) => ({ text, lower: text.toLowerCase().replace(/[.:]$/, '') }));
  const pieces: { kind: Kind; opening: string[]; rest: string[] }[] = [];
  let at = 0;
  while (at < words.length) {
    const current = pieces.at(-1);
    const found = kindAt(words, at);
    // A word of kind right after another is part of its name: "Thôn Làng Chùa".
    const free = !current || current.rest.length > 0;
    const afterHouse = current?.kind.sort === 'house' && current.rest.length > 0;
    if (found && free && opens(words, at, found, !current || afterHouse)) {
      pieces.push({ kind: found.kind, opening: words.slice(at, at + found.length).map(({ text }) => text), rest: [] });
      at += found.length;
    } else {
      const word = words[at]!;
      // What stands before the first word of kind ("12A", a name) belongs to nothing.
      if (current) current.rest.push(word.text);
      else if (/^\d/.test(word.text)) pieces.push({ kind: HOUSE, opening: [], rest: [word.text] });
      else return [];
      at += 1;
    }
  }
  return pieces;
}
const HOUSE = KINDS.at(-1)!;

/** The parts of an address (what commas separate), each as its pieces, in the order of the address. Never throws. */
export function cutAddress(address: string): Piece[][] {
  return plainLetters(address)
    .normalize('NFC')
    .split(/[,;\n]|\s[-–]\s/u)
    .map(cutPart);
}
