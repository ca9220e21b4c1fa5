import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseParcelQuery } from './parcel-query.ts';

const UNDERSTOOD: [typed: string, sheet: string, no: string][] = [
  ['12/345', '12', '345'],
  [' 12 / 345 ', '12', '345'],
  ['012/0345', '12', '345'],
  ['tờ 12 thửa 345', '12', '345'],
  ['Tờ bản đồ số 12, thửa đất số 345', '12', '345'],
  ['TỜ BẢN ĐỒ SỐ: 12; THỬA ĐẤT SỐ: 345.', '12', '345'],
  ['thửa đất số 345, tờ bản đồ số 12', '12', '345'],
  ['to 12 thua 345', '12', '345'],
  ['thua\u00a0345\u2003to\t12', '12', '345'],
  ['tờ 12 thửa 345'.normalize('NFD'), '12', '345'],
  ['to12thua345', '12', '345'],
  ['tờ 5A thửa 12b', '5a', '12b'],
  ['12/345/6', '12', '345/6'],
  ['tờ 42 thửa 12+13', '42', '12+13'],
];
for (const [typed, sheet, no] of UNDERSTOOD) {
  test(`"${typed}" is sheet ${sheet}, parcel ${no}`, () => assert.deepEqual(parseParcelQuery(typed), { sheet, no }));
}

test('a parcel code is found in any case and with any spaces', () => {
  for (const typed of ['w7g9086nqy29', ' W7G9 086N QY29 ', 'w7g9-086n-qy29']) {
    assert.deepEqual(parseParcelQuery(typed), { code: 'w7g9086nqy29' });
  }
});

for (const typed of [
  '',
  '345',
  'tờ 12',
  'thửa 345',
  'Nguyễn Văn A',
  '1/7/2025',
  '12/345 xã Mẫu',
  'tờ 12 thửa 345 6',
  'w7g9086nqy2a',
  '12/',
  '١٢/٣٤٥',
  'x'.repeat(10_000),
]) {
  test(`"${typed.slice(0, 20)}" is not understood`, () => assert.equal(parseParcelQuery(typed), undefined));
}
