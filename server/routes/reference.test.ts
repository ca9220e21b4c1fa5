import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Commune } from '../domain/contract/communes.ts';
import type { ReferenceEntry } from '../domain/contract/reference.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const communes = async (at?: string) => {
  const reply = await t.app.inject({ url: '/api/communes', ...(at ? { query: { at } } : {}) });
  assert.equal(reply.statusCode, 200);
  return new Map(reply.json<{ items: Commune[] }>().items.map((item) => [item.code, item]));
};

test('communes as they are now, with extent and predecessors', async () => {
  const now = await communes();
  assert.equal(now.get('99011'), undefined);
  const unit = now.get('99001');
  assert.deepEqual(unit?.bbox, [106.19, 21.26, 106.21, 21.28]);
  assert.deepEqual(unit?.oldCodes, ['99011', '99012']);
  assert.equal(now.get('99002')?.bbox, null);
  assert.equal(now.get('07210')?.name, 'Phường Bắc Giang');
});
test('communes as they were, on both sides of the reform', async () => {
  assert.ok((await communes('2025-06-30')).has('99011'));
  assert.deepEqual((await communes('2025-06-30')).get('99011')?.successorCodes, ['99001']);
  assert.ok(!(await communes('2025-07-01')).has('99011'));
  assert.equal((await communes('1900-01-01')).size, 0);
});
test('a code list, in force on a day', async () => {
  const reply = await t.app.inject('/api/reference/land-use');
  const { items, nextCursor } = reply.json<{ items: ReferenceEntry[]; nextCursor: null }>();
  assert.equal(nextCursor, null);
  assert.equal(items.find((item) => item.code === 'ONT')?.labelVi, 'Đất ở tại nông thôn');
  const old = await t.app.inject('/api/reference/land-use?at=1950-01-01');
  assert.deepEqual([old.statusCode, old.json().items], [200, []]);
});
test('a list that does not exist is not found, a name that cannot be one is refused', async () => {
  for (const [list, status, code] of [
    ['nope', 404, 'list.not_found'],
    ['Land%20Use', 400, 'request.invalid'],
    ['..%2fsecret', 400, 'request.invalid'],
    ['a'.repeat(90), 400, 'request.invalid'],
  ] as const) {
    const reply = await t.app.inject(`/api/reference/${list}`);
    assert.deepEqual([reply.statusCode, reply.json().code], [status, code], list);
  }
  assert.equal((await t.app.inject('/api/communes?at=yesterday')).json().errors[0].field, 'at');
});
