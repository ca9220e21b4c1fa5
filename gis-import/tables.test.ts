/** Tables without boundaries: each row held against the registered parcel that its numbers name, never guessed, and nothing of the register moves. */
import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { encodeText } from '../server/domain/encoding/codec.ts';
import type { FindingCode } from '../server/domain/finding/finding.ts';
import { writeWorkbook } from '../server/domain/spreadsheet/write-workbook.ts';
import { openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { ORIGIN, PLOT, sheetZip } from '../server/testing/import/sheet-zip.ts';
import { rawZip } from './demo/file/raw-zip.ts';

let t: TestImport;
const HOLDER = 'Nguyễn Thị Hư Cấu';
const originAt = (plot: number) => [ORIGIN[0], ORIGIN[1] + PLOT * plot] as const;
before(async () => {
  t = await openTestImport();
  // Sheet 12 of two scales, each with a parcel 1; sheet 13 of two former units, each with a parcel 1.
  const sheets = [
    { origin: originAt(0), rows: [{ serial: 'AA 01234567' }, {}, {}, {}], options: { scale: 1000 } },
    { origin: originAt(2), rows: [{ sheetNo: '12' }], options: { scale: 2000 } },
    { origin: originAt(4), rows: [{ sheetNo: '13' }], options: { scale: 500 } },
    { origin: originAt(6), rows: [{ sheetNo: '13' }], options: { scale: 500, commune: '07225', at: '2025-06-30' } },
  ];
  for (const [at, { options, ...sheet }] of sheets.entries()) {
    const report = await t.run(`sheet-${at}.zip`, await sheetZip(sheet), { promote: true, options });
    assert.equal(report.status, 'promoted', JSON.stringify(report.findings));
  }
});
after(() => t.close());

const read = (name: string, bytes: Buffer, options: { sheet?: string; commune?: string; at?: string } = {}) =>
  t.run(name, bytes, { options: { scale: null, ...options } });
const outcome = (batchId: string) =>
  t.query(
    `select r.record_no as no, r.status, coalesce(d.fields, '{}') as fields,
       (select string_agg(f.code, ',' order by f.code) from staging.finding f where f.batch_id = r.batch_id and f.record_no = r.record_no and f.code <> 'record.by_number') as codes
     from staging.record r left join staging.difference d using (batch_id, record_no) where r.batch_id = $1 order by 1`,
    [batchId],
  );
async function register(): Promise<string> {
  const tables = [
    'cadastre.parcel_version',
    'cadastre.parcel_purpose',
    'cadastre.sheet',
    'party.party',
    'rights."right"',
  ];
  const parts = tables.map((table) => `select '${table}' || x::text as line from ${table} x`);
  const [row] = await t.query<{ digest: string }>(
    `select md5(string_agg(line, '|' order by line)) as digest from (${parts.join(' union all ')}) lines`,
  );
  return row!.digest;
}

const HEADS = ['Mã xã', 'Số tờ', 'Tỷ lệ', 'Số thửa', 'Diện tích GCN', 'Loại đất', 'Tên chủ', 'Số phát hành'];
const ROWS = [
  ['07210', '12', '1000', '1', '400', 'ONT', HOLDER, 'AA 01234567'],
  ['', '12', '', '2', '', '', '', ''],
  ['', '12', '1/1000', '3', '410,5', 'CLN', 'Trần Văn Tưởng Tượng', 'BA 123456'],
  ['', '12', '', '1', '400', 'ONT', HOLDER, ''],
  ['', '12', '', '99', '400', 'ONT', HOLDER, ''],
  ['99001', '12', '', '4', '400', 'ONT', HOLDER, ''],
  ['', '13', '', '1', '400', 'ONT', HOLDER, ''],
  ['7225', '13', '', '1', '400', 'LUC', HOLDER, ''],
  ['', '12', '', '', '400', 'ONT', HOLDER, ''],
  ['', '12', '1000', '4', '400', 'ONT', HOLDER, ''],
  ['', '12', '', '4', '400', 'ONT', HOLDER, ''],
] as const;
const EXPECTED = [
  { no: 1, status: 'ignored', fields: [], codes: 'register.unchanged' },
  { no: 2, status: 'ignored', fields: [], codes: 'register.unchanged' },
  {
    no: 3,
    status: 'ignored',
    fields: ['legalAreaM2', 'purposes', 'holders', 'certificateSerial'],
    codes: 'register.differs',
  },
  { no: 4, status: 'refused', fields: [], codes: 'register.ambiguous' },
  { no: 5, status: 'refused', fields: [], codes: 'register.unmatched' },
  { no: 6, status: 'refused', fields: [], codes: 'commune.differs_in_record,register.unmatched' },
  { no: 7, status: 'refused', fields: [], codes: 'register.ambiguous' },
  { no: 8, status: 'ignored', fields: ['purposes'], codes: 'register.differs' },
  { no: 9, status: 'refused', fields: [], codes: 'key.parcel_no_missing' },
  { no: 10, status: 'refused', fields: [], codes: 'register.ambiguous' },
  { no: 11, status: 'refused', fields: [], codes: 'register.ambiguous' },
];
const csv = (rows: readonly (readonly string[])[], mark = ';') =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(mark)).join('\r\n');
const TITLED = [['DANH SÁCH THỬA ĐẤT'], ['Phường Bắc Giang', '01/12/2026'], HEADS, ...ROWS];

