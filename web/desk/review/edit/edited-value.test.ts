import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import { Edit } from '../../../../server/domain/batch/edit.ts';
import { readReason } from '../read-reason.ts';
import { readEdit as readTyped, type Typed, typedOf } from './edited-value.ts';

const reason = 'Theo giấy';
const contract = Compile(Edit);
type Line = Extract<Typed, { text: string }>['field'];
const readEdit = (field: Line, text: string, why: string, language: 'vi' | 'en') =>
  readTyped({ field, text }, why, language);
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
    ['certificateSerial', 'AB 123456', 'AB 123456'],
    ['certificateSerial', '', null],
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
    ['legalAreaM2', '-4'],
    ['legalAreaM2', '1.400,5'],
  ] as const)
    assert.equal(readEdit(field, typed, reason, 'vi'), null, `${field} ${typed}`);
});

test('rows of purposes and holders become edits, and what stands there is shown as it would be typed', () => {
  assert.deepEqual(typedOf(RECORD, 'legalAreaM2', 'vi'), { field: 'legalAreaM2', text: '1400,5' });
  assert.deepEqual(typedOf(RECORD, 'address', 'vi'), { field: 'address', text: '' });
  const purposes = typedOf(RECORD, 'purposes', 'vi');
  assert.deepEqual(purposes, {
    field: 'purposes',
    rows: [
      { code: 'ONT', area: '300' },
      { code: 'CLN', area: '' },
    ],
  });
  const read = readTyped(purposes, reason, 'vi');
  assert.deepEqual(read?.value, RECORD.candidate.purposes);
  assert.ok(contract.Check(read));
  const rows = [{ name: ' Trần  Văn Mẫu ', kind: 'person', from: 0 }] as const;
  const holders = readTyped({ field: 'holders', rows }, reason, 'vi');
  assert.deepEqual(holders?.value, [{ name: 'Trần Văn Mẫu', kind: 'person', from: 0 }]);
  assert.ok(contract.Check(holders));
  assert.equal(readTyped({ field: 'holders', rows: [{ name: '??', kind: 'person', from: null }] }, reason, 'vi'), null);
  assert.equal(readTyped({ field: 'purposes', rows: [{ code: '', area: '' }] }, reason, 'vi'), null);
  assert.equal(readTyped({ field: 'purposes', rows: [{ code: 'ONT', area: '3 m2' }] }, reason, 'vi'), null);
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
