import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import {
  listKeepers,
  listPostmasters,
  listProcesses,
  makeStorageDir,
  removeStorageDir,
  startEntry,
  until,
} from '../testing/cluster-entry.ts';
import { asSuperuser } from './ensure-database.ts';
import { openCluster } from './open-cluster.ts';

test('the first opening makes a durable cluster on loopback; the release of the last lease stops it', async () => {
  const storageDir = makeStorageDir();
  const first = await openCluster({ storageDir });
  const second = await openCluster({ storageDir });
  assert.equal(second.port, first.port);
  assert.equal(statSync(join(storageDir, 'embedded.json')).mode & 0o777, 0o600);
  const settings = await asSuperuser(first, 'postgres', async (client) => {
    const names = ['fsync', 'full_page_writes', 'data_checksums', 'listen_addresses', 'unix_socket_directories'];
    const found = await client.query('select name, setting from pg_settings where name = any($1)', [names]);
    return Object.fromEntries(found.rows.map((row) => [row.name, row.setting]));
  });
  assert.deepEqual(settings, {
    fsync: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  });

  await first.release();
  assert.equal(listPostmasters(first.dataDir).length, 1, 'the second lease holds it');
  await second.release();
  assert.deepEqual(listPostmasters(first.dataDir), []);
  await until('the keeper has ended, too', () => listKeepers(storageDir).length === 0);

  const again = await openCluster({ storageDir });
  assert.equal(again.port, first.port, 'the port is kept');
  assert.deepEqual(again.roles, first.roles, 'so are the passwords');
  await again.release();
  await removeStorageDir(storageDir);
});

test('no password, no entry', async () => {
  const storageDir = makeStorageDir();
  const cluster = await openCluster({ storageDir });
  for (const password of ['', 'postgres']) {
    const client = new pg.Client({ host: cluster.host, port: cluster.port, user: 'postgres', password });
    await assert.rejects(client.connect(), /password/);
  }
  await cluster.release();
  await removeStorageDir(storageDir);
});

test('several entries starting at once share one postmaster', async () => {
  const storageDir = makeStorageDir();
  const entries = [startEntry(storageDir), startEntry(storageDir), startEntry(storageDir)];
  const ports = await Promise.all(entries.map((entry) => entry.port));
  assert.equal(new Set(ports).size, 1);
  assert.equal(listPostmasters(join(storageDir, 'pg')).length, 1);
  assert.equal(listKeepers(storageDir).length, 1);
  await Promise.all(entries.map((entry) => entry.kill()));
  await removeStorageDir(storageDir);
});

test('an entry that opens while the last one closes gets a running cluster', async () => {
  const storageDir = makeStorageDir();
  for (let round = 0; round < 5; round++) {
    const first = await openCluster({ storageDir });
    const [, second] = await Promise.all([first.release(), openCluster({ storageDir })]);
    await asSuperuser(second, 'postgres', (client) => client.query('select 1'));
    await second.release();
  }
  await removeStorageDir(storageDir);
});

test('where uid postgres cannot enter the storage folder the data lies under /var/lib/diaba', async () => {
  const storageDir = makeStorageDir(0o700);
  const cluster = await openCluster({ storageDir });
  const far = process.getuid?.() === 0;
  assert.equal(cluster.dataDir.startsWith('/var/lib/diaba/'), far);
  assert.equal(existsSync(join(cluster.dataDir, 'PG_VERSION')), true);
  await cluster.release();

  // A storage folder made anew at the same place does not inherit the old data, nor destroy them.
  rmSync(storageDir, { recursive: true });
  mkdirSync(storageDir, { mode: 0o700 });
  const anew = await openCluster({ storageDir });
  assert.notDeepEqual(anew.roles, cluster.roles);
  const parent = dirname(cluster.dataDir);
  const kept = readdirSync(parent).filter((name) => name.startsWith(`${basename(cluster.dataDir)}.old-`));
  assert.equal(kept.length, far ? 1 : 0);
  for (const name of kept) rmSync(join(parent, name), { recursive: true });
  await anew.release();
  await removeStorageDir(storageDir, cluster.dataDir);
});

test('data of another major version is named with the way out', async () => {
  const storageDir = makeStorageDir();
  const cluster = await openCluster({ storageDir });
  await cluster.release();
  writeFileSync(join(cluster.dataDir, 'PG_VERSION'), '9\n');
  await assert.rejects(openCluster({ storageDir }), (error: { code?: string; message: string }) => {
    assert.equal(error.code, 'embedded.other_major');
    assert.match(error.message, /PostgreSQL 9.*postgresql-9-postgis/s);
    return true;
  });
  await removeStorageDir(storageDir);
});

test('data whose passwords are gone is neither overwritten nor opened', async () => {
  const storageDir = makeStorageDir();
  const cluster = await openCluster({ storageDir });
  await cluster.release();
  rmSync(join(storageDir, 'embedded.json'));
  await assert.rejects(openCluster({ storageDir }), { code: 'embedded.secrets_missing' });
  assert.equal(existsSync(join(cluster.dataDir, 'PG_VERSION')), true);
  await removeStorageDir(storageDir);
});

test('stale files do not stand in the way, even when another program has the pid by now', async () => {
  const storageDir = makeStorageDir();
  const cluster = await openCluster({ storageDir });
  await cluster.release();
  writeFileSync(join(cluster.dataDir, 'postmaster.pid'), `${process.pid}\n${cluster.dataDir}\n1\n${cluster.port}\n`);
  const again = await openCluster({ storageDir });
  await asSuperuser(again, 'postgres', (client) => client.query('select 1'));
  assert.notEqual(readFileSync(join(cluster.dataDir, 'postmaster.pid'), 'utf8').split('\n')[0], String(process.pid));
  await again.release();
  await removeStorageDir(storageDir);
});

test('an initdb that a crash cut short leaves no half cluster', async () => {
  const storageDir = makeStorageDir();
  mkdirSync(join(storageDir, 'pg.new-1', 'base'), { recursive: true });
  const entry = startEntry(storageDir);
  const beginnings = () =>
    listProcesses('initdb').filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(storageDir));
  await until('initdb is at work', () => beginnings().length > 0);
  await entry.kill();
  for (const pid of [...listKeepers(storageDir), ...beginnings()]) process.kill(pid, 'SIGKILL');
  const cluster = await openCluster({ storageDir });
  await asSuperuser(cluster, 'postgres', (client) => client.query('select 1'));
  assert.equal(existsSync(join(storageDir, 'pg.new-1')), false);
  await cluster.release();
  await removeStorageDir(storageDir);
});
