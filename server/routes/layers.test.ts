import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Overlay } from '../domain/layer/overlay.ts';
import { notEmpty } from '../testing/not-empty.ts';
import { openChannel } from '../testing/plant/open-channel.ts';
import { box, plantLayer } from '../testing/plant/plant-layer.ts';
import { readTile } from '../testing/read-tile.ts';
import { openTokenApp, type TokenApp } from '../testing/sign-in/token-app.ts';
import { tileAround } from '../testing/tile-around.ts';

let t: TokenApp;
let parcel: string;
/** West, south, east, north of the parcel, EPSG:9214. */
const LAND = [416_700, 2_353_000, 416_730, 2_353_040] as const;
const [west, south, east, north] = LAND;

before(async () => {
  t = await openTokenApp();
  parcel = t.register.twins[0];
  await openChannel(t.ownerClient, 'ogc');
  const plant = (layer: Parameters<typeof plantLayer>[1]) => plantLayer(t.ownerClient, layer);
  await plant({
    code: 'flood',
    theme: 'flood',
    title: 'B Vùng ngập',
    features: [
      { category: 'Ngập 0,5 m', wkt: box(west - 50, south - 50, west + 7.5, north + 50) },
      {
        category: 'Ngập 1 m',
        name: 'Bàu Sen',
        wkt: `POLYGON((${west} ${south}, ${west + 3} ${south}, ${west} ${south + 3}, ${west} ${south}))`,
      },
      { category: 'sát ranh', wkt: box(east - 0.05, south, east + 50, north) },
      { category: 'góc', wkt: box(east - 0.5, north - 0.5, east, north) },
    ],
  });
  await plant({
    code: 'road',
    theme: 'transport',
    title: 'A Đường',
    features: [
      { name: 'ĐT 293', wkt: `LINESTRING(${west + 5} ${south - 100}, ${west + 5} ${north + 100})` },
      { name: 'cột mốc', wkt: `MULTIPOINT(${west + 1} ${south + 1}, ${west + 2} ${south + 2}, ${east + 9} ${south})` },
    ],
  });
  await plant({
    code: 'price',
    theme: 'land-price',
    title: 'C Giá đất',
    features: [{ category: 'VT1', value: 1_250_000, unit: 'vnd_m2', wkt: box(west, south, east, north) }],
  });
  await plant({
    code: 'far',
    title: 'D Xa',
    features: [{ category: 'Xa', wkt: box(west + 9000, south, west + 9100, north) }],
  });
  await plant({
    code: 'secret',
    title: 'E Nội bộ',
    channels: [],
    features: [
      { category: 'Đất nhà ông Trần Mai', name: 'Mật', publicCategory: null, wkt: box(west, south, east, north) },
    ],
  });
  await plant({
    code: 'map-only',
    title: 'F Chỉ bản đồ',
    channels: ['tiles'],
    features: [{ category: 'Chỉ vẽ', wkt: box(west, south, east, north) }],
  });
});
after(async () => {
  await t.close();
});

const overlays = async (id = parcel, query = '', headers = t.as('officer')) =>
  await t.app.inject({ url: `/api/parcels/${id}/overlays${query}`, headers });
const publicOverlays = async (id = parcel, query = ''): Promise<Overlay[]> =>
  (await t.app.inject(`/api/portal/parcels/${id}${query}`)).json().overlays;
const short = (layers: readonly Overlay[]) =>
  layers.map(({ code, items }) => [
    code,
    items.map(({ no, areaM2, share, lengthM, points }) => ({ no, areaM2, share, lengthM, points })),
  ]);

test('staff sees every layer in force with what it has on the parcel, and no slivers', async () => {
  const reply = await overlays();
  assert.equal(reply.statusCode, 200);
  const { parcelId, areaM2, layers } = reply.json();
  assert.deepEqual([parcelId, areaM2], [parcel, 1200]);
  const area = (no: number, m2: number) => ({
    no,
    areaM2: m2,
    share: Math.round((m2 / 1200) * 1e4) / 1e4,
    lengthM: null,
    points: null,
  });
  assert.deepEqual(short(layers), [
    [
      'road',
      [
        { no: 1, areaM2: null, share: null, lengthM: 40, points: null },
        { no: 2, areaM2: null, share: null, lengthM: null, points: 2 },
      ],
    ],
    ['flood', [area(1, 300), area(2, 4.5)]],
    ['price', [area(1, 1200)]],
    ['far', []],
    ['secret', [area(1, 1200)]],
    ['map-only', [area(1, 1200)]],
  ]);
  assert.deepEqual([layers[4].items[0].category, layers[4].items[0].name], ['Đất nhà ông Trần Mai', 'Mật']);
  assert.deepEqual([layers[2].items[0].value, layers[2].items[0].unit], [1_250_000, 'vnd_m2']);
});

