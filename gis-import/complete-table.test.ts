import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ImportReport } from '../server/domain/batch/import-report.ts';
import { openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { ORIGIN, PLOT } from '../server/testing/import/sheet-zip.ts';
import { tableZip } from '../server/testing/import/table-zip.ts';

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

let plots = 0;
const freshOrigin = (): [number, number] => [ORIGIN[0], ORIGIN[1] + PLOT * plots++];
const found = (report: ImportReport, code: string) => report.findings.find((finding) => finding.code === code);
const candidates = async (report: ImportReport) =>
  (
    await t.query<{ candidate: Record<string, unknown> }>(
      'select candidate from staging.record_view where batch_id = $1 order by record_no',
      [report.batchId],
    )
  ).map(({ candidate }) => candidate);

test('sheet and scale given with the command fill what is blank; what the table says is followed and said', async () => {
  const zip = await tableZip(
    ['SHBANDO N6', 'SHTHUA 10', 'DIENTICH N12.1', 'MALOAIDAT', 'TYLE'],
    [
      [5, '1', 400, 'ONT', '1/500'],
      [null, '2', 400, 'ONT', ''],
      [0, '3', 400, 'ONT', '1000'],
      [9, '4', 400, 'ONT', '1:1000'],
    ],
    freshOrigin(),
  );
  const report = await t.run('blanks.zip', zip, { options: { sheet: '9', scale: 1000 } });
  assert.deepEqual(
    (await candidates(report)).map(({ sheetNo, scale }) => [sheetNo, scale]),
    [
      ['5', 500],
      ['9', 1000],
      ['9', 1000],
      ['9', 1000],
    ],
  );
  assert.deepEqual(found(report, 'key.sheet_no_differs')?.samples, [1]);
  assert.deepEqual(found(report, 'key.sheet_no_differs')?.detail, { sheet: '5', givenSheet: '9' });
  assert.deepEqual(found(report, 'key.scale_differs')?.samples, [1]);
});

test('a legal area of 0 does not hide the measured one, whatever else is blank beside', async () => {
  const zip = await tableZip(
    ['SHBANDO N6', 'SHTHUA 10', 'SOTHUA 10', 'DIENTICH N12.1', 'DIENTICHPL N12.1', 'MLOAIDAT', 'TENCHU', 'CHUSUDUNG'],
    [
      [5, '1', '', 400, 0, 'ONT', '', 'Nguyễn Thị Hư Cấu'],
      [5, '0', '2', 400, null, 'ONT', 'Trần Văn Giả', ''],
      [5, '3', '4', 400, -100, 'ONT', '', ''],
    ],
    freshOrigin(),
  );
  const report = await t.run('areas.zip', zip);
  const rows = (await candidates(report)) as { parcelNo: string; areaM2: number; holders: { name: string }[] }[];
  assert.deepEqual(
    rows.map(({ parcelNo, areaM2, holders }) => [parcelNo, areaM2, holders[0]?.name]),
    [
      ['1', 400, 'Nguyễn Thị Hư Cấu'],
      ['2', 400, 'Trần Văn Giả'],
      ['3', null, undefined],
    ],
  );
  assert.equal(found(report, 'area.missing'), undefined);
  assert.deepEqual(found(report, 'area.negative')?.samples, [3]);
  assert.deepEqual(found(report, 'key.columns_differ')?.samples, [3]);
  assert.equal(found(report, 'land_use.missing'), undefined);
});

test('names in Vietnamese letters are read like the cells, and what is not used is listed', async () => {
  const cut = (name: string) => Buffer.from(name).subarray(0, 10).toString('latin1');
  const zip = await tableZip(
    [...['Số tờ', 'Số thửa', 'Diện tích', 'Loại đất', 'Tên chủ', 'Địa chỉ'].map(cut), 'OBJECTID N6', 'MSCOLOR'],
    [[5, '1', '400', 'ONT', 'Nguyễn Thị Hư Cấu', 'Thôn Trại Cau', 1, 'x'].map((cell) => (cell === 5 ? '5' : cell))],
    freshOrigin(),
  );
  const report = await t.run('names.zip', zip);
  const [row] = await candidates(report);
  assert.deepEqual([row?.sheetNo, row?.parcelNo, row?.areaM2, row?.address], ['5', '1', 400, 'Thôn Trại Cau']);
  assert.equal(report.columns['Địa ch'], 'address');
  assert.deepEqual(found(report, 'file.columns_unused')?.detail, { unused: 2, columns: 'OBJECTID, MSCOLOR' });
});

test('a table without the needed column is refused with all of its columns', async () => {
  const names = Array.from({ length: 60 }, (_, i) => `COT_SO_${i}`);
  const cells = names.map(() => 'x');
  const refused = await t.run('no-parcel.zip', await tableZip(names, [cells], freshOrigin()));
  assert.equal(refused.status, 'refused');
  assert.equal(found(refused, 'file.no_parcel_number_column')?.detail?.columns, names.join(', '));
  const sheetless = await t.run('no-sheet.zip', await tableZip(['SHTHUA', 'GHICHU'], [['1', '']], freshOrigin()));
  assert.equal(found(sheetless, 'file.no_sheet_number')?.detail?.columns, 'SHTHUA, GHICHU');
});
