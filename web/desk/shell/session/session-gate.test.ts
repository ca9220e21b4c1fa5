import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { CallFailed } from '../../../api/get-json.ts';
import { guarded, isGateClosed, reopenGate } from './session-gate.ts';

const reload = mock.fn();
Object.assign(globalThis, { document: { documentElement: { lang: 'vi' } }, location: { reload } });
beforeEach(() => reload.mock.resetCalls());

const ENDED = new CallFailed({
  type: '/api/docs#session.expired',
  title: 'The session has ended',
  status: 401,
  code: 'session.expired',
  detail: 'Sign in again to go on.',
});
/** Who /api/me says is there from now on; null: nobody. */
const signIn = (id: string | null) =>
  mock.method(globalThis, 'fetch', async () =>
    id === null
      ? Response.json(ENDED.problem, { status: 401, headers: { 'content-type': 'application/problem+json' } })
      : Response.json({ id }),
  );
/** A call that fails once for want of a session, and how often it was made. */
function waitingCall() {
  const call = mock.fn(async () => {
    if (call.mock.callCount() === 0) throw ENDED;
    return 'done';
  });
  return { call, settled: guarded(call) };
}
/** Everything that is about to happen by itself has happened. */
const quiet = () => new Promise((done) => setImmediate(done));

test('a call waits while the session has ended, and is made again once the same person is back', async () => {
  const { call, settled } = waitingCall();
  await quiet();
  assert.equal(isGateClosed(), true);
  signIn(null);
  await reopenGate({ id: 'ha' });
  assert.equal(call.mock.callCount(), 1, 'nobody has signed in yet');
  signIn('ha');
  await reopenGate({ id: 'ha' });
  assert.equal(await settled, 'done');
  assert.equal(isGateClosed(), false);
  assert.equal(reload.mock.callCount(), 0);
});

test('what one person was doing is never done in the name of another who signs in', async () => {
  const { call } = waitingCall();
  await quiet();
  signIn('binh');
  await reopenGate({ id: 'ha' });
  await quiet();
  assert.equal(call.mock.callCount(), 1);
  assert.equal(isGateClosed(), true);
  assert.equal(reload.mock.callCount(), 1, 'the desk starts afresh');
});
