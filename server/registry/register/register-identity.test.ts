import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { setRegistryState } from '../../db/schema/registry-state.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { claimBelongings, findStrangers, keyFingerprint } from './register-identity.ts';

let t: TestApp;
let owner: pg.Client;
const key = Buffer.alloc(32, 7);
before(async () => {
  t = await openTestApp();
  owner = new pg.Client({ connectionString: t.database.urls.migrator });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await t.close();
});

const ready = async () =>
  (await t.app.inject({ url: '/health/ready' })).json<{ status: string; checks: { name: string; ok: boolean }[] }>();

test('a register claims its key and its store once, and knows them again', async () => {
  assert.deepEqual(await claimBelongings(owner, { personalDataKey: key, storageDir: t.storageDir }), []);
  assert.deepEqual(await claimBelongings(owner, { personalDataKey: key, storageDir: t.storageDir }), []);
  assert.equal((await ready()).status, 'ready');
});

test('another key is a stranger, and the fingerprint does not tell the key', async () => {
  const other = Buffer.alloc(32, 8);
  assert.deepEqual(await claimBelongings(owner, { personalDataKey: other, storageDir: t.storageDir }), ['key']);
  assert.ok(!keyFingerprint(key).includes(key.toString('hex').slice(0, 8)));
  assert.deepEqual(await findStrangers(owner, { personalDataKey: key, storageDir: t.storageDir }), []);
});

test('another store is a stranger, an empty one too; the same files elsewhere are not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-store-'));
  try {
    assert.deepEqual(await findStrangers(owner, { personalDataKey: key, storageDir: folder }), ['store']);
    await cp(join(t.storageDir, 'files'), join(folder, 'files'), { recursive: true });
    assert.deepEqual(await findStrangers(owner, { personalDataKey: key, storageDir: folder }), []);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a restored register whose key is not the server’s is not ready, and says which check failed', async () => {
  await setRegistryState(owner, 'personal_data_key', keyFingerprint(Buffer.alloc(32, 9)));
  const told = await ready();
  assert.equal(told.status, 'not_ready');
  assert.deepEqual(
    told.checks.filter(({ ok }) => !ok).map(({ name }) => name),
    ['belongings'],
  );
  await setRegistryState(owner, 'personal_data_key', keyFingerprint(key));
  assert.equal((await ready()).status, 'ready');
});
