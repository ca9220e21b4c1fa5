/** kill -9 of each process that has a part in the private cluster. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import {
  listKeepers,
  listPostmasters,
  makeStorageDir,
  removeStorageDir,
  startEntry,
  until,
} from '../testing/cluster-entry.ts';
import { superuserUrl } from './database-urls.ts';
import { asSuperuser } from './ensure-database.ts';
import { type EmbeddedCluster, openCluster } from './open-cluster.ts';

const only = (pids: number[]): number => {
  assert.equal(pids.length, 1);
  return pids[0] ?? 0;
};

async function answers(cluster: EmbeddedCluster): Promise<boolean> {
  return asSuperuser(cluster, 'postgres', (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );
}

test('kill -9 of the last entry stops PostgreSQL and the keeper', async () => {
  const storageDir = makeStorageDir();
  const entry = startEntry(storageDir);
  await entry.port;
  only(listPostmasters(join(storageDir, 'pg')));
  await entry.kill();
  await removeStorageDir(storageDir); // waits for both to end
});

test('kill -9 of the postmaster: it is started again on the same port, committed rows are there', async () => {
  const storageDir = makeStorageDir();
  const cluster = await openCluster({ storageDir });
  await asSuperuser(cluster, 'postgres', (client) => client.query('create table kept as select 7 as n'));
  const busy = new pg.Client({ connectionString: superuserUrl(cluster, 'postgres') });
  await busy.connect();
  const cut = new Promise<void>((resolve) => busy.once('error', () => resolve()));
  // A backend at work does not notice the death of its postmaster by itself.
  const running = busy.query(`select count(*) from generate_series(1, 4000000000)`).catch((error: Error) => error);

  const killed = only(listPostmasters(cluster.dataDir));
  process.kill(killed, 'SIGKILL');
  await until('the cluster answers again', () => answers(cluster));
  assert.notEqual(only(listPostmasters(cluster.dataDir)), killed);
  const kept = await asSuperuser(cluster, 'postgres', (client) => client.query('select n from kept'));
  assert.deepEqual(kept.rows, [{ n: 7 }]);
  assert.ok((await running) instanceof Error, 'the query of the killed server failed');
  await cut;
  await cluster.release();
  await removeStorageDir(storageDir);
});

test('kill -9 of the keeper: PostgreSQL runs on, the entry takes a new lease and still stops it at the end', async () => {
  const storageDir = makeStorageDir();
  const cluster = await openCluster({ storageDir });
  const postmaster = only(listPostmasters(cluster.dataDir));
  const keeper = only(listKeepers(storageDir));
  process.kill(keeper, 'SIGKILL');
  await until('another keeper is there', () => listKeepers(storageDir).some((pid) => pid !== keeper));
  const second = await openCluster({ storageDir });
  assert.equal(only(listPostmasters(cluster.dataDir)), postmaster, 'the same postmaster was adopted');
  assert.equal(await answers(second), true);

  process.kill(postmaster, 'SIGKILL'); // adopted ones are guarded, too
  await until('the cluster answers again', () => answers(second));
  await second.release();
  await cluster.release();
  await removeStorageDir(storageDir);
});

test('kill -9 of keeper and entry: the next entry adopts what runs on', async () => {
  const storageDir = makeStorageDir();
  const entry = startEntry(storageDir);
  const port = await entry.port;
  const postmaster = only(listPostmasters(join(storageDir, 'pg')));
  process.kill(entry.pid, 'SIGSTOP'); // so that it cannot take a new lease before it dies
  process.kill(only(listKeepers(storageDir)), 'SIGKILL');
  await entry.kill();
  assert.equal(only(listPostmasters(join(storageDir, 'pg'))), postmaster);

  const cluster = await openCluster({ storageDir });
  assert.equal(cluster.port, port);
  assert.equal(only(listPostmasters(cluster.dataDir)), postmaster);
  await cluster.release();
  await removeStorageDir(storageDir);
});

test('kill -9 of everything at once: the next entry recovers', async () => {
  const storageDir = makeStorageDir();
  const entry = startEntry(storageDir);
  await entry.port;
  process.kill(entry.pid, 'SIGSTOP');
  for (const pid of [...listKeepers(storageDir), ...listPostmasters(join(storageDir, 'pg'))])
    process.kill(pid, 'SIGKILL');
  await entry.kill();
  const cluster = await openCluster({ storageDir });
  assert.equal(await answers(cluster), true);
  await cluster.release();
  await removeStorageDir(storageDir);
});

test("Ctrl-C in the entry's terminal does not reach PostgreSQL before the entry has closed", async () => {
  const storageDir = makeStorageDir();
  const entry = startEntry(storageDir);
  await entry.port;
  const dataDir = join(storageDir, 'pg');
  const postmaster = only(listPostmasters(dataDir));
  process.kill(-entry.pid, 'SIGINT'); // what a terminal does: to the whole group; this entry takes its time
  const cluster = await openCluster({ storageDir });
  assert.equal(only(listPostmasters(dataDir)), postmaster);
  assert.equal(await answers(cluster), true);
  await entry.kill();
  await cluster.release();
  await removeStorageDir(storageDir);
});
