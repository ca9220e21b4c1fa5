import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { ImportReport } from '../server/domain/batch/import-report.ts';
import { COMMUNE, openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { sheetZip } from '../server/testing/import/sheet-zip.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function runCli(
  args: readonly string[],
  env: Record<string, string> = {},
  kill?: { readonly stop: AbortSignal; readonly signal: NodeJS.Signals },
): Promise<Ran> {
  const { urls } = t.database;
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: t.folder,
    env: {
      PATH: process.env.PATH,
      LANG: 'vi_VN.UTF-8',
      DATABASE_URL: urls.app,
      MIGRATION_DATABASE_URL: urls.migrator,
      PORTAL_DATABASE_URL: urls.portal,
      TILES_DATABASE_URL: urls.tiles,
      PERSONAL_DATA_KEY: t.context.personalDataKey.toString('base64'),
      STORAGE_DIR: t.context.storageDir,
      ...env,
    },
  });
  kill?.stop.addEventListener('abort', () => child.kill(kill.signal), { once: true });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const [status] = await once(child, 'close');
  return { status, ...output };
}

async function putFile(name: string, bytes: Buffer): Promise<string> {
  await writeFile(join(t.folder, name), bytes);
  return name;
}

test('columns are read as a name of the office has them; a name that nobody gave ends before anything is read', async () => {
  await t.query(
    `insert into staging.column_profile (profile_id, name, columns, named_by) values ($1, 'Mẫu của phòng', '{"C1": "parcelNo", "C2": "landUse"}', 'ha')`,
    [randomUUID()],
  );
  await putFile('table.csv', Buffer.from('C1;C2\r\n901;ONT\r\n'));
  const run = (name: string) =>
    runCli(['table.csv', '--commune', COMMUNE, '--sheet', '9', '--columns', name, '--json', 'table.json']);
  const unknown = await run('Mẫu khác');
  assert.equal(unknown.status, 1, unknown.stderr);
  assert.match(unknown.stderr, /option\.invalid: .*--columns/);
  const known = await run('mẫu của phòng');
  assert.equal(known.status, 0, known.stderr + known.stdout);
  const report = JSON.parse(await readFile(join(t.folder, 'table.json'), 'utf8')) as ImportReport;
  assert.deepEqual(report.columns, { C1: 'parcelNo', C2: 'landUse' });
  assert.ok(report.findings.some(({ code }) => code === 'register.unmatched'));
});

test('import and promote by hand: exit 0, a summary one can read, the JSON report', async () => {
  await putFile('sheet.zip', await sheetZip());
  const ran = await runCli([
    'sheet.zip',
    '--commune',
    COMMUNE,
    '--scale',
    '1000',
    '--promote',
    '--book-day',
    '2022-12-30',
    '--book',
    'Bản đồ địa chính 2022',
    '--json',
    'report.json',
  ]);
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /sheet\.zip/);
  assert.match(ran.stdout, /TCVN3/);
  assert.match(ran.stdout, /EPSG:9214/);
  assert.match(ran.stderr, /convert\n.*stage\n.*validate/s, 'progress by stage');
  const report: ImportReport = JSON.parse(await readFile(join(t.folder, 'report.json'), 'utf8'));
  assert.equal(report.status, 'promoted');
  assert.equal(report.counts.read, 4);
  assert.ok(report.durationMs > 0);
  const held = await t.query<{ at: Date; late: boolean; book: string; on: string }>(
    `select distinct v.registered_at as at, v.recorded_at > v.registered_at + interval '1 year' as late, d.entered_book as book, e.body ->> 'enteredOn' as on
     from cadastre.parcel_version v join dealing.dealing d on d.dealing_id = v.raised_by join audit.entry e on e.subject_id = d.dealing_id::text`,
  );
  assert.deepEqual(
    held.map((one) => ({ ...one, at: one.at.toISOString() })),
    [{ at: '2022-12-29T17:00:00.000Z', late: true, book: 'Bản đồ địa chính 2022', on: '2022-12-30' }],
    'it holds from the day of the book, and is known since today',
  );
  for (const stage of ['unpack', 'read', 'convert', 'stage', 'validate', 'promote'])
    assert.ok(stage in report.stages, stage);
  const again = await runCli([
    'sheet.zip',
    '--commune',
    COMMUNE,
    '--scale',
    '1000',
    '--promote',
    '--json',
    'again.json',
    '--quiet',
  ]);
  assert.deepEqual([again.status, again.stdout], [0, '']);
  assert.deepEqual(JSON.parse(await readFile(join(t.folder, 'again.json'), 'utf8')), report);
});

