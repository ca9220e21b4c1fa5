import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import { Edit } from '../../../server/domain/correction.ts';
import { readEdit, textOf } from './edited-value.ts';
import { readReason } from './read-reason.ts';

const reason = 'Theo giấy';
const contract = Compile(Edit);
const RECORD = {
  candidate: {
    sheetNo: '12',
    parcelNo: '7',
    scale: 500,
    legalAreaM2: 1400.5,
    purposes: [
      { code: 'ONT', areaM2: 300 },
      { code: 'CLN', areaM2: null },
    ],
    holders: [],
    address: null,
    certificateSerial: null,
    useOrigin: null,
  },
};

test('what is typed becomes an edit that the server takes', () => {
  const cases = [
    ['sheetNo', ' 12a ', '12a'],
    ['parcelNo', '345', '345'],
    ['legalAreaM2', '1400,5', 1400.5],
    ['legalAreaM2', '', null],
    ['address', 'Thôn  Trại Cau', 'Thôn Trại Cau'],
    ['address', '', null],
    [
      'purposes',
      'ont 300,25 + CLN',
      [
        { code: 'ONT', areaM2: 300.25 },
        { code: 'CLN', areaM2: null },
      ],
    ],
  ] as const;
  for (const [field, typed, value] of cases) {
    const edit = readEdit(field, typed, reason, 'vi');
    assert.deepEqual(edit, { field, value, reason });
    assert.ok(contract.Check(edit), `${field} ${typed}`);
  }
  assert.deepEqual(readEdit('legalAreaM2', '1400.5', reason, 'en'), { field: 'legalAreaM2', value: 1400.5, reason });
});

test('what cannot be a value is refused before it is sent', () => {
  for (const [field, typed] of [
    ['sheetNo', '0'],
    ['parcelNo', 'abc'],
    ['parcelNo', '012a'],
    ['parcelNo', `1${'+12345'.repeat(7)}`],
    ['legalAreaM2', '0,001'],
    ['purposes', 'ONT 0,001'.padEnd(9 + 12 * 6, ' + LUC')],
    ['legalAreaM2', '-4'],
    ['legalAreaM2', '1.400,5'],
    ['purposes', 'ONT 300 m2'],
    ['purposes', ''],
  ] as const)
    assert.equal(readEdit(field, typed, reason, 'vi'), null, `${field} ${typed}`);
});

test('what stands in a field is shown as it would be typed', () => {
  assert.equal(textOf(RECORD, 'legalAreaM2', 'vi'), '1400,5');
  assert.equal(textOf(RECORD, 'purposes', 'vi'), 'ONT 300 + CLN');
  assert.equal(textOf(RECORD, 'address', 'vi'), '');
  for (const field of ['purposes', 'legalAreaM2'] as const)
    assert.ok(readEdit(field, textOf(RECORD, field, 'vi'), reason, 'vi'), field);
});

test('a reason says something in some script, or is none', () => {
  const reasons = ['Sai số tờ', ' 123 ', '土地簿', 'số.', '\u200babc'];
  for (const typed of reasons)
    assert.ok(contract.Check({ field: 'sheetNo', value: '1', reason: readReason(typed) }), typed);
  for (const typed of ['', '  ', 'ab', '\u200b\u200b\u200b', '???', 'abc\ud800', '- - -']) {
    assert.equal(readReason(typed), null, JSON.stringify(typed));
    assert.ok(!contract.Check({ field: 'sheetNo', value: '1', reason: typed }), JSON.stringify(typed));
  }
  assert.equal(readEdit('address', '\u200b\u200b', reason, 'vi'), null);
});
