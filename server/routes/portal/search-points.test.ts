import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SearchAnswer } from '../../domain/contract/portal/portal-search.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const ask = async (q: string): Promise<SearchAnswer> => {
  const reply = await t.app.inject({ url: '/api/portal/search', query: { q } });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<SearchAnswer>();
};
const EMPTY = { parcels: [], more: false, communes: [], places: [], points: [] };

test('coordinates: the parcel that contains the point, in whatever system it was given', async () => {
  // The middle of the first twin: 416715, 2353020 in EPSG:9214.
  const forms = ['2353020 416715', 'X=2353020.00 Y=416715.00', '2.353.020,00; 416.715,00', '416 715 2 353 020'];
  for (const q of forms) {
    const { parcels, points } = await ask(q);
    assert.deepEqual(
      parcels.map(({ id }) => id),
      [t.register.twins[0]],
      q,
    );
    assert.deepEqual(
      [points[0]?.srid, points[0]?.parcelIds, points[0]?.commune?.code],
      [9214, [t.register.twins[0]], '99001'],
    );
    for (const other of notEmpty(points.slice(1)))
      assert.deepEqual(other.parcelIds, [], 'only those inside the province are left');
  }
});

test('each reading is where its system says: the same point in every system, and in degrees, is the same parcel', async () => {
  const { rows } = await t.pools.portal.query<{ srid: number; x: number; y: number }>(
    `select srid, st_x(g) as x, st_y(g) as y from unnest(array[9205, 9209, 9210, 9213, 9214, 9218, 3405, 4326]) srid,
       lateral st_transform(st_setsrid(st_point(416715, 2353020), 9214), srid) g`,
  );
  for (const { srid, x, y } of notEmpty(rows)) {
    for (const q of srid === 4326
      ? [`${y}, ${x}`, `${x} ${y}`, `geo:${y},${x}`]
      : [`${y.toFixed(3)} ${x.toFixed(3)}`]) {
      const { parcels, points } = await ask(q);
      const point = points.find((one) => one.srid === srid);
      // Zones far to the west put this place beyond the numbers that can be metres of east.
      if (srid === 9205 && !point) continue;
      assert.deepEqual(
        parcels.map(({ id }) => id),
        [t.register.twins[0]],
        `${srid}: ${q}`,
      );
      assert.deepEqual(point?.parcelIds, [t.register.twins[0]]);
      assert.ok(Math.abs(point.lon - 106.1993) < 0.001 && Math.abs(point.lat - 21.2697) < 0.001);
    }
  }
});

test('on a common boundary both parcels answer; outside the province no point does', async () => {
  const both = await ask('2353020 416730');
  assert.deepEqual(
    both.parcels.map(({ no }) => no),
    ['345', '346'],
  );
  assert.deepEqual(await ask('10.77, 106.7'), { asked: { kind: 'coordinates' }, ...EMPTY, missing: 'point' });
  assert.deepEqual(await ask('48.8566, 2.3522'), {
    asked: { kind: 'none', reason: 'outside' },
    ...EMPTY,
    missing: 'point',
  });
});
