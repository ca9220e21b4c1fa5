import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FindingCode } from '../server/domain/finding/finding.ts';
import { openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { parseJob } from '../server/testing/import/parse-job.ts';
import { sheetZip } from '../server/testing/import/sheet-zip.ts';
import { goodParts, square } from './demo/file/fixture-shapefile.ts';
import { rawZip } from './demo/file/raw-zip.ts';
import { type ShapefileRow, writeShapefile } from './demo/file/write-shapefile.ts';
import { zipFiles } from './demo/file/zip-files.ts';
import { PARSER_LIMITS, runParser } from './parse/run-parser.ts';

/** Bad sources through the whole journey: each ends with its own code, and harms nothing. */
let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

const set = (change: Partial<Record<'shp' | 'shx' | 'dbf', Buffer | null>> = {}, stem = 'a') => {
  const parts = { ...goodParts(5), ...change };
  return (['shp', 'shx', 'dbf'] as const).flatMap((kind) => {
    const bytes = parts[kind];
    return bytes ? [{ name: `${stem}.${kind}`, bytes }] : [];
  });
};
const zip = (change?: Parameters<typeof set>[0]) => zipFiles(set(change));
const part = goodParts(5);
const without = (parts: Buffer, bytes: number) => parts.subarray(0, parts.length - bytes);
const fields = (...names: string[]) => names.map((name) => ({ name, type: 'C' as const, length: 10, decimals: 0 }));
const table = (names: string[], rows: ShapefileRow[]) => {
  const made = writeShapefile({ fields: fields(...names), rows });
  return zip(made);
};
const somewhere = (x: number, y: number) => [square(x, y)];

const REFUSED: [name: string, code: FindingCode, build: () => Buffer | Promise<Buffer>, records: number][] = [
  ['not a zip', 'file.not_a_zip', () => Buffer.from('PDF or whatever'), 0],
  ['empty zip', 'file.zip_empty', () => rawZip([]), 0],
  ['zip bomb', 'file.zip_bomb', () => rawZip([{ name: 'a.shp', bytes: new Uint8Array(150e6) }, ...set().slice(1)]), 0],
  ['path traversal', 'file.zip_unsafe_name', () => rawZip([{ name: '../../evil.shp', bytes: part.shp }, ...set()]), 0],
  ['nested zip', 'file.zip_nested', async () => zipFiles([{ name: 'in.zip', bytes: await zip() }]), 0],
  ['two sets in one zip', 'file.zip_several_sets', () => zipFiles([...set(), ...set({}, 'b')]), 0],
  ['.shp without .dbf', 'file.dbf_missing', () => zip({ dbf: null }), 5],
  ['.dbf without .shp', 'file.shp_missing', () => zip({ shp: null, shx: null }), 0],
  ['truncated .shp', 'file.shp_truncated', () => zip({ shp: without(part.shp, 60) }), 5],
  ['.dbf shorter than .shp', 'file.dbf_shorter_than_shp', () => zip({ dbf: goodParts(4).dbf }), 5],
  ['.dbf longer than .shp', 'file.dbf_longer_than_shp', () => zip({ dbf: goodParts(6).dbf }), 5],
  ['no records', 'file.no_records', () => zip(goodParts(0)), 0],
  [
    'no parcel number column',
    'file.no_parcel_number_column',
    () => table(['SHBANDO', 'GHICHU'], [{ rings: somewhere(416_785, 2_353_056), cells: ['1', 'x'] }]),
    1,
  ],
  [
    'no sheet number anywhere',
    'file.no_sheet_number',
    () => table(['SHTHUA', 'GHICHU'], [{ rings: somewhere(416_785, 2_353_056), cells: ['1', 'x'] }]),
    1,
  ],
  [
    'a projection that fits nowhere',
    'projection.fits_nowhere',
    () => table(['SHBANDO', 'SHTHUA'], [{ rings: somewhere(700_000, 1_200_000), cells: ['1', '1'] }]),
    1,
  ],
];

for (const [name, code, build, records] of REFUSED) {
  test(`${name}: refused with ${code}, nothing staged, nothing registered`, async () => {
    const before = await counts();
    const report = await t.run(`${code}.zip`, await build(), { promote: true, excludeErrors: true });
    assert.equal(report.status, 'refused');
    assert.equal(report.findings.find((finding) => finding.severity === 'error')?.code, code);
    assert.deepEqual(report.counts, { read: records, valid: 0, warned: 0, blocked: 0, refused: records, ignored: 0 });
    assert.ok(report.files.length > 0 && report.files.every((file) => file.status !== 'read'));
    const after = await counts();
    assert.deepEqual(after, { ...before, batches: before.batches! + 1 });
    assert.deepEqual(readdirSync(join(t.context.storageDir, 'scratch')), [], 'the scratch folder is gone');
    const again = await t.run(`${code}.zip`, await build());
    assert.equal(again.batchId, report.batchId, 'the same refused file is the same batch');
  });
}

async function counts(): Promise<Record<string, number>> {
  const [row] = await t.query<Record<string, number>>(
    `select (select count(*)::int from staging.batch) as batches, (select count(*)::int from staging.record) as records,
       (select count(*)::int from staging.scratch) as scratch, (select count(*)::int from cadastre.parcel) as parcels,
       (select count(*)::int from dealing.dealing) as dealings`,
  );
  return row!;
}

test('kinds that are not built yet are refused as such', async () => {
  for (const name of ['a.dgn', 'a.dxf', 'a.pdf', 'a.tif', 'a.jpg']) {
    const report = await t.run(name, Buffer.from(`bytes of ${name}`));
    assert.deepEqual([report.status, report.findings[0]?.code], ['refused', 'file.kind_unsupported'], name);
  }
});

test('one bad length among good records: that record is refused, the others go on, .shx leads past it', async () => {
  const origin: [number, number] = [416_785, 2_355_056];
  const made = writeShapefile({
    fields: fields('SHBANDO', 'SHTHUA'),
    rows: Array.from({ length: 5 }, (_, i) => ({
      rings: somewhere(origin[0] + i * 10, origin[1]),
      cells: ['61', String(i + 1)],
    })),
  });
  for (const [i, length] of [0, -1].entries()) {
    const shp = Buffer.from(made.shp);
    shp.writeInt32BE(length, 100 + 136 + 4); // the second record's content length, in 16-bit words
    const report = await t.run(`length-${i}.zip`, await zip({ ...made, shp }));
    assert.equal(report.status, 'validated');
    assert.deepEqual([report.counts.read, report.counts.refused], [5, 1]);
    const refusal = report.findings.find((finding) => finding.code.startsWith('geometry.'));
    assert.deepEqual([refusal?.code, refusal?.samples], ['geometry.length_invalid', [2]]);
  }
});

test('Z, M and a missing .shx are noted and do not stand in the way', async () => {
  for (const [i, shapeType] of ([15, 25] as const).entries()) {
    const report = await t.run(`zm-${i}.zip`, await sheetZip({ shapeType, origin: [416_785, 2_355_256 + i * 200] }), {
      promote: true,
    });
    assert.equal(report.status, 'promoted');
    assert.ok(
      report.findings.some(
        (finding) => finding.code === (shapeType === 15 ? 'geometry.z_dropped' : 'geometry.m_dropped'),
      ),
    );
  }
  const report = await t.run('no-shx.zip', await zip({ shx: null }));
  assert.deepEqual([report.status, report.counts.read], ['validated', 5]);
  assert.ok(report.findings.some((finding) => finding.code === 'file.shx_missing'));
});

test('a VNI record in a TCVN3 table is read by its own bytes and said to be one; a text broken long ago is found', async () => {
  const clean = ['Lê Đức Thử', 'Phạm Thị Ngọc Thử', 'Hoàng Văn Thử Nghiệm'];
  const rows = [
    { holder: 'Nguyễn Thị Hư Cấu' },
    { holder: 'Nguyễn Đức Thịnh Vượng', address: 'Thôn Đồng Quan Tiên', encoding: 'vni' as const },
    { address: 'Th?n Tr?i C?u' },
    ...Array.from({ length: 12 }, (_, i) => ({ holder: clean[i % 3]!, address: 'Đồng Ruộng Mạ' })),
  ];
  const report = await t.run('mixed.zip', await sheetZip({ origin: [416_785, 2_355_856], rows }));
  const samples = (code: FindingCode) => report.findings.find((finding) => finding.code === code)?.samples;
  assert.deepEqual(samples('text.mixed_encoding'), [2]);
  assert.deepEqual(samples('text.mangled'), [3]);
  const [record] = await t.query<{ candidate: { holders: { name: string }[]; address: string } }>(
    'select candidate from staging.record_view where batch_id = $1 and record_no = 2',
    [report.batchId],
  );
  assert.deepEqual(
    [record?.candidate.holders[0]?.name, record?.candidate.address],
    ['Nguyễn Đức Thịnh Vượng', 'Thôn Đồng Quan Tiên'],
  );
});

const job = (path: string) => parseJob({ path, scratchDir: join(t.folder, 'child-scratch') });

test('a parser that falls silent is stopped: file.parser_timeout', async () => {
  const path = join(t.folder, 'silent.zip');
  await writeFile(path, await sheetZip());
  const parser = runParser(job(path), () => {}, { ...PARSER_LIMITS, silenceMs: 1 });
  parser.rows.resume();
  assert.deepEqual((await parser.outcome).kind, 'refused');
  const outcome = await parser.outcome;
  assert.equal(outcome.kind === 'refused' && outcome.code, 'file.parser_timeout');
});

test('a parser that is killed from outside is no fault of the file: the batch waits for the next run', async () => {
  const path = join(t.folder, 'killed.zip');
  await writeFile(path, await sheetZip());
  const parser = runParser(job(path), () => {});
  parser.rows.resume();
  parser.kill();
  await assert.rejects(parser.outcome, { name: 'ParserFailure', code: 'parser.failed' });
});

test('a parser without memory ends as file.parser_memory, and the importer lives', async () => {
  const path = join(t.folder, 'memory.zip');
  // One boundary of 1.5 million corners: an honest format, a dishonest size.
  const ring = Array.from({ length: 1_500_000 }, (_, i): [number, number] => {
    const angle = (-i / 1_500_000) * 2 * Math.PI;
    return [416_785 + 500 * Math.cos(angle), 2_353_056 + 500 * Math.sin(angle)];
  });
  await writeFile(path, await sheetZip({ rows: [{ rings: [ring] }] }));
  const parser = runParser(job(path), () => {}, { ...PARSER_LIMITS, memoryBytes: 150_000_000 });
  parser.rows.resume();
  const outcome = await parser.outcome;
  assert.equal(outcome.kind === 'refused' && outcome.code, 'file.parser_memory');
});
