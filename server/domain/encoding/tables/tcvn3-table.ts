/**
 * TCVN3 (variant VN3 of TCVN 5712:1993, the `.VnTime` fonts, "ABC"): 67 lower-case letters and the 7 capitals
 * Ă Â Ê Ô Ơ Ư Đ. No toned capital has a byte of its own: fonts whose name ends in H drew the lower-case byte as a capital.
 */

/** First byte of a run, then the letters of the run in byte order. */
const RUNS: readonly (readonly [number, string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐ'],
  [0xa8, 'ăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

/** Byte → letter, the 74 bytes of the standard. */
export const TCVN3_LETTERS: ReadonlyMap<number, string> = new Map(
  RUNS.flatMap(([first, letters]) => [...letters].map((letter, at): [number, string] => [first + at, letter])),
);

const LETTER_TO_BYTE = new Map([...TCVN3_LETTERS].map(([byte, letter]) => [letter, byte]));

/** Tones (grave, acute, tilde, hook, dot below) of a decomposed letter; circumflex, breve and horn are part of the base. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * Toned lower-case byte → the byte of its capital base (`A E I O U Y` or A1–A6). Converters of the browser age write a
 * toned capital as these two bytes: `41 B5` is À, `A3 D5` is Ế. 60 pairs.
 */
export const TCVN3_PAIR_BASE: ReadonlyMap<number, number> = new Map(
  [...TCVN3_LETTERS].flatMap(([byte, letter]): [number, number][] => {
    const decomposed = letter.normalize('NFD');
    if (!TONES.test(decomposed)) return [];
    const base = decomposed.replace(TONES, '').normalize('NFC').toUpperCase();
    return [[byte, LETTER_TO_BYTE.get(base) ?? base.charCodeAt(0)]];
  }),
);

/** Lower-case letters whose capital cannot be written in one byte: exactly those that carry a tone. */
export const TCVN3_WITHOUT_CAPITAL: ReadonlySet<string> = new Set(
  [...TCVN3_PAIR_BASE.keys()].map((byte) => TCVN3_LETTERS.get(byte) as string),
);
