import { foldEndings } from './encoding/fold-endings.ts';
import { plainLetters } from './encoding/plain-letters.ts';

/**
 * Names of hamlets, streets and fields inside the address of a parcel: "Số 12 ngõ 5 đường Lê Lợi, tổ dân phố 03" holds
 * "Ngõ 5 đường Lê Lợi", "Đường Lê Lợi" and "Tổ dân phố 3". A word of kind (thôn, đường, xứ đồng) opens a name; house
 * numbers, communes and everything above them, and what reads like a person's own ground are left out.
 */

type Sort = 'lane' | 'street' | 'hamlet' | 'field' | 'above' | 'house';

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

const LONGEST_NAME = 60;
/** Words that make a description of somebody's ground out of a name ("ngõ nhà ông Hùng"). */
const SOMEBODYS = /(^|\s)(ông|bà|anh|chị|cụ|cô|chú|hộ|nhà|gia đình|chủ)(?=\s|$)/iu;
/** Streets and places that carry such a word and name nobody who could be alive. */
const OF_OLD = /\b(hai bà trưng|bà triệu|bà huyện thanh quan|bà rịa|bà đen|bà nà|ông ích khiêm)\b/giu;
/** Inside the name of a hamlet, lane or field these are the middle of a person's; streets may be called so. */
const MIDDLE_NAME = /^\S.*\s(văn|thị|hữu|bá|viết|khắc|duy)\s/iu;
/** Letters, marks, digits and what stands between them; a run of digits longer than that is a number of something else. */
const WRITTEN = /^[\p{L}\p{M}\p{N} .'’/–-]+$/u;
const LONG_NUMBER = /\d{4}/;

interface Word {
  readonly text: string;
  readonly lower: string;
}
interface Piece {
  readonly kind: Kind;
  readonly rest: readonly Word[];
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
  const pieces: { kind: Kind; rest: Word[] }[] = [];
  let at = 0;
  while (at < words.length) {
    const current = pieces.at(-1);
    const found = kindAt(words, at);
    // A word of kind right after another is part of its name: "Thôn Làng Chùa".
    const free = !current || current.rest.length > 0;
    const afterHouse = current?.kind.sort === 'house' && current.rest.length > 0;
    if (found && free && opens(words, at, found, !current || afterHouse)) {
      pieces.push({ kind: found.kind, rest: [] });
      at += found.length;
    } else {
      const word = words[at]!;
      // What stands before the first word of kind ("12A", a name) belongs to nothing.
      if (current) current.rest.push(word);
      else if (/^\d/.test(word.text)) pieces.push({ kind: HOUSE, rest: [word] });
      else return [];
      at += 1;
    }
  }
  return pieces;
}
const HOUSE = KINDS.at(-1)!;

/** Addresses in capitals come out as names are written: first letters capital. */
const titled = (text: string): string =>
  text === text.toUpperCase()
    ? text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    : text;

/** The name of a piece, or null where it is none that may be shown. */
function nameOf({ kind, rest }: Piece): string | null {
  if (kind.sort === 'above' || kind.sort === 'house' || rest.length === 0) return null;
  const proper = titled(rest.map((word) => word.text).join(' '))
    .replace(/^số\s+/iu, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/[ .'’/–-]+$/u, '');
  const name = `${kind.label} ${proper}`;
  if (proper === '' || name.length > LONGEST_NAME || !WRITTEN.test(proper) || LONG_NUMBER.test(proper)) return null;
  if (SOMEBODYS.test(proper.replace(OF_OLD, ''))) return null;
  const withField = kind.label === 'Đồng' ? name : proper; // A family name too: "Đồng Văn Hùng".
  return kind.sort !== 'street' && MIDDLE_NAME.test(withField) ? null : name;
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** A lane is called by its number, which says little alone: it takes the street after it along. */
function namesOfPart(pieces: readonly Piece[]): string[] {
  const names: string[] = [];
  for (const [i, piece] of pieces.entries()) {
    const name = nameOf(piece);
    if (name === null) continue;
    const after = pieces.slice(i + 1).filter((next) => next.kind.sort === 'lane' || next.kind.sort === 'street');
    const street = piece.kind.sort === 'lane' ? after.map(nameOf).filter((next) => next !== null) : [];
    names.push([name, ...street.map(lowerFirst)].join(' '));
  }
  return names.filter((name) => name.length <= LONGEST_NAME);
}

/** The places an address names, in its order, each once. Never a house number; never a person. Never throws. */
export function placeNames(address: string): string[] {
  const parts = plainLetters(address)
    .normalize('NFC')
    .split(/[,;\n]|\s[-–]\s/u);
  return [...new Set(parts.flatMap((part) => namesOfPart(cutPart(part))))];
}

/**
 * The form under which two spellings are one place: case, where a tone is placed (Hoà, Hòa), and y for i (Mỹ, Mĩ) do not
 * count; the tone itself does, since Thôn Hà and Thôn Hạ are neighbours.
 */
export function placeIdentity(name: string): string {
  return plainLetters(name)
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(word)?.[0] ?? '';
      return foldEndings(word.replace(tone, '')) + tone;
    })
    .join(' ')
    .normalize('NFC');
}
