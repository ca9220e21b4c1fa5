/** Doors of uploads and of their progress whose connection dies under them: who asks is told to come again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withKill } from '../testing/import/with-kill.ts';
import { ask, begin, beginAt, send, sheetMetadata } from '../testing/upload/send-upload.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';

let t: UploadStage;
before(async () => {
  t = await openUploadStage();
});
after(() => t.close());

const killBackend = (processId: number) => t.pools.app.query('select pg_terminate_backend($1, 5000)', [processId]);

/** What is answered when the connection dies before the first statement like this, and was any like it. */
async function answerWithout(statement: RegExp, work: () => Promise<Response>) {
  let killed = false;
  const killAt = (_no: number, text: unknown) => {
    if (killed || !statement.test(String(text))) return null;
    killed = true;
    return 'before';
  };
  const { result } = await withKill(t.pools.app, killBackend, killAt, work);
  assert.ok(killed, `nothing like ${statement} was asked`);
  return [result.status, result.headers.get('retry-after')];
}

test('each door of an upload says 503', async () => {
  const sender = t.sender();
  const bytes = await t.nextSheet();
  const metadata = sheetMetadata(bytes);
  const begun = () => begin(sender, bytes.length, metadata);
  for (const statement of [/administrative_unit u/, /insert into staging\.upload/])
    assert.deepEqual(await answerWithout(statement, begun), [503, '5'], String(statement));
  const path = await beginAt(sender, bytes.length, metadata);
  const find = /from staging\.upload where/;
  assert.deepEqual(await answerWithout(find, () => ask(sender, 'HEAD', path)), [503, '5']);
  const half = Math.floor(bytes.length / 2);
  assert.equal((await send(sender, path, 0, bytes.subarray(0, half))).status, 204);
  const rest = () => send(sender, path, half, bytes.subarray(half));
  assert.deepEqual(await answerWithout(/insert into staging\.batch /, rest), [503, '5']);
  const batchId = (await ask(sender, 'HEAD', path)).headers.get('diaba-batch');
  assert.ok(batchId, 'the same file goes through then');
  const progress = `/api/batches/${batchId}`;
  const read = /left join staging\.batch_work/;
  assert.deepEqual(await answerWithout(read, () => ask(sender, 'GET', `${progress}/progress`)), [503, '5']);
  assert.deepEqual(await answerWithout(read, () => ask(sender, 'GET', `${progress}/events`)), [503, '5']);
  assert.deepEqual(await answerWithout(/for update/, () => ask(sender, 'POST', `${progress}/retry`)), [503, '5']);
});
