/** The stream of events after a break: whatever the reader says he heard last, he begins with how things are now. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BatchProgress } from '../../domain/batch/batch-progress.ts';
import type { RegisterNews } from '../../domain/dealing/register-news.ts';
import { COMMUNE } from '../../testing/import/open-import.ts';
import { type Told, watchBatches } from '../../testing/import/watch-batch.ts';
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

test('ids that are none are refused before anything is asked, alone and among others', async () => {
  const nobodys = '0b6a4f6e-3f5e-4d1b-9f0e-1a2b3c4d5e6f';
  const codeOf = async (ids: string) => {
    const reply = await ask(t.sender(), 'GET', `/api/batches/events?ids=${ids}`);
    return [reply.status, ((await reply.json()) as { code: string }).code];
  };
  for (const wrong of ['0'.repeat(36), '-'.repeat(36), `${nobodys},${'a'.repeat(36)}`, `${nobodys},`])
    assert.deepEqual(await codeOf(wrong), [400, 'request.invalid'], wrong);
  for (const unknown of [nobodys, nobodys.toUpperCase()])
    assert.deepEqual(await codeOf(unknown), [404, 'batch.not_found'], unknown);
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

test('who asks for no batch hears of dealings in the communes he serves, and of no others', async () => {
  const as = (communes: string[]) => ({
    base: t.base,
    headers: {
      authorization: `Bearer ${signToken(t.maker, { sub: 'ha', sid: 'sid-ha', realm_access: { roles: ['officer'] }, communes })}`,
    },
  });
  const [here, elsewhere] = [
    await watchBatches(as([COMMUNE]), '/api/batches/events'),
    await watchBatches(as(['99002']), '/api/batches/events'),
  ];
  const open = async (commune: string) => {
    const { rows } = await t.owner.query<{ id: string }>(
      `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, proposed_by)
       select gen_random_uuid(), 'split', 'draft', code, valid_from, 'ha' from reference.administrative_unit
       where code = $1 and valid_to is null returning dealing_id as id`,
      [commune],
    );
    return rows[0]!.id;
  };
  const ids = [await open(COMMUNE), await open('99002')];
  const news = (told: Told) => told.data as unknown as RegisterNews;
  const heard = await here.until((told) => told.event === 'register' && news(told).dealingId === ids[0]);
  assert.deepEqual(news(heard), { dealingId: ids[0], commune: COMMUNE, status: 'draft', parcelIds: [] });
  await elsewhere.until((told) => told.event === 'register' && news(told).dealingId === ids[1]);
  for (const [watch, hidden] of [
    [here, ids[1]],
    [elsewhere, ids[0]],
  ] as const) {
    assert.ok(!JSON.stringify(watch.told).includes(hidden!));
    watch.close();
    await watch.ended;
  }
});
