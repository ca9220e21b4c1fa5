/**
 * The colour space of our papers as an ICC profile (ICC.1:2010, version 4.2), made from the published numbers of sRGB
 * (IEC 61966-2-1): a file that is kept for ever must say what its reds and greens are.
 */

/** XYZ of the primaries and of white under D50 (Bradford), as the ICC gives them for sRGB. */
const PRIMARIES = {
  rXYZ: [0.4360657, 0.2224884, 0.013916],
  gXYZ: [0.3851471, 0.7168732, 0.0970764],
  bXYZ: [0.1430664, 0.0606079, 0.7140961],
  wtpt: [0.9642029, 1, 0.8249054],
} as const;
/** From D65, in which sRGB is defined, to D50, in rows. */
const ADAPTATION = [
  1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316,
];
/** Y = ((X + a) / (1 + a)) ^ g above d, else c X. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
const HEAD = 128;

function fixed(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeInt32BE(Math.round(number * 65_536), index * 4);
  return bytes;
}
const typed = (type: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(type), Buffer.alloc(4), body]);

/** A text in one language (multiLocalizedUnicodeType). */
function text(words: string): Buffer {
  const utf16 = Buffer.from(words, 'utf16le').swap16();
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(12, 4);
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(utf16.length, 12);
  head.writeUInt32BE(28, 16);
  return typed('mluc', Buffer.concat([head, utf16]));
}

function makeProfile(): Buffer {
  const curve = typed('para', Buffer.concat([Buffer.from([0, 3, 0, 0]), fixed(CURVE)]));
  const tags: [name: string, body: Buffer][] = [
    ['desc', text('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ...Object.entries(PRIMARIES).map(([name, xyz]): [string, Buffer] => [name, typed('XYZ ', fixed(xyz))]),
    ['chad', typed('sf32', fixed(ADAPTATION))],
    ...['rTRC', 'gTRC', 'bTRC'].map((name): [string, Buffer] => [name, curve]),
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  let at = HEAD + table.length;
  const known = new Map<Buffer, number>();
  for (const [index, [name, body]] of tags.entries()) {
    const offset = known.get(body) ?? at;
    if (!known.has(body)) {
      const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
      known.set(body, at);
      bodies.push(padded);
      at += padded.length;
    }
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(offset, 8 + index * 12);
    table.writeUInt32BE(body.length, 12 + index * 12);
  }
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(at, 0);
  head.writeUInt32BE(0x04200000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, part] of [2026, 1, 1, 0, 0, 0].entries()) head.writeUInt16BE(part, 24 + index * 2);
  head.write('acsp', 36, 'latin1');
  fixed(PRIMARIES.wtpt).copy(head, 68);
  return Buffer.concat([head, table, ...bodies]);
}

export const SRGB_PROFILE: Buffer = makeProfile();
