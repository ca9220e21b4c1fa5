import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { CallFailed, getJson } from './get-json.ts';
import { getTile } from './get-tile.ts';
import { postJson } from './send-json.ts';
import { signOut } from './session.ts';

Object.assign(globalThis, { document: { documentElement: { lang: 'vi' } } });
const answer = (reply: () => Promise<Response> | Response) =>
  mock.method(globalThis, 'fetch', async () => await reply());

/** A good reply whose connection is lost after its first byte. */
const brokenOff = () =>
  new Response(
    new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{'));
        stream.error(new TypeError('network error'));
      },
    }),
  );
const calls = {
  getJson: (signal: AbortSignal) => getJson('/api/me', signal),
  postJson: () => postJson('/api/batches/1/exclude', { body: {}, key: 'k', version: 3 }),
  getTile: (signal: AbortSignal) => getTile('/tiles/parcels/1/0/0.mvt', signal),
  signOut: () => signOut(),
};

for (const [name, call] of Object.entries(calls)) {
  test(`${name}: no answer and one that breaks off are the same: none reached us`, async () => {
    const { signal } = new AbortController();
    const none = (error: unknown) => error instanceof CallFailed && error.problem === null;
    answer(() => Promise.reject(new TypeError('failed to fetch')));
    await assert.rejects(call(signal), none);
    answer(brokenOff);
    await assert.rejects(call(signal), none);
  });
}

test('a refusal brings the account of the server along', async () => {
  const problem = { code: 'batch.step_refused', status: 409, state: 'proposed' };
  const headers = { 'content-type': 'application/problem+json; charset=utf-8' };
  answer(() => Response.json(problem, { status: 409, headers }));
  for (const call of [calls.getJson(new AbortController().signal), calls.postJson(), calls.signOut()])
    await assert.rejects(call, (error) => {
      assert.ok(error instanceof CallFailed);
      assert.deepEqual(error.problem, problem);
      return true;
    });
});

test('what was called off is no failure of the call', async () => {
  const control = new AbortController();
  control.abort();
  answer(() => Promise.reject(control.signal.reason));
  for (const name of ['getJson', 'getTile'] as const)
    await assert.rejects(calls[name](control.signal), { name: 'AbortError' });
});

test('a tile without land is nothing, not a failure', async () => {
  const { signal } = new AbortController();
  for (const status of [204, 404]) {
    answer(() => new Response(null, { status }));
    assert.equal(await calls.getTile(signal), null);
  }
});
