/** What the publication policy withholds can neither be read in an answer nor found out by asking. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '../../domain/problem/problem.ts';
import { openTestApp, type PolicyField, type TestApp } from '../../testing/test-app.ts';
import { searchLand } from './search-land.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(async () => {
  await t.close();
});

const search = (q: string, at?: string) => searchLand(t.pools.portal, 'lookup', { q, at });

const allow = (field: PolicyField, allowed: boolean) => t.publish('lookup', field, allowed);

/** The field that, closed, leaves a question without parcels. */
const NEEDS: [field: PolicyField, q: string, at?: string][] = [
  ['sheet', '12/345'],
  ['no', '12/345'],
  ['no', 'thửa 345'],
  ['sheet', 'tờ 12'],
  ['commune', '12/345 xã Thử Nghiệm'],
  ['address', 'thửa 345, thôn Thử'],
  ['code', 'w7g900000001'],
  ['geometry', '2353020 416715'],
  ['registeredAt', '12/345', '2026-05-01'],
];
for (const [field, q, at] of NEEDS) {
  test(`${q}${at ? ` on ${at}` : ''} finds no parcel while ${field} is not published`, async () => {
    assert.notDeepEqual((await search(q, at)).parcels, []);
    await allow(field, false);
    try {
      const answer = await search(q, at);
      assert.deepEqual(answer.parcels, []);
      assert.deepEqual(
        answer.points.flatMap(({ parcelIds }) => parcelIds),
        [],
      );
      if (field === 'address') assert.deepEqual(answer.places, []);
    } finally {
      await allow(field, true);
    }
  });
}

test('while it is not published where a sheet was numbered, a former unit does not tell two of them apart', async () => {
  assert.equal((await search('12/345 Đông Thử')).parcels.length, 1);
  await allow('numberedIn', false);
  try {
    const { parcels } = await search('12/345 Đông Thử');
    assert.deepEqual(
      parcels.map(({ id, numberedIn }) => [id, numberedIn]),
      t.register.twins.map((id) => [id, undefined]),
    );
  } finally {
    await allow('numberedIn', true);
  }
});

test('a closed channel answers nothing at all', async () => {
  await allow('*', false);
  try {
    for (const q of ['12/345', 'Thử Nghiệm', '']) {
      await assert.rejects(search(q), (error) => error instanceof Problem && error.code === 'publication.closed');
    }
  } finally {
    await allow('*', true);
  }
});
