/** The frame of every step, asked of a batch under review and of a dealing alike. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { HA, openReviewApp, type ReviewApp } from '../../../testing/review-app.ts';

let batches: ReviewApp;
let dealings: DealingStage;
before(async () => {
  batches = await openReviewApp();
  dealings = await openDealingStage();
});
after(async () => {
  await batches.close();
  await dealings.close();
});

interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
interface Stepped {
  /** Takes the step, under a key of its own or the one given. */
  take(headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** The same step of another thing of the same kind, under a key. */
  takeOther(headers: Readonly<Record<string, string>>): Promise<Reply>;
  query(sql: string): Promise<Record<string, unknown>[]>;
  readonly refused: string;
  readonly steps: readonly string[];
}

const reason = 'Theo biên bản đối soát';

async function onBatch(): Promise<Stepped> {
  const [one, other] = [await batches.bringIn(), await batches.bringIn()];
  const reject = async (id: string, headers: Readonly<Record<string, string>> = {}) => {
    const reply = await batches.post(`/api/batches/${id}/reject`, { reason }, HA, headers);
    return { status: reply.statusCode, body: reply.json() };
  };
  return {
    take: (headers) => reject(one.batchId, headers),
    takeOther: (headers) => reject(other.batchId, headers),
    query: (sql) => batches.query(sql),
    refused: 'batch.step_refused',
    steps: [],
  };
}

async function onDealing(): Promise<Stepped> {
  const open = async () => {
    const { parcel } = await dealings.plot();
    const present = await dealings.parcel(parcel);
    const { dealing } = await dealings.open(
      dealings.draft('caveat_placement', present, { effects: ['transfer'], document: { no: '1', date: '2026-02-02' } }),
    );
    return dealing.dealingId;
  };
  const [one, other] = [await open(), await open()];
  const lodge = async (id: string, headers: Readonly<Record<string, string>> = {}) => {
    const reply = await dealings.app.inject({
      method: 'POST',
      url: `/api/dealings/${id}/lodge`,
      headers: { 'idempotency-key': randomUUID(), ...dealings.as('officer', ['99001'], 'ha'), ...headers },
      payload: {},
    });
    return { status: reply.statusCode, body: reply.json() };
  };
  return {
    take: (headers) => lodge(one, headers),
    takeOther: (headers) => lodge(other, headers),
    query: (sql) => dealings.query(sql),
    refused: 'dealing.step_refused',
    steps: ['examine', 'suspend', 'withdraw'],
  };
}

/** What a step could leave behind. */
const LEFT = `select 'answer' as what, count(*)::int as n from dealing.answer union all select 'audit', count(*)::int from audit.entry
  union all select 'dealing', sum(version)::int from dealing.dealing union all select 'batch', sum(version)::int from staging.batch order by 1`;

for (const [what, ground] of [
  ['a batch', onBatch],
  ['a dealing', onDealing],
] as const) {
  test(`${what}: the same again is answered as the first time; then the step is refused with the state and the steps left`, async () => {
    const step = await ground();
    const key = { 'idempotency-key': randomUUID() };
    const first = await step.take(key);
    assert.equal(first.status, 200, JSON.stringify(first.body));
    const left = await step.query(LEFT);
    const again = await step.take({ 'idempotency-key': key['idempotency-key'].toUpperCase() });
    assert.deepEqual(again, first);
    assert.deepEqual(await step.query(LEFT), left, 'nothing was done the second time');
    const refused = await step.take();
    assert.deepEqual([refused.status, refused.body.code], [409, step.refused]);
    assert.deepEqual(refused.body.allowed, step.steps);
    assert.ok(refused.body.state);
  });

  test(`${what}: two requests under one key in the same moment are one, or one of them is told that the key is used`, async () => {
    const step = await ground();
    const key = { 'idempotency-key': randomUUID() };
    const both = await Promise.all([step.take(key), step.takeOther(key)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 422]);
    assert.equal(both.find(({ status }) => status === 422)?.body.code, 'idempotency.key_reused');
    const [free] = await step.query(
      `select count(*)::int as n from dealing.answer where key = '${key['idempotency-key']}'`,
    );
    assert.deepEqual(free, { n: 1 });
  });

  test(`${what}: a step whose audit row cannot be written leaves nothing, and can be taken afterwards`, async () => {
    const step = await ground();
    const left = await step.query(LEFT);
    const key = { 'idempotency-key': randomUUID() };
    await step.query(
      `create function audit.broken() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`,
    );
    await step.query('create trigger broken before insert on audit.entry for each row execute function audit.broken()');
    try {
      assert.equal((await step.take(key)).status, 500);
    } finally {
      await step.query('drop trigger broken on audit.entry');
      await step.query('drop function audit.broken()');
    }
    assert.deepEqual(await step.query(LEFT), left);
    assert.equal((await step.take(key)).status, 200);
  });

  test(`${what}: a version that is not the present one is refused`, async () => {
    const step = await ground();
    const stale = await step.take({ 'if-match': '"99"' });
    assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale']);
    assert.equal((await step.take()).status, 200);
  });
}
