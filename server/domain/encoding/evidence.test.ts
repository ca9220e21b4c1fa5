import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText, encodeText, fromLatin1View, TEXT_ENCODINGS, type TextEncoding } from './codec.ts';
import { type ColumnVerdict, createColumnEvidence, fileEncoding, judgeCell } from './evidence.ts';

const NAMES =
  `Nguyễn Văn Đức, Trần Thị Ánh, Lê Hữu Quyết, Phạm Thị Ngọc Hường, Hoàng Đình Tưởng, Vũ Thị Bích Thủy, Đặng Quang Khải,
  Bùi Thế Lượng, Đỗ Thị Mận, Ngô Xuân Thịnh, Dương Thị Huệ, Giáp Văn Ước, Nông Thị Gấm, Thân Đức Thắng`.split(/,\s+/);

function verdictOn(values: Iterable<Uint8Array>): ColumnVerdict {
  const evidence = createColumnEvidence();
  for (const bytes of values) evidence.add(bytes);
  return evidence.verdict();
}

const columnOf = (encoding: TextEncoding): ColumnVerdict => verdictOn(NAMES.map((name) => encodeText(name, encoding)));

test('names the encoding of fourteen names, surely, and says why', () => {
  for (const encoding of TEXT_ENCODINGS) {
    const verdict = columnOf(encoding);
    assert.equal(verdict.encoding, encoding);
    assert.ok(verdict.confidence > 0.95, `${encoding} ${verdict.confidence}`);
    assert.equal(verdict.values, NAMES.length);
    assert.ok(['encoding.utf8_form', 'encoding.syllables'].includes(verdict.why.code));
    assert.notEqual(verdict.runnerUp, encoding);
  }
});

test('knows upper-case columns too, in TCVN3 without its capitals', () => {
  for (const encoding of TEXT_ENCODINGS) {
    assert.equal(verdictOn(NAMES.map((name) => encodeText(name.toUpperCase(), encoding))).encoding, encoding);
  }
});

test('a column without high bytes is ascii, in any encoding', () => {
  const verdict = verdictOn(['ONT', '', 'LUC', 'Thanh Lam'].map((value) => encodeText(value, 'utf8')));
  assert.deepEqual(verdict, {
    encoding: 'ascii',
    confidence: 1,
    why: { code: 'encoding.no_high_byte', params: {} },
    values: 3,
    runnerUp: null,
  });
  assert.equal(createColumnEvidence().verdict().values, 0);
});

test('few words give little confidence, and repeating one gives no more', () => {
  const once = verdictOn([encodeText('Đất', 'tcvn3')]);
  assert.equal(once.encoding, 'tcvn3');
  assert.ok(once.confidence < 0.7);
  const often = verdictOn(Array.from({ length: 500 }, () => encodeText('Đất', 'tcvn3')));
  assert.ok(often.confidence < 0.7);
});

test('text that reads well in no encoding is not decided surely', () => {
  const noise = Array.from({ length: 200 }, (_, at) =>
    Uint8Array.from({ length: 12 }, (_, place) => 0xa0 + ((at * 31 + place * 17) % 96)),
  );
  assert.ok(verdictOn(noise).confidence < 0.5);
});

test('UTF-8 cut by the width of its field is still UTF-8', () => {
  const cut = NAMES.map((name) => encodeText(name, 'utf8').subarray(0, 12));
  assert.equal(verdictOn(cut).encoding, 'utf8');
});

test('a cell in another encoding than its column is decoded by its own', () => {
  const tcvn3 = columnOf('tcvn3');
  const cell = judgeCell(fromLatin1View('Nguyeãn Vaên'), tcvn3);
  assert.deepEqual(cell, { encoding: 'vni', differs: true, broken: false, unmapped: 0 });
  for (const own of ['utf8', 'tcvn3', 'vni'] as const) {
    const column = columnOf(own);
    for (const other of ['utf8', 'tcvn3', 'vni'] as const) {
      for (const name of NAMES) {
        const bytes = encodeText(name, other);
        const judged = judgeCell(bytes, column);
        assert.deepEqual(
          judged,
          { encoding: other, differs: other !== own, broken: false, unmapped: 0 },
          `${name}: ${other} in ${own}`,
        );
        assert.equal(decodeText(bytes, judged.encoding).toLowerCase(), name.toLowerCase());
      }
    }
  }
});

