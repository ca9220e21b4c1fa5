import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import {
  countUnmapped,
  decodeText,
  encodeText,
  fromLatin1View,
  latin1View,
  TEXT_ENCODINGS,
  type TextEncoding,
} from './codec.ts';
import { TCVN3_LETTERS } from './tables/tcvn3-table.ts';

const read = (view: string, encoding: TextEncoding): string => decodeText(fromLatin1View(view), encoding);
const write = (text: string, encoding: TextEncoding): string => latin1View(encodeText(text, encoding));

const SMALL = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
const LETTERS = [...SMALL, ...SMALL.toUpperCase()];

/** `iconv` knows three of the encodings; without it the comparison cannot be made, and in CI that is a failure. */
function hasIconv(t: TestContext): boolean {
  if (spawnSync('iconv', ['--version']).status === 0) return true;
  assert.ok(!process.env.CI, 'iconv is needed in CI');
  t.skip('iconv is not installed');
  return false;
}

const iconv = (bytes: Uint8Array, from: string): string =>
  execFileSync('iconv', ['-f', from, '-t', 'UTF-8'], { input: bytes }).toString('utf8').normalize('NFC');

test('reads and writes the words of the brief as typists left them', () => {
  assert.equal(read('Th«n Thanh Êm', 'tcvn3'), 'Thôn Thanh ấm');
  assert.equal(read('§ång Quan Tiªn', 'tcvn3'), 'Đồng Quan Tiên');
  assert.equal(write('Thôn Thanh Ấm', 'tcvn3'), 'Th«n Thanh Êm');
  assert.equal(write('Đồng Quan Tiên', 'tcvn3'), '§ång Quan Tiªn');
  assert.equal(read('Lo¹i ®Êt', 'tcvn3'), 'Loại đất');
  assert.equal(read('Thø tù', 'tcvn3'), 'Thứ tự');
  assert.equal(read('Nguyeãn Vaên Ñöùc', 'vni'), 'Nguyễn Văn Đức');
  assert.equal(write('Nguyễn Văn Đức', 'vni'), 'Nguyeãn Vaên Ñöùc');
});

test('every Vietnamese letter survives a journey through every encoding; TCVN3 loses only the case of toned capitals', () => {
  for (const encoding of TEXT_ENCODINGS) {
    for (const letter of LETTERS) {
      const lost = encoding === 'tcvn3' && /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize('NFD'));
      const back = decodeText(encodeText(letter, encoding), encoding);
      assert.equal(back, lost ? letter.toLowerCase() : letter, `${letter} in ${encoding}`);
      assert.equal(countUnmapped(encodeText(letter, encoding), encoding), 0);
    }
  }
});

test('any text of Vietnamese words returns from the encodings that keep case', () => {
  const text = fc.string({ unit: fc.constantFrom(...LETTERS, ' ', ',', '-', '7'), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.constantFrom('utf8', 'cp1258', 'viscii' as const), (value, encoding) => {
      assert.equal(decodeText(encodeText(value, encoding as TextEncoding), encoding as TextEncoding), value);
    }),
    { seed: 4, numRuns: 500 },
  );
});

test('all 134 VNI letters return in running text, since no two of them can be cut differently', () => {
  for (const first of LETTERS) {
    for (const second of LETTERS) assert.equal(read(write(first + second, 'vni'), 'vni'), first + second);
  }
});

test('agrees with iconv on the single bytes of TCVN3', (t) => {
  if (!hasIconv(t)) return;
  assert.equal(TCVN3_LETTERS.size, 74);
  for (const [byte, letter] of TCVN3_LETTERS) assert.equal(letter, iconv(Uint8Array.of(byte), 'TCVN5712-1'));
});

test('agrees with iconv on VISCII and Windows-1258, byte by byte', (t) => {
  if (!hasIconv(t)) return;
  for (const [encoding, name] of [
    ['viscii', 'VISCII'],
    ['cp1258', 'CP1258'],
  ] as const) {
    const bytes = Array.from({ length: 255 }, (_, at) => at + 1).filter(
      (byte) => countUnmapped(Uint8Array.of(byte), encoding) === 0,
    );
    // A space before each keeps combining tones apart.
    const spaced = Uint8Array.from(bytes.flatMap((byte) => [0x20, byte]));
    assert.equal(decodeText(spaced, encoding), iconv(spaced, name));
    assert.equal(bytes.length, encoding === 'viscii' ? 255 : 246);
  }
});

