/** A connection that dies before any statement of a step that writes: nothing half is left, and the same request then goes through. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type KillAt, withKill } from '../../testing/import/with-kill.ts';
import { BINH, HA, openReviewApp, type Person, type ReviewApp } from '../../testing/review-app.ts';

let t: ReviewApp;
before(async () => {
  t = await openReviewApp();
});
after(() => t.close());

/** A role may end its own. */
const killBackend = (processId: number) => t.pools.app.query('select pg_terminate_backend($1, 5000)', [processId]);

const reason = 'Thử ngắt kết nối';

/** Between reads nothing changes: it is enough to die before each statement that writes, and before the commit. */
const writes = (text: string) =>
  /^\s*(insert|update|delete|commit)\b|\b(insert into|update) staging\.|staging\.(edit_record|decide_corrections)\(/i.test(
    text,
  );

async function crashEverywhere(step: string, path: string, body: object, person: Person): Promise<void> {
  const headers = { 'idempotency-key': randomUUID() };
  const send = () => t.post(path, body, person, headers);
  const left = await t.everything();
  let kills = 0;
  for (let done = false; !done; ) {
    let seen = 0;
    const killAt: KillAt = (_no, text) => {
      if (writes(text)) seen += 1;
      return seen === kills + 1 ? 'before' : null;
    };
    const { result } = await withKill(t.pools.app, killBackend, killAt, send);
    done = seen <= kills;
    if (done) assert.equal(result.statusCode, 200, `${step}: ${result.body}`);
    else {
      kills += 1;
      assert.deepEqual(
        [result.statusCode, result.json().code],
        [503, 'service.unavailable'],
        `${step}, write ${kills}: ${result.body}`,
      );
      assert.equal(await t.everything(), left, `${step}, killed before write ${kills}`);
    }
  }
  assert.ok(kills >= 5, `${step} was killed ${kills} times`);
}

test('each step, killed before each statement that writes', async () => {
  const { batchId } = await t.bringIn({ rows: [{ address: 'Thôn Thanh Ấm' }, {}] });
  const at = (step: string) => `/api/batches/${batchId}/${step}`;
  const dealing = { dealingId: randomUUID() };
  const back = { dealingId: randomUUID() };
  const steps: [step: string, body: object, person: Person][] = [
    ['corrections', { code: 'text.case_repaired', decision: 'reject' }, HA],
    ['corrections', { recordNo: 2, edit: { field: 'parcelNo', value: '40', reason } }, HA],
    ['exclude', { recordNos: [2], reason }, HA],
    ['include', { recordNos: [2] }, HA],
    ['propose', { dealingId: randomUUID() }, HA],
    ['send-back', { reason }, BINH],
    ['propose', dealing, HA],
    ['promote', dealing, BINH],
    ['reverse', { ...back, reason }, HA],
    ['approve-reversal', back, BINH],
  ];
  for (const [step, body, person] of steps) await crashEverywhere(step, at(step), body, person);
  const other = await t.bringIn();
  await crashEverywhere('override', `/api/batches/${other.batchId}/override`, { scale: 4000 }, HA);
  const third = await t.bringIn();
  await crashEverywhere('reject', `/api/batches/${third.batchId}/reject`, { reason }, HA);
});

test('killed after the commit, before the answer: the step is done, and asking again gives its answer', async () => {
  const { batchId } = await t.bringIn();
  const dealing = { dealingId: randomUUID() };
  for (const [step, body, person, status] of [
    ['exclude', { recordNos: [2], reason }, HA, 'validated'],
    ['propose', dealing, HA, 'proposed'],
    ['promote', dealing, BINH, 'promoted'],
  ] as const) {
    const headers = { 'idempotency-key': randomUUID() };
    const send = () => t.post(`/api/batches/${batchId}/${step}`, body, person, headers);
    const { version } = await t.batch(batchId, HA);
    const { result } = await withKill(
      t.pools.app,
      killBackend,
      (_no, text) => (text === 'commit' ? 'after' : null),
      send,
    );
    assert.equal(result.statusCode, 503, step);
    const after = await t.batch(batchId, HA);
    assert.deepEqual([after.status, after.version > version], [status, true], step);
    const left = await t.everything();
    const again = await send();
    assert.equal(again.statusCode, 200, again.body);
    assert.equal(again.json().batch.version, after.version, step);
    assert.equal(await t.everything(), left, step);
  }
});
