/** The demonstration as a command, on a real register: once, once more, and another one. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTestImport, type TestImport } from '../../server/testing/import/open-import.ts';
import { beginDemo, findDemo } from './demo-state.ts';
import { uploadFolder } from './write-district.ts';

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

/** The batches that wait, as the desk will list them. */
const listWaiting = () =>
  t.query(
    `select b.source_name as name, b.status, s.name as owner, d.proposed_by as "proposedBy", d.reason as note, (
       select count(distinct f.code)::int from staging.finding f where f.batch_id = b.batch_id) as codes
     from staging.batch b left join staging.staff s on s.actor = b.created_by
     left join dealing.dealing d on d.dealing_id = b.proposal_dealing_id
     where b.status <> 'promoted' order by b.source_name`,
  );
const OWNER = 'Trần Văn Quýt';
const WAITING = [
  { name: '99001-to-05.zip', status: 'validated', owner: OWNER, proposedBy: null, note: null, codes: 12 },
  {
    name: '99002-to-05.zip',
    status: 'proposed',
    owner: OWNER,
    proposedBy: 'demo-officer',
    note: 'Đã đối soát với sổ mục kê, không còn lỗi. Đề nghị duyệt để đăng ký.',
    codes: 0,
  },
  { name: '99003-to-13.zip', status: 'refused', owner: OWNER, proposedBy: null, note: null, codes: 1 },
];

test('a fresh desk has a sheet to review, one to decide on and one that was refused', async () => {
  assert.deepEqual(await listWaiting(), WAITING);
  const drawn = await t.query(
    `select cardinality(p.sample) as sample, c.rule from dealing.proposal p, staging.correction c
     join staging.batch b using (batch_id) where b.source_name = '99001-to-05.zip' limit 1`,
  );
  assert.deepEqual(
    drawn,
    [{ sample: 20, rule: 'text.case_repaired' }],
    'a sample was drawn, and there are corrections',
  );
});

/** What was made of the past, in its order; open ones last. */
const listPast = () =>
  t.query<{ kind: string; ends: string; on: string | null; eyes: boolean }>(
    `select kind, case when suspended_at is not null then 'suspended' else status end as ends, entered_on::text as on,
       approved_by is distinct from proposed_by as eyes
     from dealing.dealing where file_id is null and not initial_load and kind <> 'import_promotion' order by entered_on nulls last, kind, status`,
  );

test('the district has a past since 2023, made by two people with the verbs of the desk, and something on every desk', async () => {
  const past = await listPast();
  assert.ok(past.every(({ eyes }) => eyes));
  assert.deepEqual(
    past.filter(({ on }) => on !== null).map(({ kind, on, ends }) => [kind, on?.slice(0, 4), ends].join(' ')),
    [
      'transfer 2023 registered',
      'transfer 2023 registered',
      'mortgage_registration 2023 registered',
      'purpose_change 2023 registered',
      'transfer 2024 registered',
      'lease_registration 2024 registered',
      'split 2024 registered',
      'transfer 2024 registered',
      'merge 2024 registered',
      'mortgage_release 2024 registered',
      'restriction 2024 registered',
      'mortgage_registration 2025 registered',
      'split 2025 registered',
      'holder_correction 2025 registered',
      'transfer 2025 registered',
      'merge 2025 registered',
      'caveat_placement 2025 registered',
    ],
  );
  assert.deepEqual(
    past.filter(({ on }) => on === null).map(({ kind, ends }) => `${kind} ${ends}`),
    [
      'certificate_issue registered',
      'lease_registration draft',
      'mortgage_registration suspended',
      'split lodged',
      'split registered',
      'transfer lodged',
      'transfer refused',
    ],
  );
  const [then] = await t.query<{ parcels: number; overlaps: number; generations: number; valid: number }>(
    `with at as (select * from cadastre.parcel_version where registered_at < '2024-01-01' and (ended_at is null or ended_at >= '2024-01-01'))
     select (select count(*)::int from at) as parcels,
       (select count(*)::int from at a join at b on a.geom && b.geom and a.parcel_id < b.parcel_id
         where st_area(st_intersection(a.geom, b.geom)) > 0.5) as overlaps,
       (select count(*)::int from cadastre.lineage l join cadastre.lineage m on m.parent_id = l.child_id join cadastre.lineage n on n.parent_id = m.child_id) as generations,
       (select count(*)::int from document.certificate where status = 'valid') as valid`,
  );
  assert.ok(then!.parcels > 250 && then!.generations > 0, JSON.stringify(then));
  assert.deepEqual([then!.overlaps, then!.valid], [0, 1]);
});

test('what lies ready for an upload has never been brought in, and would be registered whole', async () => {
  const folder = uploadFolder(join(t.context.storageDir, 'demo-300-3'));
  const [name] = await readdir(folder);
  assert.equal(name, '99003_to-13_1-1000.zip');
  const report = await t.run(name, await readFile(join(folder, name)), { options: { commune: '99003' } });
  // Nothing but which columns of the old program are of no use here.
  assert.deepEqual([report.status, report.findings.map(({ code }) => code)], ['validated', ['file.columns_unused']]);
  assert.ok(report.counts.valid > 50);
});

test('one that was begun and not finished keeps its place too', async () => {
  const rows = await countRows();
  await t.query(`delete from reference.registry_state where name = 'demo'`);
  assert.deepEqual(await findDemo(t.pools.app), { parcels: 300, seed: 3, whole: false });
  await assert.rejects(beginDemo(t.pools.app, { parcels: 400, seed: 3 }), { code: 'demo.other_present' });
  const finished = await demo(FIRST);
  assert.equal(finished.status, 0, finished.stderr);
  assert.deepEqual(await findDemo(t.pools.app), { parcels: 300, seed: 3, whole: true });
  assert.deepEqual(await countRows(), rows, 'nothing is brought in or proposed a second time');
});
