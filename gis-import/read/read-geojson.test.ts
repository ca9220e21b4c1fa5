import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { type GeoJsonRecord, openGeoJson } from './read-geojson.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-geojson-'));
});
after(() => rm(folder, { recursive: true }));

async function open(content: unknown, maxBytes?: number) {
  const path = join(folder, 'a.geojson');
  const raw = typeof content === 'string' || content instanceof Uint8Array;
  await writeFile(path, raw ? content : JSON.stringify(content));
  return openGeoJson(path, maxBytes);
}

const ring = [
  [106, 21],
  [107, 21],
  [107, 22],
  [106, 21],
];
const feature = (geometry: unknown, properties: unknown = { code: '99001' }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const polygon = (...coordinates: unknown[]) => feature({ type: 'Polygon', coordinates });

test('polygons and multipolygons come out alike, heights dropped, numbered as in the file', async () => {
  const high = ring.map(([x, y]) => [x, y, 12]);
  const file = await open(
    collection(polygon(high), feature({ type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] })),
  );
  assert.deepEqual([file.records, file.srid], [2, 4326]);
  const [first, second] = [...file.features()];
  assert.deepEqual(first, {
    recordNo: 1,
    properties: { code: '99001' },
    polygons: [[ring]],
    simple: null,
    problem: null,
  });
  assert.deepEqual(second?.polygons, [[ring], [ring, ring]]);
  assert.equal([...(await open(polygon(ring))).features()].length, 1);
});

test('a feature that is no sound polygon keeps its number and says why', async () => {
  const cases: [unknown, string][] = [
    [feature(null), 'geometry.null'],
    [feature({ type: 'MultiPolygon', coordinates: [] }), 'geometry.null'],
    [feature({ type: 'Point', coordinates: [1, 2] }), 'geometry.not_polygon'],
    [feature({ type: 'Poligon', coordinates: [ring] }), 'geometry.damaged'],
    [feature({ coordinates: [ring] }), 'geometry.damaged'],
    [feature({ type: 'MultiPolygon', coordinates: 'x' }), 'geometry.damaged'],
    [polygon(), 'geometry.damaged'],
    [polygon('x'), 'geometry.damaged'],
    [polygon([[1], [2], [3], [1]]), 'geometry.damaged'],
    [
      polygon([
        ['1', 2],
        [2, 2],
        [3, 3],
        [1, 2],
      ]),
      'geometry.damaged',
    ],
    [polygon(ring.slice(0, 3)), 'geometry.too_few_points'],
    [
      polygon([
        [1e9, 2],
        [2, 2],
        [3, 3],
        [1e9, 2],
      ]),
      'geometry.not_finite',
    ],
  ];
  const file = await open(collection(...cases.map(([one]) => one)));
  const found: GeoJsonRecord[] = [...file.features()];
  assert.deepEqual(
    found.map(({ recordNo, problem }) => [recordNo, problem?.code]),
    cases.map(([, code], i) => [i + 1, code]),
  );
  assert.deepEqual(
    found.flatMap(({ polygons }) => polygons),
    [],
  );
});

test('the crs member of old writers is read', async () => {
  const named = async (name: unknown) =>
    (await open({ ...collection(polygon(ring)), crs: { type: 'name', properties: { name } } })).srid;
  assert.equal(await named('urn:ogc:def:crs:OGC:1.3:CRS84'), 4326);
  assert.equal(await named('urn:ogc:def:crs:EPSG::9214'), 9214);
  assert.equal(await named('EPSG:9209'), 9209);
  assert.equal(await named('something'), null);
  assert.equal(await named(undefined), null);
});

test('damage ends with its place', async () => {
  const refusal = async (content: unknown, maxBytes?: number) => {
    const error = await open(content, maxBytes).then(
      () => assert.fail('taken'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof FileRefused);
    return { code: error.code, ...error.detail };
  };
  assert.deepEqual(await refusal('{"type":\n "Feature"; }'), { code: 'file.geojson_damaged', line: 2, column: 11 });
  assert.partialDeepStrictEqual(await refusal('{"type": "FeatureColl'), { code: 'file.geojson_damaged', line: 1 });
  assert.partialDeepStrictEqual(await refusal(''), { code: 'file.geojson_damaged', line: 1 });
  assert.deepEqual(await refusal(Uint8Array.of(0x7b, 0xff, 0x7d)), {
    code: 'file.geojson_damaged',
    problem: 'not UTF-8',
  });
  assert.partialDeepStrictEqual(await refusal('[]'), { code: 'file.geojson_damaged', place: '$' });
  assert.partialDeepStrictEqual(await refusal({ type: 'Topology' }), { code: 'file.geojson_damaged', place: '$' });
  assert.deepEqual(await refusal({ type: 'FeatureCollection' }), { code: 'file.geojson_damaged', place: '$.features' });
  assert.deepEqual(await refusal(collection(polygon(ring), 7)), {
    code: 'file.geojson_damaged',
    place: '$.features[1]',
    records: 2,
  });
  assert.deepEqual(await refusal(collection()), { code: 'file.no_records', records: 0 });
  assert.deepEqual(await refusal(collection(polygon(ring)), 50), {
    code: 'file.too_large',
    bytes: JSON.stringify(collection(polygon(ring))).length,
    limitBytes: 50,
  });
  assert.partialDeepStrictEqual(await refusal('['.repeat(1_000_000)), { code: 'file.geojson_damaged' });
});

test('points and lines come along as they are, whole or not at all', async () => {
  const kinds: [string, unknown, number[][] | null][] = [
    ['Point', [1, 2, 9], [[1, 2]]],
    [
      'MultiPoint',
      [
        [1, 2],
        [3, 4],
      ],
      [[1, 2, 3, 4]],
    ],
    [
      'LineString',
      [
        [1, 2],
        [3, 4],
      ],
      [[1, 2, 3, 4]],
    ],
    [
      'MultiLineString',
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ],
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
    ],
    ['Point', ['1', 2], null],
    ['LineString', [[1, 2], [3]], null],
    [
      'LineString',
      [
        [1, 2],
        [3, 1e300],
      ],
      null,
    ],
    ['GeometryCollection', undefined, null],
  ];
  for (const [type, coordinates, parts] of kinds) {
    const [one] = [...(await open(feature({ type, coordinates }))).features()];
    assert.deepEqual(one?.simple?.parts.map((part) => [...part]) ?? null, parts, type);
    assert.equal(one?.problem?.code, 'geometry.not_polygon');
  }
});

test('a file as large as is allowed is read, one byte more is not', async () => {
  const text = JSON.stringify(collection(polygon(ring)));
  assert.equal((await open(text, text.length)).records, 1);
  await assert.rejects(open(text, text.length - 1), (error) => error instanceof FileRefused);
});
