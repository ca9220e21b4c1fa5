import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transformer } from '../crs.ts';
import { featurePoint, parcelCode } from './feature-point.ts';
import { encodeGeohash } from './geohash.ts';

test('geohash: the textbook vector', () => {
  assert.equal(encodeGeohash(10.40744, 57.64911, 11), 'u4pruydqqvj');
});

test('parcel code of E 416463.2766 N 2353280.6961 in EPSG:9214', () => {
  assert.equal(parcelCode([416463.2766, 2353280.6961], 9214), 'w7g9086nqy29');
});

test('a point 0.757 m further north (wrong rotation signs) has another code', () => {
  assert.equal(parcelCode([416463.2766, 2353280.6961 + 0.757], 9214), 'w7g9086nqz8d');
});

test('WGS 84 106.2 E 21.27 N is EPSG:9214 E 416785.4281 N 2353056.3814 within 1 mm, both ways', () => {
  const [east, north] = transformer(4326, 9214)([106.2, 21.27]);
  assert.ok(Math.hypot(east - 416785.4281, north - 2353056.3814) < 0.001, `${east} ${north}`);
  const [lon, lat] = transformer(9214, 4326)([416785.4281, 2353056.3814]);
  assert.ok(Math.hypot((lon - 106.2) * 103_700, (lat - 21.27) * 110_700) < 0.001, `${lon} ${lat}`);
});

test('the feature point lies inside a U-shaped parcel, away from its edges', () => {
  const u = Float64Array.of(0, 0, 30, 0, 30, 30, 20, 30, 20, 10, 10, 10, 10, 30, 0, 30, 0, 0);
  const [x, y] = featurePoint([u.map((v, i) => v + (i % 2 ? 2_353_000 : 416_000))]);
  const [dx, dy] = [x - 416_000, y - 2_353_000];
  assert.ok(dy < 10 || dx < 10 || dx > 20, `${dx} ${dy}`);
});
