import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SearchAnswer } from '../../domain/contract/portal-search.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const ask = async (q: string, more: Record<string, string> = {}): Promise<SearchAnswer> => {
  const reply = await t.app.inject({ url: '/api/portal/search', query: { q, ...more } });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<SearchAnswer>();
};
test('two sheets 12: a choice, each with the unit it was numbered in', async () => {
  const answer = await ask('tờ 12 thửa 345');
  assert.deepEqual(
    answer.parcels.map(({ id, numberedIn }) => [id, numberedIn?.name]),
    [
      [t.register.twins[0], 'Xã Đông Thử'],
      [t.register.twins[1], 'Xã Tây Thử'],
    ],
  );
  assert.equal(answer.more, false);
});