test('foreign words, slips and short values do not leave their column', () => {
  const values = [
    'Công ty Zhōng',
    'Lê Văn Tuấnn',
    'Đ/c Hà',
    'Bắc Kạn',
    'Đắk Lắk',
    'ý',
    'Xn ấp 3',
    'm²',
    'Nguyễn V.Ă',
    '“Bình”',
  ];
  for (const own of ['utf8', 'tcvn3', 'vni'] as const) {
    const column = columnOf(own);
    for (const value of values) {
      if (own === 'tcvn3' && value === 'm²') continue;
      if (own !== 'utf8' && value.includes('ō')) continue;
      assert.equal(judgeCell(encodeText(value, own), column).differs, false, `${value} in ${own}`);
    }
  }
});

test('abbreviations with Đ stay in their column', () => {
  for (const own of TEXT_ENCODINGS) {
    for (const value of ['NĐ 101/2024/NĐ-CP', 'Đường ĐT 295', 'VPĐKĐĐ']) {
      const judged = judgeCell(encodeText(value, own), columnOf(own));
      assert.deepEqual(judged, { encoding: own, differs: false, broken: false, unmapped: 0 }, `${value} in ${own}`);
    }
  }
});

test('lone letters are weak evidence', () => {
  const list = [...'àảãáạăằẳẵắặâầẩẫấậ'].map((letter) => encodeText(letter, 'tcvn3'));
  assert.ok(verdictOn(list).confidence < 0.9);
});

test('an encoding the operator forces is not left', () => {
  const judged = judgeCell(fromLatin1View('Nguyeãn Vaên'), { encoding: 'tcvn3', forced: true });
  assert.equal(judged.encoding, 'tcvn3');
  assert.equal(judged.differs, false);
});

test('bytes without meaning are counted', () => {
  assert.equal(judgeCell(fromLatin1View('Th«n \u00b2\u0080 3'), columnOf('tcvn3')).unmapped, 2);
});

const MANGLED: readonly (readonly [TextEncoding, string, string])[] = [
  ['tcvn3', 'question marks', 'Nguy?n V?n ??c'],
  ['tcvn3', 'a question mark for the only vowel', 'Th? H?'],
  ['utf8', 'a question mark at the beginning', '?inh Van An'],
  ['tcvn3', 'ư lost before ơ', 'tr\u00eang'],
  ['tcvn3', 'ư lost before ng', 'NguyÔn V\u00a8n Hng'],
];

test('text that was broken before it came is said to be broken', () => {
  for (const [encoding, what, view] of MANGLED) {
    const judged = judgeCell(fromLatin1View(view), columnOf(encoding));
    assert.ok(judged.broken, what);
    assert.equal(judged.differs, false, what);
  }
  const utf8 = columnOf('utf8');
  for (const text of ['Nguyá»…n VÄƒn', 'ThÃ´n Äá»“ng', 'ï¿½', 'Nguy\ufffdn', 'Lo¹i ®Êt', 'Th«n', 'Nguyeãn Vaên']) {
    assert.ok(judgeCell(new TextEncoder().encode(text), utf8).broken, text);
  }
  // UTF-8 read as Latin-1 proper: the bytes 80–9F are control characters.
  const twice = String.fromCharCode(...new TextEncoder().encode('Nguyễn Văn Đức'));
  assert.ok(judgeCell(new TextEncoder().encode(twice), utf8).broken);
});

test('sound text is not said to be broken', () => {
  for (const encoding of TEXT_ENCODINGS) {
    const column = columnOf(encoding);
    for (const text of [
      ...NAMES,
      'Đường Dương Hưng',
      'Nước mương',
      'NGUYỄN THỊ ƯƠNG',
      'Ông An?',
      'Có tranh chấp không?',
      'TNHH Hồng',
      'Krông',
      '? ?',
    ]) {
      assert.equal(judgeCell(encodeText(text, encoding), column).broken, false, `${text} in ${encoding}`);
    }
  }
});

test('the columns of a file add up to one encoding', () => {
  const column = (encoding: ColumnVerdict['encoding'], confidence: number): ColumnVerdict => ({
    encoding,
    confidence,
    why: { code: 'encoding.no_high_byte', params: {} },
    values: 9,
    runnerUp: null,
  });
  assert.deepEqual(fileEncoding([]), { detected: 'ascii', confidence: 1 });
  assert.deepEqual(fileEncoding([column('ascii', 1)]), { detected: 'ascii', confidence: 1 });
  const agreed = fileEncoding([column('tcvn3', 0.9), column('tcvn3', 0.8), column('ascii', 1)]);
  assert.equal(agreed.detected, 'tcvn3');
  assert.ok(agreed.confidence > 0.97);
  const outvoted = fileEncoding([column('vni', 0.4), column('cp1258', 0.4), column('tcvn3', 0.99)]);
  assert.equal(outvoted.detected, 'tcvn3');
  assert.ok(outvoted.confidence < 0.9);
});