test('areas are those of a bare intersection in the legal system', async () => {
  const { rows } = await t.ownerClient.query<{ no: number; area: number }>(
    `select f.feature_no as no, st_area(st_intersection(f.geom, v.geom_legal)) as area
     from cadastre.parcel_version v, thematic.feature f join thematic.edition e using (edition_id)
     where v.parcel_id = $1 and e.layer_code = 'flood' and f.feature_no <= 2 order by 1`,
    [parcel],
  );
  const flood: Overlay = (await overlays()).json().layers[1];
  assert.deepEqual(
    flood.items.map(({ areaM2 }) => areaM2),
    rows.map(({ area }) => Math.round(area * 100) / 100),
  );
});

test('a parcel kept in another zone is measured in its own', async () => {
  const { rows } = await t.ownerClient.query<{ area: number; bare: number }>(
    `select o.area_m2 as area, st_area(st_intersection(st_transform(f.geom, 9209), g.land)) as bare
     from (select st_transform(st_makeenvelope($1, $2, $3, $4, 9214), 9209) as land) g
     cross join thematic.feature f join thematic.edition e using (edition_id)
     cross join lateral thematic.overlaps(g.land, array[e.edition_id]) o
     where e.layer_code = 'flood' and f.feature_no = 1 and o.feature_no = 1`,
    [...LAND],
  );
  assert.ok(Math.abs(rows[0]!.area - rows[0]!.bare) < 1e-3, JSON.stringify(rows[0]));
  assert.ok(Math.abs(rows[0]!.bare - 300) > 0.001, 'the zones differ');
});

test('the public sees public layers, with words that tell of nobody', async () => {
  const layers = await publicOverlays();
  assert.deepEqual(
    layers.map(({ code, items }) => [code, items.length]),
    [
      ['road', 2],
      ['flood', 2],
      ['price', 1],
      ['far', 0],
    ],
  );
  const { items } = (await t.app.inject('/api/portal/layers')).json();
  assert.deepEqual(
    items.map(({ code, channels }: { code: string; channels: string[] }) => [code, channels]),
    [
      ['road', ['lookup', 'tiles', 'ogc']],
      ['flood', ['lookup', 'tiles', 'ogc']],
      ['price', ['lookup', 'tiles', 'ogc']],
      ['far', ['lookup', 'tiles', 'ogc']],
      ['map-only', ['tiles']],
    ],
  );
  for (const url of ['/api/portal/layers', `/api/portal/parcels/${parcel}`, `/parcels/${parcel}`, '/ogc/collections']) {
    const { body } = await t.app.inject(url);
    assert.doesNotMatch(body, /Nội bộ|secret|Trần Mai|Mật/, url);
  }
});

test('the page of the parcel says it in sentences', async () => {
  const { body } = await t.app.inject(`/parcels/${parcel}`);
  assert.match(body, /Các lớp chuyên đề trên thửa đất/);
  assert.match(body, /<dt>Ngập 0,5 m<\/dt><dd>300 m² \(25% thửa đất\)/);
  assert.match(body, /<dt>Ngập 1 m · Bàu Sen<\/dt><dd>4,5 m² \(&lt; 1% thửa đất\)/);
  assert.match(body, /<dt>ĐT 293<\/dt><dd>40 m/);
  assert.match(body, /1\.250\.000 đồng\/m²/);
  assert.match(body, /Không thấy phần chung với: D Xa\./);
  assert.match(body, /Nguồn: Sở Thử nghiệm\. Số liệu ngày 15\/01\/2026\. Giấy phép: CC0-1\.0\./);
});

test('as of a day before the layers were in force there are none', async () => {
  const day = '2026-03-20';
  assert.deepEqual((await overlays(parcel, `?at=${day}`)).json().layers, []);
  assert.deepEqual(await publicOverlays(parcel, `?at=${day}`), []);
  assert.deepEqual((await t.app.inject(`/api/portal/layers?at=${day}`)).json(), { items: [] });
});

test('who may not, and what is not there', async () => {
  const ask = async (headers: Record<string, string>, id = parcel) =>
    (await t.app.inject({ url: `/api/parcels/${id}/overlays`, headers })).statusCode;
  assert.equal(await ask({}), 401);
  assert.equal(await ask(t.as('citizen')), 403);
  assert.equal(await ask(t.as('officer'), randomUUID()), 404);
  const bad = await overlays('not-an-id');
  assert.deepEqual([bad.statusCode, bad.json().code], [400, 'request.invalid']);
  assert.equal((await overlays(parcel, '?at=tomorrow')).statusCode, 400);
});

test('a tile shows the shapes of a public layer, keeps its tag, and is empty elsewhere', async () => {
  const { x, y } = tileAround(t.register.centre, 15);
  const url = `/tiles/layers/flood/15/${x}/${y}.mvt`;
  const reply = await t.app.inject(url);
  assert.equal(reply.statusCode, 200);
  const { features } = readTile(reply.rawPayload);
  assert.deepEqual(features?.map(({ properties }) => properties.category).sort(), [
    'Ngập 0,5 m',
    'Ngập 1 m',
    'góc',
    'sát ranh',
  ]);
  const known = await t.app.inject({ url, headers: { 'if-none-match': String(reply.headers.etag) } });
  assert.equal(known.statusCode, 304);
  assert.equal((await t.app.inject('/tiles/layers/flood/15/0/0.mvt')).statusCode, 204);
  const road = readTile((await t.app.inject(`/tiles/layers/road/15/${x}/${y}.mvt`)).rawPayload);
  assert.deepEqual(road.features?.map(({ type }) => type).sort(), ['line', 'point']);
});

