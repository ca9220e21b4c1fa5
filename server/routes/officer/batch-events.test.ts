/** The stream of events after a break: whatever the reader says he heard last, he begins with how things are now. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BatchProgress } from '../../domain/batch/batch-progress.ts';
import { COMMUNE } from '../../testing/import/open-import.ts';
import { watchBatches } from '../../testing/import/watch-batch.ts';
import { signToken } from '../../testing/sign-in/bad-tokens.ts';
import { ask, sendWhole } from '../../testing/upload/send-upload.ts';
import { openUploadStage, type UploadStage } from '../../testing/upload/upload-stage.ts';

let t: UploadStage;
before(async () => {
  t = await openUploadStage();
});
after(() => t.close());

const progressOf = async (id: string) =>
  (await (await ask(t.sender(), 'GET', `/api/batches/${id}/progress`)).json()) as BatchProgress;
const moveTo = (id: string, done: number) =>
  t.owner.query(
    `update staging.batch_work set state = 'running', stage = 'convert', records_done = $2, records_total = 10,
       locked_by = 'test', locked_until = now() + interval '1 hour' where batch_id = $1`,
    [id, done],
  );

test('what was missed is in it, and what was not is said again: each batch once, at once, as it is now', async () => {
  const sender = t.sender();
  const ids = [await sendWhole(sender, await t.nextSheet()), await sendWhole(sender, await t.nextSheet())];
  const path = `/api/batches/events?ids=${ids.join(',')}`;
  const before = await watchBatches(sender, path);
  await before.until(({ data }) => data.id === ids[1]);
  await moveTo(ids[0]!, 3);
  const heard = await before.until(({ data }) => data.done === 3);
  before.close();
  await before.ended;
  // While nobody listens: two steps of one batch, nothing of the other.
  await moveTo(ids[0]!, 5);
  await moveTo(ids[0]!, 8);
  // The number last heard, none, one of another server, and nonsense.
  for (const lastEventId of [heard.id, undefined, '100000', 'x']) {
    const headers = { ...sender.headers, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
    const after = await watchBatches({ ...sender, headers }, path);
    await after.until(({ data }) => data.id === ids[1]);
    await after.until(({ data }) => data.id === ids[0]);
    assert.deepEqual(
      after.told.map(({ data }) => data).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
      [await progressOf(ids[0]!), await progressOf(ids[1]!)],
      `after ${lastEventId}`,
    );
    assert.equal(after.told.find(({ data }) => data.id === ids[0])?.data.done, 8);
    // And goes on from there.
    if (lastEventId === heard.id) {
      await moveTo(ids[1]!, 9);
      assert.equal((await after.until(({ data }) => data.id === ids[1] && data.done > 0)).data.done, 9);
    }
    after.close();
    await after.ended;
  }
});

test('a stream ends with the token by which it was asked for', async () => {
  const batchId = await sendWhole(t.sender(), await t.nextSheet());
  const claims = { sub: 'ha', sid: 'sid-ha', realm_access: { roles: ['officer'] }, communes: [COMMUNE] };
  const exp = Math.floor(Date.now() / 1000) + 2;
  const reader = { base: t.base, headers: { authorization: `Bearer ${signToken(t.maker, { ...claims, exp })}` } };
  const watch = await watchBatches(reader, `/api/batches/${batchId}/events`);
  await watch.until(({ data }) => data.id === batchId);
  await watch.ended;
  assert.ok(Date.now() >= exp * 1000, 'and not before');
});
