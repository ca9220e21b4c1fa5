/** The feed beside a database that answers late or not at all; with a real one: server/routes/officer/batch-events.test.ts. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type pg from 'pg';
import type { BatchProgressRow } from '../../db/staging/batch-progress.ts';
import type { Actor } from '../../domain/actor.ts';
import type { NoticeReader, Notices } from '../register/notices.ts';
import { openBatchFeed } from './batch-feed.ts';

const ID = '6f9f8b1c-8d0a-4a52-9f3e-0c4a5b6d7e8f';
const ACTOR: Actor = {
  id: 'ha',
  name: 'Hà',
  roles: ['officer'],
  communes: '*',
  sid: 's',
  azp: 'diaba',
  kind: 'bearer',
};
const rowAt = (done: number): BatchProgressRow => ({
  batchId: ID,
  status: 'received',
  counts: null,
  work: { state: 'running', attempts: 1, stage: 'convert', done, total: 10, error: null },
});
/** Until nothing more happens without a timer. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A watched batch; `answer` is what the database says to each reading of it. */
async function watched(t: TestContext, answer: () => Promise<BatchProgressRow>) {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const client = {
    connection: { stream: { cork() {}, uncork() {} } },
    query: async (asked: string | { text: string }) => {
      const text = typeof asked === 'string' ? asked : asked.text;
      return { rows: text.includes('staging.batch_work') ? [await answer()] : [] };
    },
    on() {},
    off() {},
    release() {},
  };
  const pool = { connect: async () => client } as unknown as pg.Pool;
  let reader: NoticeReader | undefined;
  const notices: Notices = {
    read(channel, one) {
      if (channel === 'diaba_batch') reader = one;
      return () => undefined;
    },
    say: async () => undefined,
    close: async () => undefined,
  };
  const troubles: unknown[] = [];
  const feed = openBatchFeed(pool, notices, (error) => troubles.push(error));
  const told: (number | undefined)[] = [];
  await feed.watch({ actor: ACTOR, batchIds: [ID], tell: (row) => told.push(row.work?.done), news() {}, end() {} });
  return {
    told,
    troubles,
    async move() {
      reader?.heard(ID);
      await settle();
    },
    async pass(ms: number) {
      t.mock.timers.tick(ms);
      await settle();
    },
    close: () => feed.close(),
  };
}

test('a move that could not be read is read again, and told', async (t) => {
  let away = false;
  let done = 1;
  const feed = await watched(t, async () => {
    if (away) throw new Error('no connection');
    return rowAt(done);
  });
  away = true;
  done = 2;
  await feed.move();
  await feed.pass(100);
  assert.deepEqual([feed.told, feed.troubles.length], [[1], 1]);
  away = false;
  await feed.pass(1_000);
  assert.deepEqual(feed.told, [1, 2]);
  feed.close();
});

test('a reading that takes long is waited for: nothing older is told after it', async (t) => {
  const open: ((row: BatchProgressRow) => void)[] = [];
  let first = true;
  const feed = await watched(t, () => {
    if (first) {
      first = false;
      return Promise.resolve(rowAt(1));
    }
    return new Promise((resolve) => open.push(resolve));
  });
  await feed.move();
  await feed.pass(100);
  await feed.move();
  await feed.pass(100);
  assert.equal(open.length, 1, 'the second reading begins after the first');
  open[0]!(rowAt(2));
  await settle();
  await feed.pass(100);
  open[1]!(rowAt(3));
  await settle();
  assert.deepEqual(feed.told, [1, 2, 3]);
  feed.close();
});