test('a refused file ends with 2 and its code; --again opens a new attempt', async () => {
  await putFile('broken.zip', Buffer.from('no zip at all'));
  const first = await runCli(['broken.zip', '--commune', COMMUNE, '--json', 'first.json']);
  assert.equal(first.status, 2);
  const report: ImportReport = JSON.parse(await readFile(join(t.folder, 'first.json'), 'utf8'));
  assert.deepEqual([report.status, report.findings[0]?.code], ['refused', 'file.not_a_zip']);
  const same = await runCli(['broken.zip', '--commune', COMMUNE, '--json', 'same.json']);
  assert.equal(same.status, 2);
  assert.equal(JSON.parse(await readFile(join(t.folder, 'same.json'), 'utf8')).batchId, report.batchId);
  await runCli(['broken.zip', '--commune', COMMUNE, '--json', 'other.json', '--again']);
  assert.notEqual(JSON.parse(await readFile(join(t.folder, 'other.json'), 'utf8')).batchId, report.batchId);
});

test('--promote that meets blocking findings ends with 2 and registers nothing; without --promote it is 0', async () => {
  const origin = [416_785, 2_354_056] as const;
  await putFile('blocked.zip', await sheetZip({ origin, rows: [{ parcelNo: '5' }, { parcelNo: '5' }] }));
  assert.equal((await runCli(['blocked.zip', '--commune', COMMUNE])).status, 0);
  const ran = await runCli(['blocked.zip', '--commune', COMMUNE, '--promote', '--json', 'blocked.json']);
  assert.equal(ran.status, 2);
  const report: ImportReport = JSON.parse(await readFile(join(t.folder, 'blocked.json'), 'utf8'));
  assert.deepEqual([report.status, report.counts.blocked], ['validated', 2]);
});

const MISUSE: [name: string, args: string[], code: string][] = [
  ['no file', ['--commune', COMMUNE], 'option.file_missing'],
  ['unknown option', ['sheet.zip', '--comune', COMMUNE], 'option.unknown'],
  ['no commune', ['sheet.zip'], 'option.commune_missing'],
  ['unknown commune', ['sheet.zip', '--commune', '00001'], 'commune.unknown'],
  ['commune that is no code', ['sheet.zip', '--commune', '7210'], 'option.invalid'],
  ['unknown srid', ['sheet.zip', '--commune', COMMUNE, '--srid', '3857'], 'option.invalid'],
  ['unknown encoding', ['sheet.zip', '--commune', COMMUNE, '--encoding', 'latin1'], 'option.invalid'],
  ['unknown profile', ['sheet.zip', '--commune', COMMUNE, '--profile', 'x'], 'option.invalid'],
  ['impossible day', ['sheet.zip', '--commune', COMMUNE, '--at', '2025-02-30'], 'option.invalid'],
  ['impossible scale', ['sheet.zip', '--commune', COMMUNE, '--scale', '0'], 'option.invalid'],
  ['unknown kind', ['sheet.zip', '--commune', COMMUNE, '--kind', 'roads'], 'option.invalid'],
  ['file that is not there', ['nowhere.zip', '--commune', COMMUNE], 'file.not_found'],
  [
    'report into a folder that is not there',
    ['sheet.zip', '--commune', COMMUNE, '--json', 'nowhere/report.json'],
    'option.invalid',
  ],
];
for (const [name, args, code] of MISUSE) {
  test(`${name}: exit 1 and ${code}, in both languages`, async () => {
    const ran = await runCli(args);
    assert.equal(ran.status, 1);
    assert.match(ran.stderr, new RegExp(`^${code.replace('.', '\\.')}: `, 'm'));
    assert.equal(ran.stdout, '');
  });
}

test('no database: exit 1 and database.unavailable', async () => {
  const nowhere = 'postgres://diaba_app:x@127.0.0.1:1/nowhere';
  const ran = await runCli(['sheet.zip', '--commune', COMMUNE], {
    DATABASE_URL: nowhere,
    MIGRATION_DATABASE_URL: nowhere,
    PORTAL_DATABASE_URL: nowhere,
    TILES_DATABASE_URL: nowhere,
  });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /^database\.unavailable: /m);
});

