/** Writing the legacy encodings: one table per encoding from character to bytes, made from the tables they are read by. */
import { CP1258_HIGH, TYPOGRAPHIC_BYTES, VISCII_HIGH, VISCII_LOW } from './tables/single-byte-tables.ts';
import { TCVN3_LETTERS, TCVN3_PAIR_BASE } from './tables/tcvn3-table.ts';
import { VNI_PAIRS, VNI_SIGNS, VNI_SINGLES } from './tables/vni-table.ts';

/** The encodings of the time before Unicode, the likelier first. */
export const LEGACY_ENCODINGS = ['tcvn3', 'vni', 'cp1258', 'viscii'] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];
type Writer = ReadonlyMap<string, readonly number[]>;

const single = (map: Iterable<readonly [number, string]>): [string, number[]][] =>
  [...map].map(([byte, letter]) => [letter, [byte]]);
const highHalf = (letters: string): [string, number[]][] =>
  [...letters].map((letter, at): [string, number[]] => [letter, [0x80 + at]]).filter(([letter]) => letter !== '\ufffd');

/** A toned capital is its lower-case byte: the font drew it large. */
function tcvn3(): Writer {
  const capitals = [...TCVN3_PAIR_BASE.keys()].map((byte): [string, number[]] => {
    const letter = TCVN3_LETTERS.get(byte) as string;
    return [letter.toUpperCase(), [byte]];
  });
  return new Map([...single(TYPOGRAPHIC_BYTES), ...single(TCVN3_LETTERS), ...capitals]);
}

function vni(): Writer {
  const pairs = [...VNI_PAIRS].map(([key, letter]): [string, number[]] => [letter, [key >> 8, key & 0xff]]);
  return new Map([...single(TYPOGRAPHIC_BYTES), ...single(VNI_SIGNS), ...single(VNI_SINGLES), ...pairs]);
}

/** Letters the page lacks are written as the vowel with its quality and the tone behind it, as Windows does. */
function cp1258(): Writer {
  const direct = new Map(highHalf(CP1258_HIGH));
  const composed: [string, number[]][] = [];
  for (let byte = 0x41; byte < 0x7b; byte++) direct.set(String.fromCharCode(byte), [byte]);
  for (const tone of ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']) {
    for (const [letter, bytes] of direct) {
      const whole = (letter + tone).normalize('NFC');
      if (whole.length === 1 && !direct.has(whole))
        composed.push([whole, [...bytes, ...(direct.get(tone) as number[])]]);
    }
  }
  return new Map([...composed, ...direct]);
}

const viscii = (): Writer => new Map([...highHalf(VISCII_HIGH), ...single(VISCII_LOW)]);

const WRITERS: Readonly<Record<LegacyEncoding, Writer>> = {
  tcvn3: tcvn3(),
  vni: vni(),
  cp1258: cp1258(),
  viscii: viscii(),
};

/** Control characters that VISCII gives to letters cannot be written as themselves. */
const isTaken = (unit: number, encoding: LegacyEncoding): boolean => encoding === 'viscii' && VISCII_LOW.has(unit);

/** NFC text → bytes; throws RangeError naming the character that cannot be written. */
export function encodeByTable(text: string, encoding: LegacyEncoding): Uint8Array {
  const writer = WRITERS[encoding];
  const bytes: number[] = [];
  for (const character of text) {
    const unit = character.codePointAt(0) as number;
    if (unit < 0x80 && !isTaken(unit, encoding)) {
      bytes.push(unit);
      continue;
    }
    const written = writer.get(character);
    if (!written)
      throw new RangeError(
        `${encoding} cannot write ${JSON.stringify(character)} (U+${unit.toString(16).toUpperCase().padStart(4, '0')})`,
      );
    bytes.push(...written);
  }
  return Uint8Array.from(bytes);
}
