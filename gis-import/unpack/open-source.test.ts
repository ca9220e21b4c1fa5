import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { FileRefused, type FindingCode } from '../../server/domain/finding/finding.ts';
import { mayBeEmpty } from '../../server/testing/not-empty.ts';
import { type RawEntry, rawZip } from '../demo/file/raw-zip.ts';
import { writeShapefile } from '../demo/file/write-shapefile.ts';
import { zipFiles } from '../demo/file/zip-files.ts';
import type { UnpackLimits } from './limits.ts';
import { openSource } from './open-source.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-unpack-'));
});
after(() => rm(folder, { recursive: true }));

const square = [
  [
    [0, 0],
    [0, 9],
    [9, 9],
    [9, 0],
  ],
] as [number, number][][];
const set = writeShapefile({
  fields: [{ name: 'SHTHUA', type: 'N', length: 6, decimals: 0 }],
  rows: [{ rings: square, cells: [1] }],
});
const named = (stem: string, kinds: readonly ('shp' | 'shx' | 'dbf')[] = ['shp', 'shx', 'dbf']) =>
  kinds.map((kind) => ({ name: `${stem}.${kind}`, bytes: set[kind] }));

let count = 0;
async function given(name: string, bytes: Uint8Array): Promise<{ path: string; scratch: string }> {
  const own = join(folder, String(++count));
  const scratch = join(own, 'scratch');
  await mkdir(scratch, { recursive: true });
  const path = join(own, name);
  await writeFile(path, bytes);
  return { path, scratch };
}

