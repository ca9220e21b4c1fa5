import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeText, type TextEncoding } from '../../../server/domain/encoding/codec.ts';
import { createTableEvidence } from '../decide-encoding.ts';
import { readCells } from './read-cells.ts';

const NAMES = ['Nguyễn Văn Hòa', 'Trần Thị Hường', 'Xóm Đồng Cầu', 'Thôn Trại Đình'];

/** The last of the given cells, read in a column of `encoding`. */
function readIn(encoding: TextEncoding, cell: Uint8Array, width: number | null = null) {
  const evidence = createTableEvidence(1);
  for (const name of NAMES) evidence.add([encodeText(name, encoding)]);
  const rules = { verdicts: evidence.verdict(null).columns, forced: null, widths: [width] };
  return readCells([cell], rules)[0]!;
}
const bytes = (text: string) => new TextEncoder().encode(text);

test('a letter that the width of the column cut in two is never text', () => {
  for (const text of ['Xóm Đồng Phú', 'Xom Dong Phú', 'Tổ dân phố Hướng']) {
    for (const half of [1, 2]) {
      const all = bytes(text);
      const letter = [...text].findLastIndex((c) => bytes(c).length > half);
      if (letter < 0) continue;
      const end = bytes([...text].slice(0, letter).join('')).length + half;
      const { text: read, findings, mended } = readIn('utf8', all.subarray(0, end), end);
      assert.equal(read, [...text].slice(0, letter).join('').trim(), text);
      assert.deepEqual(findings, ['text.cut_off'], text);
      assert.equal(mended?.rule, 'text.cut_off');
      assert.ok(mended?.before.endsWith('\ufffd'));
    }
  }
});

test('a cell that fills its column may be cut, whatever its letters', () => {
  const full = (encoding: TextEncoding, text: string, room = 0) =>
    readIn(encoding, encodeText(text, encoding), encodeText(text, encoding).length + room).findings;
  assert.deepEqual(full('tcvn3', 'Xóm Đồng Phú'), ['text.column_full']);
  assert.deepEqual(full('tcvn3', 'Xom Dong Phu'), ['text.column_full']);
  assert.deepEqual(full('utf8', 'Xóm Đồng Phú'), ['text.column_full']);
  assert.deepEqual(full('utf8', 'Xóm Đồng Ph', 1), ['text.column_full'], 'the next letter had no room');
  assert.deepEqual(full('utf8', 'Xóm Đồng Phú', 3), []);
  assert.deepEqual(full('tcvn3', 'Xóm Đồng Phú', 1), []);
  assert.deepEqual(full('tcvn3', 'ONT'), [], 'a code');
  assert.deepEqual(full('tcvn3', '  Xóm Đồng Phú'), [], 'set to the right');
});

test('what nobody sees, or what turns the direction of reading, is taken out and said', () => {
  const unseen = ['\u200b', '\u200d', '\u200f', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u2060', '\u3164', '\ufe0f'];
  for (const c of unseen) {
    const { text, findings, mended } = readIn('utf8', bytes(`Nguyễn${c} Văn`));
    assert.equal(text, 'Nguyễn Văn');
    assert.deepEqual(findings, ['text.invisible_character'], `U+${c.charCodeAt(0).toString(16)}`);
    assert.equal(mended?.before, `Nguyễn${c} Văn`);
  }
  const { text, findings } = readIn('utf8', bytes('Nguyễn\u00a0Văn'));
  assert.deepEqual([text, findings], ['Nguyễn Văn', ['text.invisible_character']]);
  for (const c of ['\u0085', '\u2028']) {
    assert.ok(readIn('utf8', bytes(`Nguyễn${c}Văn`)).findings.includes('text.control_character'));
  }
});

test('U+FFFD is a finding wherever it stands', () => {
  for (const text of ['Xóm \ufffd', '\ufffd', 'Ph\ufffd Đình', 'Thon \ufffd 3']) {
    assert.ok(readIn('utf8', bytes(text)).findings.includes('text.mangled'), text);
  }
});

test('legacy letters saved as UTF-8 come back with their capitals, and the letters as saved stay beside', () => {
  const evidence = createTableEvidence(1);
  const saved = NAMES.map((name) => bytes(Buffer.from(encodeText(name, 'tcvn3')).toString('latin1')));
  for (const cell of saved) evidence.add([cell]);
  const { columns, why } = evidence.verdict(null);
  assert.equal(why[0]?.code, 'encoding.twice');
  for (const [i, cell] of saved.entries()) {
    const read = readCells([cell], { verdicts: columns, forced: null })[0]!;
    assert.equal(read.text, NAMES[i]);
    assert.equal(read.encoding, 'tcvn3');
    assert.deepEqual(read.findings, ['text.encoded_twice']);
    assert.equal(read.mended?.before, new TextDecoder().decode(cell));
    assert.equal(read.raw, new TextDecoder().decode(cell));
  }
});