test('a layer that the public does not see has no tile, as one that is not there', async () => {
  const { x, y } = tileAround(t.register.centre, 15);
  for (const layer of ['secret', 'nothing']) {
    const reply = await t.app.inject(`/tiles/layers/${layer}/15/${x}/${y}.mvt`);
    assert.deepEqual([reply.statusCode, reply.json().code], [404, 'layer.not_found'], layer);
  }
  assert.equal((await t.app.inject(`/tiles/layers/Not_A_Code/15/${x}/${y}.mvt`)).statusCode, 400);
  assert.equal((await t.app.inject('/tiles/layers/flood/3/9/0.mvt')).json().code, 'tile.out_of_range');
});

test('a channel that the policy closes shows no layer', async () => {
  const { x, y } = tileAround(t.register.centre, 15);
  const tile = `/tiles/layers/flood/15/${x}/${y}.mvt`;
  await t.publish('tiles', '*', false);
  assert.equal((await t.app.inject(tile)).statusCode, 404);
  const { items } = (await t.app.inject('/api/portal/layers')).json();
  assert.deepEqual(
    items.map(({ code, channels }: { code: string; channels: string[] }) => [code, channels]),
    ['road', 'flood', 'price', 'far'].map((code) => [code, ['lookup', 'ogc']]),
  );
  await t.publish('tiles', '*', true);
  assert.equal((await t.app.inject(tile)).statusCode, 200);
  await t.publish('lookup', 'overlays', false);
  assert.equal(await publicOverlays(), undefined);
  assert.doesNotMatch((await t.app.inject(`/parcels/${parcel}`)).body, /lớp chuyên đề trên/);
  await t.publish('lookup', 'overlays', true);
});

test('a public layer is a collection of /ogc in every system, by box and by page; another is none', async () => {
  const { collections } = (await t.app.inject('/ogc/collections')).json();
  const ids = collections.map(({ id }: { id: string }) => id).filter((id: string) => id.startsWith('layer-'));
  assert.deepEqual(ids, ['layer-road', 'layer-flood', 'layer-price', 'layer-far']);
  const items = '/ogc/collections/layer-flood/items';
  // Its extent holds its shapes, and is hardly wider: the grid of the register stands askew to degrees (1e-5 is a metre).
  const [told] = (await t.app.inject('/ogc/collections/layer-flood')).json().extent.spatial.bbox;
  const listed = collections.find(({ id }: { id: string }) => id === 'layer-flood');
  assert.deepEqual(listed.extent.spatial.bbox, [told]);
  const shapes = notEmpty<{ geometry: { coordinates: number[][][] } }>((await t.app.inject(items)).json().features);
  const points = shapes.flatMap(({ geometry }) => geometry.coordinates.flat(2));
  for (const axis of [0, 1]) {
    const along = points.filter((_point, index) => index % 2 === axis);
    const [low, high] = [Math.min(...along) - told[axis], told[axis + 2] - Math.max(...along)];
    assert.ok(low > -1e-9 && low < 2e-5 && high > -1e-9 && high < 2e-5, `${low}, ${high}`);
  }
  const first = (await t.app.inject(`${items}?limit=3`)).json();
  assert.deepEqual([first.numberMatched, first.numberReturned], [4, 3]);
  const next = first.links.find(({ rel }: { rel: string }) => rel === 'next').href;
  const second = (await t.app.inject(next.slice(next.indexOf('/ogc')))).json();
  const all = [...first.features, ...second.features];
  assert.deepEqual(
    all.map(({ id, properties }) => [id, properties.category, properties.value]),
    [
      ['1', 'Ngập 0,5 m', null],
      ['2', 'Ngập 1 m', null],
      ['3', 'sát ranh', null],
      ['4', 'góc', null],
    ],
  );
  const crs = encodeURIComponent('http://www.opengis.net/def/crs/EPSG/0/9214');
  const one = (await t.app.inject(`${items}/4?crs=${crs}`)).json();
  assert.deepEqual(one.geometry.coordinates[0][0], [east - 0.5, north - 0.5]);
  const box = [west, north - 1, west + 1, north].join();
  const within = (await t.app.inject(`${items}?bbox=${box}&bbox-crs=${crs}`)).json();
  assert.deepEqual(
    within.features.map(({ id }: { id: string }) => id),
    ['1'],
  );
  for (const url of [
    '/ogc/collections/layer-secret',
    '/ogc/collections/layer-secret/items',
    '/ogc/collections/layer-map-only/items/1',
  ])
    assert.equal((await t.app.inject(url)).json().code, 'collection.not_found', url);
  assert.equal((await t.app.inject(`${items}/99`)).json().code, 'feature.not_found');
  assert.equal((await t.app.inject(`${items}?code=x`)).statusCode, 400);
});
