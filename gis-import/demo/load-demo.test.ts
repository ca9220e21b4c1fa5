/** The demonstration as a command, on a real register: once, once more, and another one. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTestImport, type TestImport } from '../../server/testing/open-import.ts';
import { beginDemo, findDemo } from './demo-state.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const FIRST = ['--parcels', '300', '--seed', '3'];

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

async function demo(args: readonly string[], env: Record<string, string> = {}) {
  const { urls } = t.database;
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: t.folder,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: urls.app,
      MIGRATION_DATABASE_URL: urls.migrator,
      PORTAL_DATABASE_URL: urls.portal,
      TILES_DATABASE_URL: urls.tiles,
      PERSONAL_DATA_KEY: t.context.personalDataKey.toString('base64'),
      STORAGE_DIR: t.context.storageDir,
      DIABA_DEMO: '1',
      ...env,
    },
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const [status] = await once(child, 'close');
  return { status, ...output };
}

/** Rows of every table of the registry: what a refused command may not change. */
async function countRows(): Promise<Record<string, number>> {
  const tables = await t.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('reference', 'staging', 'cadastre', 'party', 'rights', 'document', 'dealing', 'audit')`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    counts[name] = (await t.query<{ n: number }>(`select count(*)::int as n from ${name}`))[0]!.n;
  }
  return counts;
}

test('without DIABA_DEMO nothing is begun, and the reason is given', async () => {
  const off = await demo(FIRST, { DIABA_DEMO: '0' });
  assert.equal(off.status, 1);
  assert.match(off.stderr, /^config\.invalid: Cấu hình chưa đúng: DIABA_DEMO: needs 1 /);
  assert.equal(await findDemo(t.pools.app), null);
});

test('a demonstration is brought in once; the same again is harmless, another is refused and changes nothing', async () => {
  const first = await demo(FIRST);
  assert.equal(first.status, 0, first.stderr);
  assert.deepEqual(await findDemo(t.pools.app), { parcels: 300, seed: 3, whole: true });
  const rows = await countRows();
  assert.ok(rows['cadastre.parcel']! > 250);

  const again = await demo(FIRST);
  assert.deepEqual([again.status, again.stderr], [0, '']);
  assert.match(again.stdout, /already in the register \(--parcels 300 --seed 3\)/);

  const other = await demo(['--parcels', '300', '--seed', '4']);
  assert.equal(other.status, 1);
  assert.match(
    other.stderr,
    /^demo\.other_present: .*\(--parcels 300 --seed 3\).*STORAGE_DIR.*\n.*nothing was changed/,
  );
  assert.deepEqual(await countRows(), rows);
});

test('one that was begun and not finished keeps its place too', async () => {
  await t.query(`delete from reference.registry_state where name = 'demo'`);
  assert.deepEqual(await findDemo(t.pools.app), { parcels: 300, seed: 3, whole: false });
  await assert.rejects(beginDemo(t.pools.app, { parcels: 400, seed: 3 }), { code: 'demo.other_present' });
  const finished = await demo(FIRST);
  assert.equal(finished.status, 0, finished.stderr);
  assert.deepEqual(await findDemo(t.pools.app), { parcels: 300, seed: 3, whole: true });
});