async function refusal(name: string, bytes: Uint8Array, limits?: Partial<UnpackLimits>): Promise<FindingCode> {
  const { path, scratch } = await given(name, bytes);
  const error = await openSource(path, scratch, limits).then(
    () => assert.fail('the file was taken'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof FileRefused, String(error));
  assert.ok(mayBeEmpty(await readdir(scratch)).every((written) => /^part\.(shp|shx|dbf|prj|cpg)$/.test(written)));
  return error.code;
}

test('a zip with one set is written out under our own names, and everything else is named with a reason', async () => {
  const prj = Buffer.from('GEOGCS["x"]');
  const bytes = await zipFiles([
    ...named('Tờ 12/TO_12', ['shp']),
    { name: 'Tờ 12/to_12.DBF', bytes: set.dbf },
    { name: 'Tờ 12/TO_12.prj', bytes: prj },
    { name: 'Tờ 12/TO_12.sbn', bytes: Buffer.from('x') },
    { name: '__MACOSX/Tờ 12/._TO_12.shp', bytes: Buffer.from('x') },
    { name: 'other.cpg', bytes: Buffer.from('UTF-8') },
    { name: 'list.xlsx', bytes: Buffer.from('PK\u0003\u0004') },
    { name: 'readme', bytes: Buffer.from('x') },
  ]);
  const { path, scratch } = await given('sheet.zip', bytes);
  const opened = await openSource(path, scratch);
  assert.equal(opened.kind, 'shapefile');
  assert.deepEqual(opened.kind === 'shapefile' && opened.parts, {
    shp: join(scratch, 'part.shp'),
    dbf: join(scratch, 'part.dbf'),
    prj: join(scratch, 'part.prj'),
  });
  assert.deepEqual(await readFile(join(scratch, 'part.shp')), set.shp);
  assert.deepEqual(
    opened.members.map(({ name, reason }) => [name, reason]),
    [
      ['Tờ 12/TO_12.shp', null],
      ['Tờ 12/to_12.DBF', null],
      ['Tờ 12/TO_12.prj', null],
      ['Tờ 12/TO_12.sbn', 'companion'],
      ['__MACOSX/Tờ 12/._TO_12.shp', 'junk'],
      ['other.cpg', 'other_set'],
      ['list.xlsx', 'companion'],
      ['readme', 'unknown_kind'],
    ],
  );
  assert.equal(opened.bytes, bytes.length);
  assert.match(opened.sha256, /^[0-9a-f]{64}$/);
});

test('a name in a legacy encoding is a label, not a fault', async () => {
  const stem = Buffer.from([0x54, 0xea, 0x20, 0x31]); // "Tờ 1" in TCVN3
  const entries = named('', ['shp', 'dbf']).map(({ name, bytes }) => ({
    name: Buffer.concat([stem, Buffer.from(name)]),
    bytes,
  }));
  const { path, scratch } = await given('a.zip', rawZip(entries));
  assert.deepEqual(
    (await openSource(path, scratch)).members.map(({ name }) => name),
    ['Tê 1.shp', 'Tê 1.dbf'],
  );
});

const good: readonly RawEntry[] = named('a');
const dbfOf = (columns: number, rows: number): Buffer => {
  const fields = Array.from({ length: columns }, (_, i) => ({ name: `C${i}`, type: 'C', length: 254, decimals: 0 }));
  const source = Array.from({ length: rows }, (_, i) => ({
    rings: null,
    cells: fields.map((_, c) => `Thua ${i * 7919 + c}`),
  }));
  return writeShapefile({ fields, rows: source }).dbf;
};

const hostile: readonly [string, FindingCode, () => Buffer | Promise<Buffer>, Partial<UnpackLimits>?][] = [
  ['../ in a name', 'file.zip_unsafe_name', () => rawZip([{ name: '../evil.shp' }, ...good])],
  ['../ in the middle', 'file.zip_unsafe_name', () => rawZip([{ name: 'a/../../evil.shp' }, ...good])],
  ['an absolute name', 'file.zip_unsafe_name', () => rawZip([{ name: '/etc/x' }, ...good])],
  ['a drive letter', 'file.zip_unsafe_name', () => rawZip([{ name: 'C:x.shp' }, ...good])],
  ['a backslash', 'file.zip_unsafe_name', () => rawZip([{ name: '..\\evil.shp' }, ...good])],
  ['a NUL in a name', 'file.zip_unsafe_name', () => rawZip([{ name: 'a.shp\0.txt' }, ...good])],
  [
    'a symbolic link',
    'file.zip_unsafe_name',
    () => rawZip([{ name: 'x.shp', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }, ...good]),
  ],
  ['a device', 'file.zip_unsafe_name', () => rawZip([{ name: 'x', mode: 0o020666 }, ...good])],
  ['one name twice', 'file.zip_duplicate_name', () => rawZip([...good, ...good])],
  ['one name in two cases', 'file.zip_duplicate_name', () => rawZip([...good, { name: 'A.SHP' }])],
  [
    'one name in two normal forms',
    'file.zip_duplicate_name',
    () => rawZip([{ name: 'tờ' }, { name: 'tờ'.normalize('NFD') }, ...good]),
  ],
  [
    'two entries on one local header',
    'file.zip_bomb',
    () => rawZip([...good, { name: 'b.txt', bytes: set.shp, sharesHeaderOf: 0 }]),
  ],
  [
    '300 MB of zeros',
    'file.zip_bomb',
    () => rawZip([{ name: 'a.shp', bytes: new Uint8Array(300e6) }, ...good.slice(1)]),
  ],
  [
    'the same, declared as 10 bytes',
    'file.zip_damaged',
    () => rawZip([{ name: 'a.shp', bytes: new Uint8Array(30e6), declaredSize: 10 }, ...good.slice(1)]),
  ],
  [
    'many entries that are bombs together',
    'file.zip_bomb',
    () => rawZip([...Array(4)].map((_, i) => ({ name: `${i}.tif`, bytes: new Uint8Array(40e6) }))),
  ],
  ['201 entries', 'file.zip_bomb', () => rawZip(Array.from({ length: 201 }, (_, i) => ({ name: `${i}` })))],
  ['more than fits', 'file.too_large', () => rawZip(good), { maxBytes: 400 }],
  ['encryption', 'file.zip_encrypted', () => rawZip([{ ...good[0]!, flags: 1 }, ...good.slice(1)])],
  ['strong encryption', 'file.zip_encrypted', () => rawZip([{ ...good[0]!, flags: 0x41 }, ...good.slice(1)])],
  [
    'a zip in the zip',
    'file.zip_nested',
    async () => zipFiles([{ name: 'in.zip', bytes: await zipFiles(named('a')) }]),
  ],
  [
    'a zip under another name',
    'file.zip_nested',
    async () => zipFiles([...named('a'), { name: 'a.prj', bytes: await zipFiles(named('b')) }]),
  ],
  ['a rar', 'file.zip_nested', () => zipFiles([...named('a'), { name: 'b.rar', bytes: Buffer.from('x') }])],
  [
    'gzip bytes in an unknown member',
    'file.zip_nested',
    () => zipFiles([...named('a'), { name: 'data', bytes: Buffer.from([0x1f, 0x8b, 8, 0]) }]),
  ],
  ['two sets', 'file.zip_several_sets', () => zipFiles([...named('a'), ...named('b')])],
  [
    'a folder of a geodatabase',
    'file.kind_unsupported',
    () => zipFiles([{ name: 'x.gdb/a00000001.gdbtable', bytes: Buffer.from('x') }]),
  ],
  ['.dbf without .shp', 'file.shp_missing', () => zipFiles(named('a', ['dbf']))],
  ['neither', 'file.shp_missing', () => zipFiles([{ name: 'a.pdf', bytes: Buffer.from('x') }])],
  ['only junk', 'file.shp_missing', () => zipFiles([{ name: '__MACOSX/._a.shp', bytes: Buffer.from('x') }])],
  ['an empty zip', 'file.zip_empty', () => rawZip([])],
  ['no zip at all', 'file.not_a_zip', () => Buffer.from('%PDF-1.7 and so on')],
  ['nothing at all', 'file.not_a_zip', () => Buffer.alloc(0)],
  ['a cut zip', 'file.zip_damaged', async () => (await zipFiles(named('a'))).subarray(0, -7)],
  ['half a zip', 'file.zip_damaged', async () => (await zipFiles(named('a'))).subarray(0, 200)],
  ['more entries promised than there are', 'file.zip_damaged', () => rawZip(good, 5)],
  ['a wrong checksum', 'file.zip_damaged', () => rawZip([{ ...good[0]!, declaredCrc: 7 }, ...good.slice(1)])],
  ['bytes that do not inflate', 'file.zip_damaged', () => flipped(rawZip(good), 45)],
  [
    'a compression of its own',
    'file.zip_method',
    () => rawZip([{ ...good[0]!, method: 12, declaredSize: 1 }, ...good.slice(1)]),
  ],
];
for (const [name, code, build, limits] of hostile) {
  test(`${name}: ${code}`, async () => assert.equal(await refusal('sheet.zip', await build(), limits), code));
}

function flipped(bytes: Buffer, at: number): Buffer {
  bytes.fill(0xff, at, at + 20);
  return bytes;
}

test('a table that is nearly all blanks is no bomb', async () => {
  const dbf = dbfOf(12, 30_000); // 91 MB
  const bytes = await zipFiles([
    { name: 'a.shp', bytes: set.shp },
    { name: 'a.dbf', bytes: dbf },
  ]);
  const { path, scratch } = await given('a.zip', bytes);
  await openSource(path, scratch);
  assert.deepEqual(await readFile(join(scratch, 'part.dbf')), dbf);
});

test('a budget of no time ends as a timeout, not as damage', async () => {
  assert.equal(await refusal('a.zip', rawZip(good), { timeBudgetMs: 0 }), 'file.parser_timeout');
});

test('a scratch folder that cannot be written is the fault of the machine', async () => {
  const { path, scratch } = await given('a.zip', rawZip(good));
  await writeFile(join(scratch, 'part.shp'), 'in the way');
  await assert.rejects(openSource(path, scratch), { code: 'EEXIST' });
});

test('kinds that are not built end as file.kind_unsupported', async () => {
  for (const name of ['a.dgn', 'a.dxf', 'a.pdf', 'a.tif', 'a.jpg', 'a']) {
    assert.equal(await refusal(name, await zipFiles(named('a'))), 'file.kind_unsupported', name);
  }
});

test('a loose .shp takes its parts beside it, case aside', async () => {
  const { path, scratch } = await given('To12.shp', set.shp);
  const own = join(path, '..');
  await writeFile(join(own, 'TO12.DBF'), set.dbf);
  await writeFile(join(own, 'to12.Prj'), 'x');
  await writeFile(join(own, 'To12.qix'), 'x');
  await writeFile(join(own, 'To12b.cpg'), 'x');
  const opened = await openSource(path, scratch);
  assert.deepEqual(opened.kind === 'shapefile' && opened.parts, {
    shp: path,
    dbf: join(own, 'TO12.DBF'),
    prj: join(own, 'to12.Prj'),
  });
  assert.deepEqual(
    opened.members.find(({ name }) => name === 'To12.qix'),
    { name: 'To12.qix', status: 'ignored', reason: 'companion' },
  );
  const before = opened.sha256;
  await writeFile(join(own, 'to12.Prj'), 'y');
  assert.notEqual((await openSource(path, scratch)).sha256, before);
});

test('a loose set that is not whole, a folder, and nothing', async () => {
  assert.equal(await refusal('a.dbf', set.dbf), 'file.shp_missing');
  const code = async (path: string) => openSource(path, folder).catch((error: FileRefused) => error.code);
  assert.equal(await code(join(folder, 'absent.zip')), 'file.not_found');
  assert.equal(await code(folder), 'file.kind_unsupported');
  await symlink(join(folder, 'nowhere'), join(folder, 'dangling.zip'));
  assert.equal(await code(join(folder, 'dangling.zip')), 'file.not_found');
});

test('a GeoJSON file is passed on as it is', async () => {
  const { path, scratch } = await given('communes.geojson', Buffer.from('{}'));
  const opened = await openSource(path, scratch);
  assert.equal(opened.kind === 'geojson' && opened.path, path);
});

test('loose parts as large together as is allowed are taken, one byte more is not', async () => {
  const { path, scratch } = await given('a.shp', set.shp);
  const folder = dirname(path);
  await writeFile(join(folder, 'a.shx'), set.shx);
  await writeFile(join(folder, 'a.dbf'), set.dbf);
  const maxBytes = set.shp.length + set.shx.length + set.dbf.length;
  assert.equal((await openSource(path, scratch, { maxBytes })).kind, 'shapefile');
  await assert.rejects(openSource(path, scratch, { maxBytes: maxBytes - 1 }), FileRefused);
  const whole = await zipFiles(named('a'));
  const zip = await given('a.zip', whole);
  // The file itself, and what is in it, are held against the same limit.
  assert.equal(
    (await openSource(zip.path, zip.scratch, { maxBytes: Math.max(whole.length, maxBytes) })).kind,
    'shapefile',
  );
  assert.equal(await refusal('a.zip', whole, { maxBytes: Math.max(whole.length, maxBytes) - 1 }), 'file.too_large');
});

test('as many entries as are allowed are taken, and sizes up to the floor are not held against the ratio', async () => {
  const whole = await zipFiles(named('a'));
  const { path, scratch } = await given('a.zip', whole);
  assert.equal((await openSource(path, scratch, { maxEntries: 3 })).kind, 'shapefile');
  assert.equal(await refusal('a.zip', whole, { maxEntries: 2 }), 'file.zip_bomb');
  const sizes = named('a').map(({ bytes }) => bytes.length);
  const [largest, all] = [Math.max(...sizes), sizes.reduce((sum, size) => sum + size, 0)];
  const floor = async (ratioFloorBytes: number, limits: Partial<UnpackLimits>) => {
    const again = await given('a.zip', whole);
    return openSource(again.path, again.scratch, { ratioFloorBytes, ...limits }).then(
      ({ kind }) => kind,
      ({ code }: FileRefused) => code,
    );
  };
  const nothing = 1e-9;
  assert.equal(await floor(largest, { maxEntryRatio: nothing }), 'shapefile');
  assert.equal(await floor(largest - 1, { maxEntryRatio: nothing }), 'file.zip_bomb');
  assert.equal(await floor(all, { maxTotalRatio: nothing }), 'shapefile');
  assert.equal(await floor(all - 1, { maxTotalRatio: nothing }), 'file.zip_bomb');
});
