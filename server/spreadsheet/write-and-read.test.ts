/** What is written is read back, by our reader and by GDAL's. */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { SheetColumn, SheetValue } from '../domain/spreadsheet/sheet-column.ts';
import { writeWorkbook } from '../domain/spreadsheet/write-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import type { WorkbookRow } from './workbook-protocol.ts';

const run = promisify(execFile);

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-workbook-'));
});
after(() => rm(folder, { recursive: true }));

const COLUMNS: readonly SheetColumn[] = [
  { header: 'Mã', kind: 'text' },
  { header: 'Diện tích', kind: 'number' },
  { header: 'Ngày', kind: 'day' },
  { header: 'Lúc', kind: 'moment' },
];
const ROWS: readonly (readonly SheetValue[])[] = [
  ['000123', 400.5, '2024-02-29', '2024-02-29T20:00:00Z'],
  ['012345678901', -5, 'không rõ', null],
  ['=HYPERLINK("http://x")', null, null, null],
  ['<&"> đ 😀 _x0041_', 0, null, null],
  [null, null, null, null],
  [' hai đầu ', 1e21, null, null],
];

async function written(name: string, rows: Parameters<typeof writeWorkbook>[2], title = 'Tờ: 12/[a]') {
  const path = join(folder, `${name}.xlsx`);
  await writeFile(path, writeWorkbook(title, COLUMNS, rows));
  return path;
}

async function allOf(path: string): Promise<WorkbookRow[]> {
  const rows: WorkbookRow[] = [];
  for await (const row of readWorkbook(path)) rows.push(row);
  return rows;
}

test('texts, numbers and dates come back as what they were, an empty row as a gap', async () => {
  assert.deepEqual(await allOf(await written('all', ROWS)), [
    { rowNo: 1, cells: ['Mã', 'Diện tích', 'Ngày', 'Lúc'] },
    { rowNo: 2, cells: ['000123', 400.5, '2024-02-29', '2024-03-01T03:00:00'] },
    { rowNo: 3, cells: ['012345678901', -5, 'không rõ'] },
    { rowNo: 4, cells: ['=HYPERLINK("http://x")'] },
    { rowNo: 5, cells: ['<&"> đ 😀 _x0041_', 0] },
    { rowNo: 7, cells: [' hai đầu ', 1e21] },
  ]);
});

test('GDAL finds the same: no formula, leading zeros, dates as dates', async (t) => {
  const missing = await run('ogrinfo', ['--version']).then(
    () => false,
    () => true,
  );
  if (missing && !process.env.CI) return t.skip('ogrinfo (package gdal-bin) is not installed');
  const path = await written('gdal', ROWS.slice(0, 3), "Tờ: 12/[a]'");
  const said = execFileSync('ogrinfo', ['-al', '-oo', 'HEADERS=FORCE', path], { encoding: 'utf8' });
  assert.match(said, /^Layer name: Tờ {2}12 {2}a$/m);
  assert.match(said, /^Diện tích: Real/m);
  const values = [...said.matchAll(/^ {2}(.+?) \((\w+)\) = (.*)$/gm)].map(([, name, type, value]) => [
    name,
    type,
    value,
  ]);
  assert.deepEqual(values, [
    ['Mã', 'String', '000123'],
    ['Diện tích', 'Real', '400.5'],
    ['Ngày', 'String', '2024/02/29'],
    ['Lúc', 'DateTime', '2024/03/01 03:00:00'],
    ['Mã', 'String', '012345678901'],
    ['Diện tích', 'Real', '-5'],
    ['Ngày', 'String', 'không rõ'],
    ['Mã', 'String', '=HYPERLINK("http://x")'],
  ]);
});

test('the same table is the same bytes', async () => {
  const bytes = async () => Buffer.from(await new Response(writeWorkbook('a', COLUMNS, ROWS)).arrayBuffer());
  assert.deepEqual(await bytes(), await bytes());
});

test('a title that no sheet may have becomes one that it may', async () => {
  for (const [i, title] of ['', "''", 'History', '[]:*?/\\', 'ĐẤT'.repeat(30)].entries())
    assert.equal((await allOf(await written(`title-${i}`, [['a', 1, null, null]], title))).length, 2, title);
});

test('rows are taken while they are written, not before, and a reader that stops ends the source', async () => {
  let made = 0;
  let ended = false;
  async function* endless() {
    try {
      for (;;) yield [`${Math.sin(++made)}`, made, null, null];
    } finally {
      ended = true;
    }
  }
  const reader = writeWorkbook('a', COLUMNS, endless()).getReader();
  for (let i = 0; i < 20; i++) assert.equal((await reader.read()).done, false);
  assert.ok(made > 0 && made < 100_000, `${made} rows for twenty pieces`);
  await reader.cancel();
  assert.ok(ended);
});

test('an error of the source is the error of the file', async () => {
  function* broken() {
    yield ['a', 1, null, null];
    throw new Error('the list is gone');
  }
  await assert.rejects(new Response(writeWorkbook('a', COLUMNS, broken())).arrayBuffer(), /the list is gone/);
});

test('a table longer than a pipe holds comes whole, and whoever stops early is not waited for', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [`Thửa số ${i}`, i, '2024-01-01', null] as const);
  const path = await written('long', rows);
  assert.deepEqual(
    (await allOf(path)).slice(1).map(({ cells }) => cells),
    rows.map((row) => row.slice(0, 3)),
  );
  for await (const { rowNo } of readWorkbook(path)) if (rowNo === 3) break;
});
