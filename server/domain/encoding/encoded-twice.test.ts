import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeText, latin1View, type TextEncoding } from './codec.ts';
import { decodeTwice, isTwiceThroughout, judgeTwice, type TwiceReading, weighTwice } from './encoded-twice.ts';
import { createColumnEvidence, judgeCell } from './evidence.ts';
import { CP1252_C1, CP1258_HIGH } from './tables/single-byte-tables.ts';

const NAMES = [
  'Nguyễn Văn Hòa',
  'Trần Thị Hường',
  'Lê Đức Thọ',
  'Vũ Đình Khởi',
  'Bùi Thị Thu',
  'Hồ Đông Nguyên Khắc Kiên',
  'Phạm Tuấn Nụ',
  'Vũ Thị Hà',
];

/** What a program writes as UTF-8 that takes bytes for a code page. */
function wrap(text: string, encoding: TextEncoding, seenAs: TwiceReading['seenAs'] = 'cp1252'): Uint8Array {
  const view = latin1View(encodeText(text, encoding));
  const seen = [...view].map((letter) => {
    const code = letter.charCodeAt(0);
    if (seenAs === 'cp1258') return code < 0x80 ? letter : [...CP1258_HIGH][code - 0x80]!;
    return code >= 0x80 && code < 0xa0 ? [...CP1252_C1][code - 0x80]! : letter;
  });
  return new TextEncoder().encode(seen.join(''));
}

function read(cells: readonly Uint8Array[]): (string | null | 'doubt')[] {
  const evidence = createColumnEvidence();
  for (const cell of cells) evidence.add(cell);
  const column = evidence.verdict();
  return cells.map((cell) => {
    const judged = judgeCell(cell, column);
    assert.equal(judged.encoding, 'utf8');
    const reading = judgeTwice(cell, column.twice, judged.broken);
    return reading === null || reading === 'doubt' ? reading : decodeTwice(cell, reading);
  });
}

test('legacy letters that were saved as UTF-8 are read back, every cell of the column', () => {
  for (const encoding of ['tcvn3', 'vni', 'utf8'] as const) {
    const cells = NAMES.map((name) => wrap(name, encoding));
    assert.deepEqual(read(cells), NAMES, encoding);
  }
  const names = NAMES.filter((name) => !wrap(name, 'tcvn3', 'cp1258').toString().includes('239,191,189'));
  assert.deepEqual(read(names.map((name) => wrap(name, 'tcvn3', 'cp1258'))), names, 'seen as the Vietnamese page');
});

test('a word that is Vietnamese either way follows its column', () => {
  const cells = [...NAMES, 'Vũ'].map((name) => wrap(name, 'tcvn3'));
  assert.equal(new TextDecoder().decode(cells.at(-1)), 'Vò');
  assert.equal(read(cells).at(-1), 'Vũ');
  const mixed = [
    ...NAMES.slice(0, 4).map((name) => wrap(name, 'tcvn3')),
    ...[...NAMES, 'Vò'].map((name) => encodeText(name, 'utf8')),
  ];
  const judged = read(mixed);
  assert.deepEqual(judged.slice(0, 4), NAMES.slice(0, 4));
  assert.deepEqual(
    judged.slice(4, -1),
    NAMES.map(() => null),
    'what is UTF-8 stays',
  );
  assert.equal(judged.at(-1), 'doubt');
});

test('a lone cell is read back where one reading alone explains it', () => {
  const cells = [
    ...NAMES.map((name) => encodeText(name, 'utf8')),
    wrap('Loại đất', 'tcvn3'),
    wrap('Thôn Đồng', 'utf8'),
  ];
  assert.deepEqual(read(cells).slice(-2), ['Loại đất', 'Thôn Đồng']);
});

test('sound text is left alone: foreign names, slips, signs', () => {
  const sound = [
    ...NAMES,
    'Müller',
    'Công ty ABC®',
    '100 m²',
    'Café Đô',
    'Thôn 2 – Xóm 3',
    '“Bình”',
    'Lê Ngoá',
    'Krông Pắc',
  ];
  assert.deepEqual(
    read(sound.map((text) => encodeText(text, 'utf8'))),
    sound.map(() => null),
  );
});

test('two words are evidence and one is not; they are half of the strange ones or more', () => {
  const strange = (bytes: Uint8Array) => ({ bytes, direct: false });
  const twice = ['Nguyễn', 'Trần'].map((word) => strange(wrap(word, 'tcvn3')));
  const foreign = ['Ømå', 'Çße', 'Ñøß'].map((word) => strange(new TextEncoder().encode(word)));
  const found = (words: readonly { bytes: Uint8Array; direct: boolean }[]) => weighTwice(words).twice;
  assert.equal(found(twice), 2);
  assert.equal(found(twice.slice(1)), 0);
  assert.equal(found([...twice, ...foreign.slice(0, 2)]), 2, 'half of them');
  assert.equal(found([...twice, ...foreign]), 0, 'less than half');
  assert.equal(found([twice[0]!, foreign[0]!]), 0, 'one of two');
});

test('a column is encoded twice throughout where a tenth of its words or less are plain', () => {
  const reading = { seenAs: 'cp1252', encoding: 'tcvn3' } as const;
  assert.equal(isTwiceThroughout({ reading, plain: 1, twice: 10 }), true);
  assert.equal(isTwiceThroughout({ reading, plain: 1, twice: 9 }), false);
});
