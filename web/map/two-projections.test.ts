/** The portal sees the land in Mercator, the desk in TM-3: what is measured is the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toLonLat, transform } from 'ol/proj.js';
import { notEmpty } from '../../server/testing/not-empty.ts';
import type { LonLat } from './map-context.ts';
import { measureGround } from './measure-ground.ts';
import { registerProjections } from './register-projections.ts';
import { resolutionAt, zoomAt } from './view-scale.ts';

registerProjections();

/** Irregular parcels, metres east and north, in two zones and far from their meridians too. */
const PARCELS: [srid: number, corners: [number, number][]][] = [
  [
    9214,
    [
      [416_700.12, 2_353_000.4],
      [416_731.5, 2_353_004.91],
      [416_729.03, 2_353_046.77],
      [416_702.2, 2_353_041.08],
    ],
  ],
  [
    9214,
    [
      [384_010, 2_380_500],
      [384_410, 2_380_490],
      [384_395, 2_380_910],
      [384_105, 2_380_915],
      [384_000, 2_380_700],
    ],
  ],
  [
    9209,
    [
      [560_200.5, 2_340_100.5],
      [560_215.25, 2_340_100.5],
      [560_215.25, 2_340_120.75],
      [560_200.5, 2_340_120.75],
    ],
  ],
];
/** A coordinate of a view as the map reports it (create-map.ts). */
const reported = (coordinate: [number, number], srid: number) =>
  toLonLat(coordinate, `EPSG:${srid}`) as unknown as LonLat;

test('a parcel measures alike through both views, to 1 cm in length and 1 dm² in area', () => {
  for (const [srid, corners] of PARCELS) {
    const legal = corners.map((corner) => reported(corner, srid));
    const mercator = corners.map((corner) =>
      reported(transform(corner, `EPSG:${srid}`, 'EPSG:3857') as [number, number], 3857),
    );
    const [a, b] = [measureGround(legal, 'area', srid), measureGround(mercator, 'area', srid)];
    for (const [i, length] of notEmpty(a.segments).entries()) {
      const [[x0, y0], [x1, y1]] = [corners[i]!, corners[(i + 1) % corners.length]!];
      assert.ok(Math.abs(length - b.segments[i]!) < 0.01, `${length} and ${b.segments[i]}`);
      assert.ok(Math.abs(length - Math.hypot(x1 - x0, y1 - y0)) < 0.01, `${length} is not the registered side`);
    }
    assert.ok(Math.abs(a.areaM2! - b.areaM2!) < 0.01, `${a.areaM2} and ${b.areaM2}`);
  }
});
test('a zoom is the same ground in both views', () => {
  for (const zoom of [12, 18.5]) {
    const [mercator, plane] = [resolutionAt(zoom, 21.27, 3857), resolutionAt(zoom, 21.27, 9214)];
    assert.ok(Math.abs(mercator / plane - 1.0731) < 1e-4, 'Mercator needs 7 % more of its own metres');
    assert.ok(Math.abs(zoomAt(mercator, 21.27, 3857) - zoom) < 1e-9);
    assert.ok(Math.abs(zoomAt(plane, 21.27, 9214) - zoom) < 1e-9);
  }
});
