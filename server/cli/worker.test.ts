/** `npm run worker` as a process: how it ends when it is asked to, and who goes on. */
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { readToTheEnd } from '../testing/import/watch-batch.ts';
import { sendWhole } from '../testing/upload/send-upload.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';
import { startWorkerProcess } from '../testing/worker-process.ts';

let t: UploadStage;
const started = new Set<ChildProcess>();
before(async () => {
  t = await openUploadStage();
  // No lock of a table: those who wait for one give up by themselves after a while.
  await t.owner.query(`
    create function public.hold_records() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(4712);
      while not pg_try_advisory_xact_lock(4711) loop
        perform pg_sleep(0.05);
      end loop;
      return null;
    end $$;
    create trigger hold_records before insert on staging.record execute function public.hold_records()`);
});
after(async () => {
  for (const child of started) child.kill('SIGKILL');
  await t.close();
});

const startWorker = () => startWorkerProcess(t.database, t.storageDir, (child) => started.add(child));

const workOf = async (batchId: string) =>
  (await t.owner.query('select state, attempts, last_error from staging.batch_work where batch_id = $1', [batchId]))
    .rows[0];

/** Holds up whoever wants to write records, until `release`; `reached`: somebody does. */
async function holdRecords(): Promise<{ reached: Promise<void>; release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: t.database.urls.migrator });
  await client.connect();
  await client.query('select pg_advisory_lock(4711)');
  async function wait(): Promise<void> {
    for (;;) {
      const { rows } = await t.owner.query(
        `select from pg_locks where locktype = 'advisory' and objid = 4712
         and database = (select oid from pg_database where datname = current_database())`,
      );
      if (rows.length > 0) return;
      await setTimeout(50);
    }
  }
  return {
    reached: wait(),
    async release() {
      await client.end();
    },
  };
}

test('SIGTERM in the middle of a batch: it is given back, nothing counted, exit 0; another worker reads it', async () => {
  const sender = t.sender();
  const batchId = await sendWhole(sender, await t.nextSheet());
  const hold = await holdRecords();
  const first = await startWorker();
  await hold.reached;
  assert.equal((await workOf(batchId)).state, 'running');
  first.child.kill('SIGTERM');
  // The records are still held: it ends without having been let through.
  assert.deepEqual(await first.ended, [0, null]);
  assert.deepEqual(await workOf(batchId), { state: 'queued', attempts: 0, last_error: null });
  const { rows } = await t.owner.query('select from pg_stat_activity where application_name like $1', ['diaba-run %']);
  assert.equal(rows.length, 0, 'no connection of the run is left');
  await hold.release();
  const second = await startWorker();
  // As the time goes by that the queue lets pass before it tries again.
  const hurrying = setInterval(
    () => void t.owner.query(`update pgboss.job set start_after = now() where state in ('created', 'retry')`),
    100,
  );
  const end = await readToTheEnd(sender, batchId);
  clearInterval(hurrying);
  assert.deepEqual([end.status, end.attempts, end.error], ['validated', 1, null]);
  second.child.kill('SIGTERM');
  assert.deepEqual(await second.ended, [0, null]);
});

test('SIGINT, twice as under npm, when a batch is nearly read: it is read to its end, exit 0', async () => {
  const sender = t.sender();
  const batchId = await sendWhole(sender, await t.nextSheet());
  const hold = await holdRecords();
  const worker = await startWorker();
  await hold.reached;
  worker.child.kill('SIGINT');
  worker.child.kill('SIGINT');
  await hold.release();
  assert.deepEqual(await worker.ended, [0, null]);
  assert.deepEqual(await workOf(batchId), { state: 'done', attempts: 1, last_error: null });
  const left = await t.owner.query(
    `select from pgboss.job where state not in ('completed') and data ->> 'batchId' = $1`,
    [batchId],
  );
  assert.equal(left.rows.length, 0);
});

test('SIGTERM with nothing to do: exit 0, and what comes meanwhile waits for the next', async () => {
  const worker = await startWorker();
  worker.child.kill('SIGTERM');
  assert.deepEqual(await worker.ended, [0, null]);
  const batchId = await sendWhole(t.sender(), await t.nextSheet());
  assert.equal((await workOf(batchId)).state, 'queued');
});