test('CSV in UTF-8, TCVN3 and UTF-16, and a workbook, say the same of each row; the register does not move', async () => {
  const held = await register();
  const workbook = await buffer(
    writeWorkbook(
      'Bảng',
      HEADS.map((header, at) => ({ header, kind: at === 1 || at === 3 ? ('number' as const) : ('text' as const) })),
      ROWS.map((row) => row.map((cell, at) => (at === 1 || at === 3 ? (cell === '' ? null : Number(cell)) : cell))),
    ),
  );
  const files: readonly [name: string, bytes: Buffer, encoding: string][] = [
    ['a.csv', Buffer.from(`\ufeff${csv([HEADS, ...ROWS])}`), 'utf8'],
    ['titled.csv', Buffer.from(encodeText(csv(TITLED), 'tcvn3')), 'tcvn3'],
    ['unicode.csv', Buffer.from(`\ufeff${csv([HEADS, ...ROWS], '\t')}`, 'utf16le'), 'utf8'],
    ['a.xlsx', workbook, 'utf8'],
  ];
  for (const [name, bytes, encoding] of files) {
    const report = await read(name, bytes);
    assert.deepEqual(
      [report.status, report.encoding.used, report.counts],
      ['validated', encoding, { read: 11, valid: 0, warned: 0, blocked: 0, refused: 7, ignored: 4 }],
      `${name} ${JSON.stringify(report.findings)}`,
    );
    assert.deepEqual(await outcome(report.batchId), EXPECTED, name);
    const heads = report.findings.filter(({ code }) => code === 'file.table_head').map(({ detail }) => detail?.line);
    assert.deepEqual(heads, name === 'titled.csv' ? [3] : []);
    assert.ok(!report.findings.some(({ code }) => code === 'register.missing' || code === 'holder.missing'), name);
  }
  const again = await read('a.csv', files[0]![1]);
  assert.deepEqual(again.counts.ignored, 4, 'the same file is the same batch');
  const promoted = await t.run('promoted.csv', files[0]![1], { promote: true, options: { scale: null } });
  assert.deepEqual([promoted.status === 'promoted', promoted.promotion?.parcels ?? 0], [false, 0], promoted.status);
  assert.equal(await register(), held);
});

test('a file of a former unit is held against its sheets alone; a sheet said with the file stands for the column', async () => {
  const rows = [
    ['Số thửa', 'Loại đất'],
    ['1', 'ONT'],
  ];
  const former = await read('former.csv', Buffer.from(csv(rows, ',')), {
    sheet: '13',
    commune: '07225',
    at: '2025-06-30',
  });
  assert.deepEqual(await outcome(former.batchId), [
    { no: 1, status: 'ignored', fields: [], codes: 'register.unchanged' },
  ]);
  const present = await read('present.csv', Buffer.from(csv(rows, ',')), { sheet: '13' });
  assert.deepEqual(await outcome(present.batchId), [
    { no: 1, status: 'refused', fields: [], codes: 'register.ambiguous' },
  ]);
});

test('what is no table, or names no parcels, ends with a code', async () => {
  const cases: readonly [name: string, bytes: Buffer, code: FindingCode][] = [
    ['empty.csv', Buffer.alloc(0), 'file.no_records'],
    ['head.csv', Buffer.from('Số tờ;Số thửa\r\n'), 'file.no_records'],
    ['open.csv', Buffer.from('Số tờ;Số thửa\r\n12;"1'), 'file.table_damaged'],
    ['nul.csv', Buffer.from('Số tờ;Số thửa\r\n12;\0'), 'file.table_damaged'],
    ['long.csv', Buffer.from('Số tờ;Số thửa\r\n12;1;2;3\r\n'), 'file.table_damaged'],
    ['other.csv', Buffer.from('Cột A;Cột B\r\n12;1\r\n'), 'file.no_parcel_number_column'],
    ['sheetless.csv', Buffer.from('Số thửa;Loại đất\r\n1;ONT\r\n'), 'file.no_sheet_number'],
    ['text.xlsx', Buffer.from('không phải bảng tính'), 'file.table_damaged'],
    ['zip.xlsx', rawZip([{ name: 'a.txt', bytes: Buffer.from('x') }]), 'file.table_damaged'],
  ];
  for (const [name, bytes, code] of cases) {
    const report = await read(name, bytes);
    const refusing = report.findings.filter((finding) => finding.code !== 'file.columns_unused');
    assert.deepEqual([report.status, refusing.map((finding) => finding.code)], ['refused', [code]], name);
  }
});
