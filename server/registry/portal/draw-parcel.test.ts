import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { nestedPlan } from '../../testing/nested-plan.ts';
import { SPLIT_ON } from '../../testing/plant/register-fixture.ts';
import { openTestApp, type PolicyField, type TestApp } from '../../testing/test-app.ts';
import { drawParcel } from './draw-parcel.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());
const draw = async (id: string, at?: string) => {
  const drawing = await drawParcel(t.pools.portal, id, at);
  assert.ok(drawing);
  return drawing;
};

test('a parcel in its own metres, with its frame and what touches it first', async () => {
  const { srid, parcel, frame, neighbours } = await draw(t.register.twins[0]);
  assert.equal(srid, 9214);
  assert.deepEqual(
    parcel.map((ring) => ring.length),
    [5],
  );
  assert.deepEqual(parcel[0]?.[0], [416_700, 2_353_000]);
  // 30 m by 40 m: the margin is 0.3 of the longer side.
  assert.deepEqual(frame, [416_688, 2_352_988, 416_742, 2_353_052]);
  assert.deepEqual(
    neighbours.map(({ no, landUse }) => [no, landUse]),
    [['346', '']],
  );
  const east = neighbours[0]!.rings.flat().map(([e]) => e);
  // 346 reaches from 416,730 to 416,760; it is cut 5 % of the margin outside the frame.
  assert.deepEqual([Math.min(...east), Math.max(...east)], [416_730, 416_742.6]);
});

test('a retired parcel among what is there today; as of its day, among what was there then', async () => {
  const [first, second] = (await draw(t.register.parent)).neighbours;
  assert.deepEqual([first?.no, second?.no], ['2', '3']);
  assert.equal((await draw(t.register.parent, '2026-06-19')).neighbours.length, 0);
  assert.equal(await drawParcel(t.pools.portal, t.register.parent, SPLIT_ON), undefined);
  assert.equal(await drawParcel(t.pools.portal, t.register.children[0], '2026-06-19'), undefined);
  assert.equal(await drawParcel(t.pools.portal, '00000000-0000-4000-8000-000000000000'), undefined);
});

test('the nearest are kept when there are too many', async () => {
  const { rows } = await t.pools.portal.query('select own, parcel_no from portal.parcel_drawing($1, null, 1)', [
    t.register.children[0],
  ]);
  assert.deepEqual(
    rows.map((row) => row.parcel_no),
    [null, '3'],
  );
});

test('the spatial index finds the neighbours, with the rights of the owner of the views', async () => {
  const plan = await nestedPlan(
    t.database,
    'select * from portal.parcel_drawing($1, null, 200)',
    [t.register.twins[0]],
    'set enable_seqscan = off; set enable_bitmapscan = off',
  );
  assert.match(plan, /using parcel_version_geom_idx on parcel_version/);
  assert.match(plan, /using parcel_version_pkey on parcel_version/);
  assert.ok(!/Seq Scan on parcel_version/.test(plan), plan);
});

test('nothing where the policy does not publish: the boundary, a number, a land use', async () => {
  const forbid = (field: PolicyField, allowed: boolean) => t.publish('lookup', field, allowed);
  for (const field of ['no', 'landUse'] as const) await forbid(field, false);
  const [neighbour] = (await draw(t.register.twins[0])).neighbours;
  assert.deepEqual([neighbour?.no, neighbour?.landUse], [null, null]);
  for (const field of ['geometryLegal', '*'] as const) {
    await forbid(field, false);
    assert.equal(await drawParcel(t.pools.portal, t.register.twins[0]), undefined, field);
    await forbid(field, true);
  }
});
