/**
 * VNI-Windows: a base letter followed by a mark byte (116 pairs), and 18 letters of one byte. Lower-case marks lie in
 * E0–FF, their capitals 20 (hex) below. Source: the xvnkb table; the npm converters list ỷ, ỹ and their capitals wrongly.
 */

/** Lower-case letters of one byte. Ơ and Ư are bases of their own, to be followed by a tone mark. */
const SINGLES = new Map<number, string>([
  [0xe6, 'ỉ'],
  [0xec, 'ì'],
  [0xed, 'í'],
  [0xee, 'ỵ'],
  [0xf1, 'đ'],
  [0xf2, 'ị'],
  [0xf3, 'ĩ'],
  [0xf4, 'ơ'],
  [0xf6, 'ư'],
]);

/** Tone marks on a plain vowel. */
const GRAVE = 0xf8;
const ACUTE = 0xf9;
const HOOK = 0xfb;
const TILDE = 0xf5;
const DOT = 0xef;

/** Circumflex alone and with a tone; breve alone and with a tone. */
const CIRCUMFLEX = [0xe2, 0xe0, 0xe1, 0xe5, 0xe3, 0xe4] as const;
const BREVE = [0xea, 0xe8, 0xe9, 0xfa, 0xfc, 0xeb] as const;
const PLAIN = [GRAVE, ACUTE, HOOK, TILDE, DOT] as const;
/** y has no dot mark: ỵ is the single EE. */
const PLAIN_WITHOUT_DOT = [GRAVE, ACUTE, HOOK, TILDE] as const;

/** Base byte, marks in order, letters in the same order. */
const ROWS: readonly (readonly [number, readonly number[], string])[] = [
  [0x61, PLAIN, 'àáảãạ'],
  [0x61, CIRCUMFLEX, 'âầấẩẫậ'],
  [0x61, BREVE, 'ăằắẳẵặ'],
  [0x65, PLAIN, 'èéẻẽẹ'],
  [0x65, CIRCUMFLEX, 'êềếểễệ'],
  [0x6f, PLAIN, 'òóỏõọ'],
  [0x6f, CIRCUMFLEX, 'ôồốổỗộ'],
  [0x75, PLAIN, 'ùúủũụ'],
  [0x79, PLAIN_WITHOUT_DOT, 'ỳýỷỹ'],
  [0xf4, PLAIN, 'ờớởỡợ'],
  [0xf6, PLAIN, 'ừứửữự'],
];

const CASE_STEP = 0x20;

/** Byte → letter, both cases. */
export const VNI_SINGLES: ReadonlyMap<number, string> = new Map(
  [...SINGLES].flatMap(([byte, letter]): [number, string][] => [
    [byte, letter],
    [byte - CASE_STEP, letter.toUpperCase()],
  ]),
);

/** `base << 8 | mark` → letter, both cases, the mark in the case of its base. */
export const VNI_PAIRS: ReadonlyMap<number, string> = new Map(
  ROWS.flatMap(([base, marks, letters]) =>
    [...letters].flatMap((letter, at): [number, string][] => {
      const mark = marks[at] as number;
      return [
        [(base << 8) | mark, letter],
        [((base - CASE_STEP) << 8) | (mark - CASE_STEP), letter.toUpperCase()],
      ];
    }),
  ),
);

/** Caps-lock slips (`Aù`): the mark in the other case than its base; the base decides. For reading only. */
export const VNI_SLIPS: ReadonlyMap<number, string> = new Map(
  [...VNI_PAIRS].map(([key, letter]): [number, string] => [key ^ CASE_STEP, letter]),
);

/** VNI leaves the signs below C0 in their Windows-1252 places; these two occur in addresses and areas. */
export const VNI_SIGNS: ReadonlyMap<number, string> = new Map([
  [0xb0, '°'],
  [0xb2, '²'],
]);
