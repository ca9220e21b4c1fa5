/** What a file becomes once its last byte is there: whose it is, and what of one that was there before. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { BatchDetail } from '../domain/contract/batch/batch-shapes.ts';
import { COMMUNE } from '../testing/import/open-import.ts';
import { signToken } from '../testing/sign-in/bad-tokens.ts';
import { ask, begin, beginAt, type Sender, send, sendWhole, sheetMetadata } from '../testing/upload/send-upload.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';

let t: UploadStage;
before(async () => {
  t = await openUploadStage();
});
after(() => t.close());

const batchOf = async (sender: Sender, id: string) =>
  (await (await ask(sender, 'GET', `/api/batches/${id}`)).json()) as BatchDetail;
/** As if the steps between had been taken, which the table would hold it to. */
const setStatus = (id: string, status: string) =>
  t.owner.query(`begin; alter table staging.batch disable trigger batch_keep_steps;
    update staging.batch set status = '${status}' where batch_id = '${id}'; set constraints all immediate;
    alter table staging.batch enable trigger batch_keep_steps; commit`);
const jobsOf = async (id: string) =>
  (await t.owner.query(`select count(*)::int as n from pgboss.job where data ->> 'batchId' = $1`, [id])).rows[0].n;

/** Sends these bytes; the batch they became, and the state in which they were found to be it already. */
async function bring(bytes: Buffer, more: Readonly<Record<string, string>> = {}) {
  const sender = t.sender();
  const path = await beginAt(sender, bytes.length, sheetMetadata(bytes, more));
  const { headers } = await send(sender, path, 0, bytes);
  const [batchId, found] = [headers.get('diaba-batch')!, headers.get('diaba-batch-found')];
  const head = await ask(sender, 'HEAD', path);
  assert.deepEqual(
    [head.headers.get('diaba-batch'), head.headers.get('diaba-batch-found')],
    [batchId, found],
    'whoever lost the reply is told the same',
  );
  return { batchId, found };
}

test('the name of the sender is known from the first moment, and follows what the provider says of her', async () => {
  const named = (name: string): Sender => {
    const token = signToken(t.maker, { sub: 'hue', sid: 'sid-hue', name, communes: [COMMUNE] });
    return { base: t.base, headers: { authorization: `Bearer ${token}` } };
  };
  const batchId = await sendWhole(named('Ngô Thị Huệ'), await t.nextSheet());
  assert.deepEqual((await batchOf(t.sender(), batchId)).owner, { id: 'hue', name: 'Ngô Thị Huệ' });
  const { items } = (await (await ask(t.sender(), 'GET', '/api/batches')).json()) as { items: BatchDetail[] };
  assert.equal(items.find(({ id }) => id === batchId)?.owner.name, 'Ngô Thị Huệ');
  await sendWhole(named('Ngô Thị Minh Huệ'), await t.nextSheet());
  assert.equal((await batchOf(t.sender(), batchId)).owner.name, 'Ngô Thị Minh Huệ');
});

test('a file that comes again is the batch it was, and its state is said', async () => {
  const bytes = await t.nextSheet();
  const first = await bring(bytes);
  assert.equal(first.found, null);
  for (const status of ['received', 'validated', 'refused', 'rejected']) {
    await setStatus(first.batchId, status);
    assert.deepEqual(await bring(bytes), { batchId: first.batchId, found: status });
  }
  assert.notEqual((await bring(bytes, { sheet: '9' })).batchId, first.batchId, 'other options, another batch');
});

test('a file is read by the columns that were kept under a name, also when the name is gone later', async () => {
  const id = randomUUID();
  const columns = { C1: 'parcelNo', C2: 'none' };
  const headers = { 'content-type': 'application/json' };
  const named = await ask(
    t.sender(),
    'POST',
    '/api/column-profiles',
    headers,
    Buffer.from(JSON.stringify({ profileId: id, name: 'Mẫu', columns })),
  );
  assert.equal(named.status, 201, await named.text());
  const bytes = await t.nextSheet();
  const { batchId } = await bring(bytes, { columns: id });
  assert.deepEqual((await batchOf(t.sender(), batchId)).options.columns, columns);
  assert.equal((await bring(bytes, { columns: id })).batchId, batchId, 'the same again is the same batch');
  assert.notEqual((await bring(bytes)).batchId, batchId);
  assert.equal((await ask(t.sender(), 'DELETE', `/api/column-profiles/${id}`)).status, 204);
  assert.deepEqual((await batchOf(t.sender(), batchId)).options.columns, columns);
  for (const [more, field] of [
    [{ columns: id }, 'columns'],
    [{ columns: 'Mẫu' }, 'columns'],
  ] as const) {
    const reply = await begin(t.sender(), bytes.length, sheetMetadata(bytes, more));
    const problem = (await reply.json()) as { code: string; errors: { field: string }[] };
    assert.deepEqual([reply.status, problem.code, problem.errors[0]?.field], [400, 'upload.metadata_invalid', field]);
  }
});

test('asked for again, what was refused or rejected becomes a further batch, which is read', async () => {
  const bytes = await t.nextSheet();
  let { batchId } = await bring(bytes);
  for (const [i, status] of ['refused', 'rejected', 'refused'].entries()) {
    await setStatus(batchId, status);
    const next = await bring(bytes, { again: 'true' });
    assert.equal(next.found, null);
    assert.notEqual(next.batchId, batchId);
    assert.equal((await batchOf(t.sender(), next.batchId)).attempt, i + 2);
    assert.equal(await jobsOf(next.batchId), 1);
    batchId = next.batchId;
  }
});

test('asked for again, what is alive stays the batch it is', async () => {
  const bytes = await t.nextSheet();
  const { batchId } = await bring(bytes, { again: 'true' });
  for (const status of ['received', 'staged', 'validated']) {
    await setStatus(batchId, status);
    assert.deepEqual(await bring(bytes, { again: 'true' }), { batchId, found: status });
  }
  await setStatus(batchId, 'refused');
  assert.deepEqual(await bring(bytes, { again: 'false' }), { batchId, found: 'refused' });
});

test('again is true or false, and nothing else', async () => {
  for (const again of ['', '1', 'yes', 'TRUE']) {
    const reply = await begin(t.sender(), 1, sheetMetadata(Buffer.from('x'), { again }));
    const { code, errors } = (await reply.json()) as { code: string; errors: { field: string }[] };
    assert.deepEqual(
      [reply.status, code, errors.map(({ field }) => field)],
      [400, 'upload.metadata_invalid', ['again']],
    );
  }
});

test('two who ask again at the same moment come to one further batch', async () => {
  const bytes = await t.nextSheet();
  const { batchId } = await bring(bytes);
  await setStatus(batchId, 'refused');
  const both = await Promise.all([1, 2].map(() => bring(bytes, { again: 'true' })));
  assert.equal(both[0]!.batchId, both[1]!.batchId);
  assert.deepEqual(both.map(({ found }) => found).sort(), [null, 'received'].sort());
});
