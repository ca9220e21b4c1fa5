import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Permalink, readPermalink, writePermalink } from './map-permalink.ts';

const PARCEL = '0b7a6f0e-1111-4222-8333-944445555666';
const full: Permalink = {
  parcel: PARCEL,
  view: { longitude: 106.199_123, latitude: 21.270_456, zoom: 17.25 },
  at: '2026-03-10',
  layers: ['flood', 'land-price'],
};

const NONE: Permalink = { parcel: null, view: null, at: null, layers: [] };

test('what is written is read back, each part alone and all together', () => {
  for (const link of [
    full,
    { ...full, parcel: null },
    { ...full, view: null },
    { ...full, at: null },
    { ...full, layers: [] },
    { parcel: null, view: null, at: null, layers: [] },
  ])
    assert.deepEqual(readPermalink(writePermalink('', link)), link);
});
test('only what is not the default is written, and other keys stay', () => {
  assert.equal(writePermalink('', NONE), '');
  assert.equal(writePermalink('?lang=en&p=x&lat=1&at=2&l=x', NONE), '?lang=en');
  assert.equal(
    writePermalink('?lang=en', full),
    `?lang=en&p=${PARCEL}&lat=21.270456&lon=106.199123&z=17.25&at=2026-03-10&l=flood%2Cland-price`,
  );
});
test('a view is rounded to what can be seen', () => {
  const view = { longitude: 106.123_456_789, latitude: 21, zoom: 16.123_456 };
  assert.equal(writePermalink('', { ...NONE, view }), '?lat=21&lon=106.123457&z=16.12');
});
test('what makes no sense counts as absent', () => {
  for (const search of [
    '',
    '?p=12',
    '?lat=21',
    '?lat=91&lon=106',
    '?lat=x&lon=106',
    '?at=2026-13-45',
    '?at=hôm qua',
    '?lat=&lon=',
    '?l=',
    '?l=A,b,../x',
  ])
    assert.deepEqual(readPermalink(search), NONE, search);
  assert.equal(readPermalink('?lat=21&lon=106').view?.zoom, 17, 'a link without zoom is a close look');
});
test('a link of the first release still opens', () => {
  assert.deepEqual(readPermalink(`?p=${PARCEL.toUpperCase()}&lat=21.27&lon=106.2&z=18`), {
    parcel: PARCEL,
    view: { longitude: 106.2, latitude: 21.27, zoom: 18 },
    at: null,
    layers: [],
  });
});
test('a layer is named once, and no more than can be looked at', () => {
  assert.deepEqual(readPermalink('?l=flood,road,flood').layers, ['flood', 'road']);
  const many = Array.from({ length: 40 }, (_, i) => `layer-${i}`).join();
  assert.equal(readPermalink(`?l=${many}`).layers.length, 12);
});
