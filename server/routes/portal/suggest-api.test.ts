import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Suggestion } from '../../domain/contract/portal/portal-search.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const suggest = async (q: string, more: Record<string, string> = {}): Promise<Suggestion[]> => {
  const reply = await t.app.inject({ url: '/api/portal/suggest', query: { q, ...more } });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<{ items: Suggestion[] }>().items;
};

test('suggestions while a number is typed: the number, then those that begin so', async () => {
  const items = await suggest('7/2');
  assert.deepEqual(
    items.map(({ kind, label }) => [kind, label]),
    ['2', '20', '21', '22', '23'].map((no) => ['parcel', `Tờ 7 thửa ${no}`]),
  );
  assert.equal(items[0]?.href, `/parcels/${t.register.children[0]}`);
  assert.match(items[0]?.detail ?? '', /^Phường Mẫu/);
  const [twin, other] = await suggest('12/34');
  assert.deepEqual([twin?.label, twin?.detail], ['Tờ 12 thửa 345', 'Xã Thử Nghiệm · Xã Đông Thử · Thôn Thử']);
  assert.equal(other?.label, 'Tờ 12 thửa 345');
  assert.equal((await suggest('7/')).length, 8);
  const [english] = await suggest('7/2', { lang: 'en' });
  assert.equal(english?.label, 'Sheet 7, parcel 2');
});

test('suggestions of communes, places and points, each with its page', async () => {
  assert.deepEqual(await suggest('thu ng'), [
    { kind: 'commune', label: 'Xã Thử Nghiệm', detail: '99001', href: '/communes/99001' },
  ]);
  assert.deepEqual(await suggest('đông thử'), [
    {
      kind: 'commune',
      label: 'Xã Đông Thử',
      detail: '99011 · đơn vị cũ · nay là Xã Thử Nghiệm',
      href: '/communes/99011?at=2025-06-30',
    },
  ]);
  const [place] = await suggest('thôn th');
  assert.deepEqual([place?.kind, place?.label], ['place', 'Thôn Thử']);
  assert.match(place?.href ?? '', /^\/search\?q=Th/);
  const [parcel, point] = await suggest('2353020 416715');
  assert.equal(parcel?.href, `/parcels/${t.register.twins[0]}`);
  assert.match(point?.href ?? '', /^\/\?lat=21\.269\d+&lon=106\.199\d+$/);
  assert.deepEqual(
    (await suggest('thu')).map(({ kind }) => kind),
    (await suggest('thu')).map(({ kind }) => kind).toSorted(),
  );
  assert.deepEqual(await suggest(''), []);
});
