/** The schema of pg-boss as the migrator builds it, and what the application may do with it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { getConstructionPlans } from 'pg-boss';
import { openPools, type Pools } from '../db/kit/pools.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createBoss } from './import-queue.ts';

let database: TestDatabase;
let pools: Pools;
before(async () => {
  database = await createTestDatabase();
  pools = openPools(database.urls, () => undefined);
});
after(async () => {
  await Promise.all([pools.app.end(), pools.portal.end(), pools.tiles.end()]);
  await database.drop();
});

/** The frame of a transaction, which a migration has already. */
const FRAME = /^\s*(BEGIN;|COMMIT;|SET LOCAL .*;|SELECT pg_advisory_xact_lock\(.*\);)\s*$/;

test('what the migration builds is what the installed pg-boss wants: a newer one needs a migration', async () => {
  const wanted = getConstructionPlans('pgboss')
    .split('\n')
    .filter((line) => !FRAME.test(line))
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  const built = await readFile(new URL('../../migrations/data/pgboss-46.sql', import.meta.url), 'utf8');
  assert.equal(built.trim(), wanted);
});

test('the application uses the queue and cannot alter it', async () => {
  for (const sql of [
    'create table pgboss.mine ()',
    'drop table pgboss.job_common',
    'alter table pgboss.job add column x int',
    'update pgboss.version set version = 1',
    "select pgboss.create_queue('mine', '{}')",
    "select pgboss.delete_queue('import')",
  ])
    await assert.rejects(pools.app.query(sql), { code: '42501' }, sql);
  await assert.rejects(pools.portal.query('select * from pgboss.job'), { code: '42501' });
  await assert.rejects(pools.tiles.query('select * from pgboss.job'), { code: '42501' });
});

test('pg-boss finds its schema whole, and looks after the queue with the rights it has', async () => {
  const errors: Error[] = [];
  const boss = createBoss(pools.app, { supervise: true, onError: (error) => errors.push(error) });
  await boss.start();
  assert.equal(await boss.isInstalled(), true);
  await boss.supervise('import');
  await boss.stop({ graceful: false, close: false });
  assert.deepEqual(errors, []);
});
