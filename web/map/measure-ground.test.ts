import assert from 'node:assert/strict';
import { test } from 'node:test';
import { area } from '@turf/area';
import { length } from '@turf/length';
import { transformer } from '../../server/domain/crs.ts';
import type { LonLat } from './map-context.ts';
import { distinctVertices, measureGround, middleOf } from './measure-ground.ts';

/** Corners in a system, metres east and north, as degrees. */
const degrees = (srid: number, ...corners: [number, number][]): LonLat[] =>
  corners.map((corner) => transformer(srid, 4326)(corner));
const close = (actual: number | null, expected: number, within: number) =>
  assert.ok(actual !== null && Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);

const E = 416_700;
const N = 2_353_000;

test('a rectangle of 30 by 40 metres in TM-3 measures 30, 40, 140 and 1,200 to the millimetre', () => {
  const corners = degrees(9214, [E, N], [E + 30, N], [E + 30, N + 40], [E, N + 40]);
  const area = measureGround(corners, 'area', 9214);
  for (const [i, side] of [30, 40, 30, 40].entries()) close(area.segments[i]!, side, 1e-3);
  close(area.total, 140, 1e-3);
  close(area.areaM2, 1200, 1e-2);
  const line = measureGround(corners, 'line', 9214);
  assert.equal(line.segments.length, 3);
  close(line.total, 100, 1e-3);
  assert.equal(line.areaM2, null);
});
test('Mercator would say 7 % more: the plane of the place does not', () => {
  const side = degrees(9214, [E, N], [E, N + 1000]);
  close(measureGround(side, 'line', 9214).total, 1000, 1e-3);
  const radius = 6_378_137;
  const y = (latitude: number) => radius * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  assert.ok(y(side[1]![1]) - y(side[0]![1]) > 1070);
});
test('the sphere that turf measures on is off by more than the law allows: lengths and areas are made in the plane', () => {
  const onSphere = (...corners: [number, number][]) =>
    1000 *
    length({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: degrees(9214, ...corners).map((point) => [...point]) },
    });
  close(onSphere([E, N], [E, N + 1000]), 1004.3, 0.05);
  close(onSphere([E, N], [E + 1000, N]), 998.46, 0.05);
  const hectare = degrees(9214, [E, N], [E + 100, N], [E + 100, N + 100], [E, N + 100]);
  close(measureGround(hectare, 'area', 9214).areaM2, 10_000, 0.01);
  close(area({ type: 'Polygon', coordinates: [[...hectare, hectare[0]!].map((point) => [...point])] }), 10_027.6, 0.1);
});
test('the middle of a side is the same on the globe and in the plane, to millimetres', () => {
  const [from, to] = degrees(9214, [E, N], [E + 300, N + 400]);
  const [east, north] = transformer(4326, 9214)([...middleOf(from!, to!)]);
  close(east, E + 150, 0.02);
  close(north, N + 200, 0.02);
});
test('the way round does not matter, a ring too short has no area, an outline crossing itself neither', () => {
  const corners = degrees(9214, [E, N], [E, N + 40], [E + 30, N + 40], [E + 30, N]);
  close(measureGround(corners, 'area', 9214).areaM2, 1200, 1e-2);
  assert.equal(measureGround(corners.slice(0, 2), 'area', 9214).areaM2, null);
  const bow = degrees(9214, [E, N], [E + 30, N + 40], [E + 30, N], [E, N + 40]);
  const crossed = measureGround(bow, 'area', 9214);
  assert.deepEqual([crossed.areaM2, crossed.crossing], [null, true]);
  const touching = degrees(9214, [E, N], [E + 40, N], [E + 40, N + 40], [E + 20, N], [E, N + 40]);
  assert.equal(measureGround(touching, 'area', 9214).crossing, true, 'a corner on another side');
});
test('nothing and one point measure nothing', () => {
  for (const vertices of [[], degrees(9214, [E, N])])
    assert.deepEqual(measureGround(vertices, 'area', 9214), { segments: [], total: 0, areaM2: null, crossing: false });
});
test('a point set twice counts once', () => {
  assert.deepEqual(
    distinctVertices([
      [106, 21],
      [106, 21],
      [106.1, 21],
      [106, 21],
    ]),
    [
      [106, 21],
      [106.1, 21],
      [106, 21],
    ],
  );
});