test('VNI letters that converters get wrong', () => {
  assert.deepEqual(
    ['YÛ', 'yû', 'YÕ', 'yõ', 'Î', 'î', 'Ì', 'Æ'].map((view) => read(view, 'vni')),
    ['Ỷ', 'ỷ', 'Ỹ', 'ỹ', 'Ỵ', 'ỵ', 'Ì', 'Ỉ'],
  );
});

test('a VNI mark in the wrong case follows its base', () => {
  assert.equal(read('Aùnh', 'vni'), 'Ánh');
  assert.equal(read('ÖÔøNG', 'vni'), 'ƯỜNG');
  assert.equal(read('aÙ', 'vni'), 'á');
});

test('TCVN3 pairs are a capital where that makes the syllable', () => {
  assert.equal(read('Aµi', 'tcvn3'), 'Ài');
  assert.equal(read('HOAµNG §¤èC', 'tcvn3'), 'HOÀNG ĐỐC');
  assert.equal(read('Th«n Thanh ¢Êm', 'tcvn3'), 'Thôn Thanh Ấm');
});

test('TCVN3 pairs stay two letters where the value was typed under caps lock', () => {
  assert.equal(read('NGUYÔN', 'tcvn3'), 'NGUYễN');
  assert.equal(read('§OßNG NGUYÔN', 'tcvn3'), 'ĐOòNG NGUYễN');
  // The same word beside a converter's capital, and alone: a pair, as doubled vowels are rare loan words.
  assert.equal(read('§OßNG HOAµNG', 'tcvn3'), 'ĐÒNG HOÀNG');
  assert.equal(read('§OßNG', 'tcvn3'), 'ĐÒNG');
  // No syllable either way: nothing is merged.
  assert.equal(read('KZAµX', 'tcvn3'), 'KZAàX');
});

test('bytes that mean nothing become U+FFFD and are counted', () => {
  assert.equal(read('Th\u00b2n \u0080', 'tcvn3'), 'Th\ufffdn \ufffd');
  assert.equal(countUnmapped(fromLatin1View('Th\u00b2n \u0080'), 'tcvn3'), 2);
  assert.equal(read('bø', 'vni'), 'b\ufffd');
  assert.equal(countUnmapped(fromLatin1View('bø'), 'vni'), 1);
  assert.equal(countUnmapped(Uint8Array.of(0x8a, 0x41), 'cp1258'), 1);
  assert.equal(decodeText(Uint8Array.of(0x41, 0xe1, 0xbb), 'utf8'), 'A\ufffd');
  assert.equal(countUnmapped(Uint8Array.of(0x41, 0xe1, 0xbb), 'utf8'), 1);
  assert.equal(
    countUnmapped(new TextEncoder().encode('A\ufffd'), 'utf8'),
    0,
    'a replacement character someone else wrote',
  );
});

test('results are NFC, also from decomposed UTF-8 and from the combining tones of Windows-1258', () => {
  assert.equal(decodeText(new TextEncoder().encode('Nguyễn'.normalize('NFD')), 'utf8'), 'Nguyễn');
  assert.equal(decodeText(Uint8Array.of(0xea, 0xde), 'cp1258'), 'ễ');
  assert.equal(decodeText(encodeText('Ấm'.normalize('NFD'), 'viscii'), 'viscii'), 'Ấm');
});

test('curly quotes and dashes keep their Windows-1252 places in legacy text', () => {
  assert.equal(read('\u0093B×nh\u0094 \u0096 1', 'tcvn3'), '“Bình” – 1');
  assert.equal(write('“Bình”', 'tcvn3'), '\u0093B×nh\u0094');
});

test('writing names the character it cannot write', () => {
  assert.throws(
    () => encodeText('Łódź', 'tcvn3'),
    (error) => error instanceof RangeError && error.message.includes('Ł'),
  );
  assert.throws(
    () => encodeText('水', 'vni'),
    (error) => error instanceof RangeError && error.message.includes('U+6C34'),
  );
  assert.throws(() => encodeText('\u0002', 'viscii'), RangeError);
  assert.throws(() => encodeText('\ud800', 'utf8'), RangeError);
});

test('the Latin-1 view loses no byte', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const view = latin1View(all);
  assert.equal(view.charAt(0), '\u2400');
  assert.equal(view.charCodeAt(0x93), 0x93);
  assert.deepEqual(fromLatin1View(view), all);
  assert.throws(() => fromLatin1View('ư'), RangeError);
});

test('values longer than an argument list are read whole', () => {
  const long = 'Thôn Thanh Lâm, '.repeat(20_000);
  for (const encoding of TEXT_ENCODINGS) assert.equal(decodeText(encodeText(long, encoding), encoding), long);
});