/** Lets the register of the tests have another store for a moment, as one whose store is not claimed yet. */
async function withoutStore(work: () => Promise<void>): Promise<void> {
  const [claimed] = await t.query<{ value: string }>(
    "delete from reference.registry_state where name = 'store' returning value",
  );
  try {
    await work();
  } finally {
    await t.query("delete from reference.registry_state where name = 'store'");
    if (claimed)
      await t.query("insert into reference.registry_state (name, value) values ('store', $1)", [claimed.value]);
  }
}

test('a store that cannot be written: exit 1 and its code, and nothing in the register', async () => {
  await mkdir(join(t.folder, 'blocked'), { recursive: true });
  await writeFile(join(t.folder, 'blocked', 'files'), 'a file where the folder should be');
  await putFile('unstorable.zip', await sheetZip({ origin: [416_785, 2_354_556] }));
  await withoutStore(async () => {
    const ran = await runCli(['unstorable.zip', '--commune', COMMUNE, '--promote'], {
      STORAGE_DIR: join(t.folder, 'blocked'),
    });
    assert.equal(ran.status, 1);
    assert.match(ran.stderr, /^storage\.unwritable: /m);
  });
  const batches = await t.query(`select 1 from staging.batch where source_name = 'unstorable.zip'`);
  assert.equal(batches.length, 0);
});

test('a full disk: exit 1 and storage.full, nothing half; with room again the same file goes through', async (context) => {
  const disk = join(t.folder, 'small-disk');
  await mkdir(disk);
  const mounted = await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk]).then(
    () => true,
    () => false,
  );
  if (!mounted && process.env.CI !== '1') return context.skip('needs the right to mount a tmpfs');
  assert.ok(mounted, 'a tmpfs cannot be mounted');
  try {
    const bytes = await sheetZip({
      origin: [416_785, 2_354_756],
      rows: Array.from({ length: 40 }, (_, i) => ({ holder: `Nguyễn ${i} ${randomUUID()}` })),
    });
    await putFile('large.zip', bytes);
    await fill(join(disk, 'ballast'));
    await withoutStore(async () => {
      const full = await runCli(['large.zip', '--commune', COMMUNE, '--promote'], { STORAGE_DIR: disk });
      assert.equal(full.status, 1);
      assert.match(full.stderr, /^storage\.full: /m);
      assert.deepEqual(await t.query(`select 1 from staging.batch where source_name = 'large.zip'`), []);
      await rm(join(disk, 'ballast'));
      assert.equal((await runCli(['large.zip', '--commune', COMMUNE, '--promote'], { STORAGE_DIR: disk })).status, 0);
    });
  } finally {
    await promisify(execFile)('umount', [disk]);
  }
});

/** Writes until the disk takes no more. */
async function fill(path: string): Promise<void> {
  const handle = await open(path, 'w');
  try {
    for (;;) await handle.write(Buffer.alloc(4_096));
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
  } finally {
    await handle.close();
  }
}

/** Connections of runs, and what they do. */
async function runsAtWork(): Promise<{ wait: string | null }[]> {
  const { rows } = await t.pools.app.query<{ wait: string | null }>(
    `select wait_event_type as wait from pg_stat_activity where application_name like 'diaba-run %' and datname = current_database() and state = 'active'`,
  );
  return rows;
}
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

for (const signal of ['SIGINT', 'SIGKILL'] as const) {
  test(`${signal} in the middle of a long statement: it ends in the database too, and the same command goes on`, async () => {
    const origin = [416_785, signal === 'SIGINT' ? 2_355_056 : 2_355_256] as const;
    const name = await putFile(`${signal}.zip`, await sheetZip({ origin }));
    const owner = new pg.Client({ connectionString: t.database.urls.migrator });
    await owner.connect();
    try {
      // Whoever writes a finding waits for as long as we like.
      await owner.query('begin; lock table staging.finding in access exclusive mode');
      const stop = new AbortController();
      const ran = runCli([name, '--commune', COMMUNE, '--scale', '1000'], {}, { stop: stop.signal, signal });
      await until(async () => (await runsAtWork()).some(({ wait }) => wait === 'Lock'));
      stop.abort();
      const { status, stderr } = await ran;
      await until(async () => (await runsAtWork()).length === 0);
      if (signal === 'SIGINT') {
        assert.equal(status, 130, stderr);
        assert.match(stderr, /^import\.cancelled: .*\n.*$/m);
      }
      await owner.query('rollback');
    } finally {
      await owner.end();
    }
    const again = await runCli([name, '--commune', COMMUNE, '--scale', '1000', '--promote']);
    assert.equal(again.status, 0, again.stderr);
  });
}
