import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeRow, type KeyAnswer } from './judge-row.ts';
import { LOOKUP_BOUNDS } from './lookup-bounds.ts';
import { fieldOfHead } from './lookup-columns.ts';
import { readJsonTable, readTextTable } from './lookup-table.ts';
import { readRow } from './read-row.ts';
import { NoTable, readRecords } from './read-table.ts';

test('records of both languages’ spreadsheets and of a pasted table', () => {
  assert.deepEqual(
    [...readRecords('\ufeffa;b\r\n1;"x;""y"""\r\n\r\n;\r\n2;')],
    [
      ['a', 'b'],
      ['1', 'x;"y"'],
      ['2', ''],
    ],
  );
  assert.deepEqual(
    [...readRecords('a\tb\n1, 2\t3')],
    [
      ['a', 'b'],
      ['1, 2', '3'],
    ],
  );
  assert.deepEqual(
    [...readRecords('a,b\n"two\nlines",3\n')],
    [
      ['a', 'b'],
      ['two\nlines', '3'],
    ],
  );
  assert.deepEqual([...readRecords('one column\nof text')], [['one column'], ['of text']]);
});

test('heads as people write them', () => {
  const known: [head: string, field: string | undefined][] = [
    ['Xã/Phường', 'commune'],
    ['SỐ TỜ', 'sheet'],
    ['Tờ bản đồ số', 'sheet'],
    ['Thửa đất số', 'no'],
    ['so_thua', 'no'],
    ['Mã thửa đất', 'code'],
    ['Số phát hành GCN', 'serial'],
    ['CCCD/CMND', 'identityNumber'],
    ['Vĩ độ', 'lat'],
    ['Toạ độ', 'coordinates'],
    ['Chủ sử dụng', undefined],
    ['', undefined],
  ];
  for (const [head, field] of known) assert.equal(fieldOfHead(head), field, head);
});

test('rows of JSON have a column for each field that any has', () => {
  const table = readJsonTable([{ ref: 'a', sheet: 12, no: '345' }, 'tờ 1 thửa 2']);
  assert.ok(!('trouble' in table));
  assert.deepEqual(table.heads, ['ref', 'sheet', 'no', 'text']);
  assert.deepEqual(
    [...table.records()],
    [
      ['a', '12', '345', ''],
      ['', '', '', 'tờ 1 thửa 2'],
    ],
  );
  const text = readTextTable('x,y,z\n1,2,3');
  assert.ok(!('trouble' in text));
  assert.deepEqual(text.fields, ['x', 'y', null]);
});

test('what a row asks, and why it asks nothing', () => {
  const reasonOf = (cells: Parameters<typeof readRow>[0], isStaff = false) => {
    const read = readRow(cells, isStaff);
    return 'reason' in read ? read.reason : read.keys.map(({ kind }) => kind).join('+');
  };
  assert.equal(reasonOf({}), 'empty');
  assert.equal(reasonOf({ commune: 'Xã Mẫu' }), 'no_missing');
  assert.equal(reasonOf({ sheet: '12' }), 'no_missing');
  assert.equal(reasonOf({ no: '12' }), 'place_missing');
  assert.equal(reasonOf({ text: 'thửa 12' }), 'place_missing');
  assert.equal(reasonOf({ sheet: '1.2E+5', no: '3' }), 'unreadable');
  assert.equal(reasonOf({ sheet: '12', no: '345', commune: '!!!' }), 'commune_unreadable');
  assert.equal(reasonOf({ serial: 'CT 123456' }), 'staff_only');
  assert.equal(reasonOf({ serial: 'CT 123456', identityNumber: '001 099 012 345' }, true), 'serial+identity');
  assert.equal(reasonOf({ identityNumber: '12' }, true), 'identity_unreadable');
  assert.equal(reasonOf({ code: 'w7g900000001', no: '4' }), 'code');
  assert.equal(reasonOf({ code: 'w7g900000001', sheet: '12', no: '4' }), 'code+numbered');
  assert.equal(reasonOf({ x: '2353020' }), 'coordinates_unreadable');
});

test('a row is matched only where nothing else can have been meant', () => {
  const answer = (parcelIds: string[], more: Partial<KeyAnswer> = {}): KeyAnswer => ({
    parcelIds,
    more: false,
    doubt: null,
    missing: null,
    ...more,
  });
  const end = (...answers: KeyAnswer[]) => {
    const { outcome, reason, parcelIds } = judgeRow(answers);
    return [outcome, reason, parcelIds.join('')];
  };
  assert.deepEqual(end(answer(['a'])), ['matched', null, 'a']);
  assert.deepEqual(end(answer(['a', 'b'])), ['ambiguous', 'several', 'ab']);
  assert.deepEqual(end(answer(['a', 'b']), answer(['b', 'c'])), ['matched', null, 'b']);
  assert.deepEqual(end(answer(['a']), answer(['b'])), ['not_matched', 'contradiction', '']);
  assert.deepEqual(end(answer(['a'], { doubt: 'commune_missing' })), ['ambiguous', 'commune_missing', 'a']);
  assert.deepEqual(end(answer(['a'], { doubt: 'commune_missing' }), answer(['a'])), ['matched', null, 'a']);
  assert.deepEqual(end(answer([], { missing: 'commune_unknown' })), ['not_matched', 'commune_unknown', '']);
  assert.deepEqual(end(answer(['a', 'b'], { more: true }), answer(['c'])), ['ambiguous', 'several', 'ab']);
});

test('the widest table and the longest cell, and one more', () => {
  const { columns, cell } = LOOKUP_BOUNDS;
  const table = (width: number, letters: number) => {
    const heads = ['to', 'thua', ...Array.from({ length: width - 2 }, (_, i) => `cot ${i}`)];
    const found = readTextTable(`${heads.join(',')}\n1,2,${'a'.repeat(letters)}\n`);
    return 'trouble' in found ? found : [...found.records()].length;
  };
  assert.equal(table(columns, cell), 1);
  assert.deepEqual(table(columns + 1, cell), { trouble: 'not_a_table', line: 1 });
  assert.throws(() => table(columns, cell + 1), NoTable);
});

test('a list of one column without a head is of questions', () => {
  const found = readTextTable('tờ 7 thửa 2\ntờ 8 thửa 3\n');
  assert.ok(!('trouble' in found));
  assert.deepEqual([found.fields, [...found.records()]], [['text'], [['tờ 7 thửa 2'], ['tờ 8 thửa 3']]]);
});
