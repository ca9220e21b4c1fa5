import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLEAN_UP_COLUMNS, type CleanUpFacts, cleanUpRow, missingIn, wrongIn } from './clean-up-sheet.ts';

const WHOLE: CleanUpFacts = {
  communeCode: '99001',
  serial: 'AA 01234567',
  rightId: '00000000-0000-4000-8000-000000000001',
  issuedOn: '2025-03-04',
  bookNo: 'CN00012',
  kind: 'person',
  recordedName: 'Hoàng Thị Hư Cấu',
  name: 'Hoàng Thị Hư Cấu',
  address: 'Thôn Thử',
  identityNumbers: ['099087601813', '123456789'],
  parcelCode: 'ABCDEFGHJKLM',
  sheet: '12',
  no: '7',
  parcelAddress: null,
  areaM2: '350.50',
  purposes: [
    { code: 'ONT', areaM2: '200.00', until: null },
    { code: 'CLN', areaM2: '150.50', until: '2064-01-01' },
  ],
  holders: 1,
  scan: {
    holder: 'Hoàng Thị Hư Cấu',
    sheetNo: '12',
    parcelNo: '7',
    file: 'AA01234567-GCN.pdf',
    papersFile: 'AA01234567-GT.pdf',
  },
};
const cell = (facts: CleanUpFacts, at: number) => cleanUpRow(facts, true)[at - 1];

test('the columns stand where the plan has them', () => {
  const headers = CLEAN_UP_COLUMNS.map(({ header }) => header);
  assert.equal(headers.length, 59);
  const at = (no: number) => headers[no - 1];
  assert.deepEqual([1, 4, 5, 7, 13, 14, 18, 19, 25].map(at), [
    'madvhc',
    'sovaosogcn',
    'tentochuc',
    'hovatenchusudung',
    'vaitrophapnhan',
    'tenchusudunghientai',
    'lydothaydoi',
    'madinhdanhthuadat',
    'dientichthuadat',
  ]);
  assert.deepEqual([26, 31, 36, 40, 41, 49, 50, 57].map(at), [
    'loaidat',
    'loaidat',
    'loaidat',
    'thoihansudung',
    'loaitaisan',
    'caphang',
    'tenfilequet',
    'phanloai',
  ]);
});

test('a whole row says everything and is marked for nothing', () => {
  assert.deepEqual([wrongIn(WHOLE, true), missingIn(WHOLE)], [[], []]);
  assert.deepEqual(
    [2, 7, 10, 12, 13, 20, 22, 25, 26, 27, 31, 35, 50, 51, 52, 55, 58, 59].map((at) => cell(WHOLE, at)),
    [
      'AA 01234567',
      'Hoàng Thị Hư Cấu',
      '099087601813',
      'Cá nhân',
      'Cá nhân',
      '12',
      '12',
      350.5,
      'ONT',
      200,
      'CLN',
      '2064-01-01',
      'AA01234567-GCN.pdf',
      '123456789',
      'CMND',
      'AA01234567-GT.pdf',
      null,
      null,
    ],
  );
});

test('areas of purposes may be half a square metre off, and not more', () => {
  const off = (areaM2: string) => wrongIn({ ...WHOLE, areaM2 }, true).length;
  assert.deepEqual([off('351.00'), off('350.00'), off('351.01'), off('349.99')], [0, 0, 1, 1]);
  const unknown = { ...WHOLE, areaM2: '900', purposes: [{ code: 'ONT', areaM2: null, until: null }] };
  assert.deepEqual(wrongIn(unknown, true), []);
});

test('what paper and register do not agree on is said', () => {
  const scan = { ...WHOLE.scan!, holder: 'Hoàng Thị Hư  CẤU', sheetNo: '13' };
  assert.deepEqual(wrongIn({ ...WHOLE, scan }, true), ['GCN ghi tờ 13 thửa 7, sổ ghi tờ 12 thửa 7']);
  const other = { ...WHOLE, scan: { ...WHOLE.scan!, holder: 'Hoàng Thị Hư Cau' } };
  assert.deepEqual(wrongIn(other, true), ['tên trên GCN khác tên trong sổ']);
  // Of several holders nobody knows whom the one line of the paper means.
  assert.deepEqual(wrongIn({ ...other, holders: 2 }, true), []);
  assert.equal(wrongIn(WHOLE, false).length, 1);
  const four = ['ONT', 'CLN', 'LUC', 'NTS'].map((code) => ({ code, areaM2: null, until: null }));
  assert.deepEqual(wrongIn({ ...WHOLE, purposes: four }, true), ['có 4 loại đất, mẫu chỉ có 3 chỗ']);
});

test('what is missing is said, and nothing is guessed', () => {
  const bare: CleanUpFacts = {
    ...WHOLE,
    issuedOn: null,
    bookNo: null,
    kind: 'unknown',
    identityNumbers: [],
    scan: null,
  };
  assert.deepEqual(missingIn(bare), ['ngày cấp GCN', 'số vào sổ', 'loại chủ sử dụng', 'bản quét GCN']);
  assert.deepEqual(
    [12, 13, 50, 55].map((at) => cell(bare, at)),
    [null, null, null, null],
  );
  assert.deepEqual(missingIn({ ...WHOLE, identityNumbers: ['123456789'] }), ['số định danh cá nhân']);
  const couple = { ...WHOLE, kind: 'couple' };
  assert.deepEqual([cell(couple, 12), cell(couple, 13)], ['Vợ chồng', null]);
  assert.equal(cell({ ...WHOLE, holders: 2 }, 12), 'Đồng sử dụng');
  const office = { ...WHOLE, kind: 'organisation', identityNumbers: [] };
  assert.deepEqual(
    [cell(office, 5), cell(office, 7), missingIn(office)],
    ['Hoàng Thị Hư Cấu', null, ['mã định danh tổ chức']],
  );
});
