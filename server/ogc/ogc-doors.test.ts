/** The doors of the OGC API: links, systems, questions, and what the publication policy opens to whom. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayBeEmpty, notEmpty } from '../testing/not-empty.ts';
import { addLand } from '../testing/plant/add-land.ts';
import { openChannel } from '../testing/plant/open-channel.ts';
import { readTile } from '../testing/read-tile.ts';
import { openTokenApp, type TokenApp } from '../testing/sign-in/token-app.ts';
import { tileAround } from '../testing/tile-around.ts';

interface Features {
  readonly numberMatched?: number;
  readonly numberReturned: number;
  readonly features: readonly {
    readonly id: string;
    readonly geometry: { readonly coordinates: number[][][] } | null;
    readonly properties: Record<string, unknown>;
  }[];
}

let t: TokenApp;
let control: string;
before(async () => {
  t = await openTokenApp({ rateLimits: { tiles: 1e6, others: 1e6 } });
  // Its first corner is the control point of VN-2000: 106.19688489° E, 21.27201119° N in WGS 84.
  [control] = (await addLand(t.database.urls.migrator, [
    {
      unit: { code: '99003', name: 'Xã Đo Thử' },
      sheet: '1',
      no: '1',
      shape:
        'POLYGON((416463.2766 2353280.6961,416480 2353280.6961,416480 2353300,416463.2766 2353300,416463.2766 2353280.6961))',
    },
  ])) as [string];
  await t.ownerClient.query(
    `update reference.administrative_unit_extent set boundary = st_multi(st_makeenvelope(min_lon, min_lat, max_lon, max_lat, 4326)) where code = '99001'`,
  );
  await t.refresh();
  await openChannel(t.ownerClient, 'ogc');
});
after(() => t.close());

const get = (path: string, headers: Record<string, string> = {}) => t.app.inject({ url: `/ogc${path}`, headers });
const items = async (query: string): Promise<Features> => {
  const reply = await get(`/collections/parcels/items?${query}`);
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json();
};
const ids = ({ features }: Features) => features.map(({ id }) => id);

/** Every address that a document names as a link. */
function hrefs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  // A template is no address.
  const here = 'href' in value && typeof value.href === 'string' && !('templated' in value) ? [value.href] : [];
  return [...here, ...Object.values(value).flatMap(hrefs)];
}

test('every link leads somewhere, begins with the configured address, and gives the type it says', async () => {
  const seen = new Set<string>();
  const open = ['http://localhost/ogc'];
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const reply = await t.app.inject({ url: url.replace('http://localhost', ''), headers: { host: 'elsewhere.test' } });
    // The redirect to the configured host is a loopback's; nothing made from the request's host may be linked.
    assert.equal(reply.statusCode, 200, url);
    const isJson = String(reply.headers['content-type']).includes('json');
    const found = isJson
      ? hrefs(reply.json())
      : [...reply.body.matchAll(/href="([^"]*\/ogc[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    for (const href of mayBeEmpty(found)) {
      if (href.startsWith('/preferences')) continue;
      assert.ok(href.startsWith('http://localhost/ogc'), href);
      open.push(href);
    }
  }
  assert.ok(seen.size > 40, `${seen.size} addresses`);
});

test('the description is OpenAPI 3.0 and refers to nothing outside of itself', async () => {
  const reply = await get('/api');
  // GDAL compares the words as they stand.
  assert.equal(reply.headers['content-type'], 'application/vnd.oai.openapi+json;version=3.0');
  const document = reply.json();
  assert.match(document.openapi, /^3\.0\./);
  const refs = [...reply.body.matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref = '']) => ref);
  assert.ok(refs.length > 20);
  for (const ref of refs) {
    const found = ref
      .replace(/^#\//, '')
      .split('/')
      .reduce((part, name) => part?.[name], document);
    assert.ok(ref.startsWith('#/') && found, ref);
  }
  const said = Object.keys(document.paths);
  for (const id of ['parcels', 'communes', 'sheets'])
    assert.ok(said.includes(`/collections/${id}/items/{featureId}`), id);
});

const CRS = 'http://www.opengis.net/def/crs/';
const CONTROL: [uri: string, first: [number, number], off: number][] = [
  [`${CRS}OGC/1.3/CRS84`, [106.19688489, 21.27201119], 5e-9],
  [`${CRS}EPSG/0/4326`, [21.27201119, 106.19688489], 5e-9],
  [`${CRS}EPSG/0/9214`, [416463.2766, 2353280.6961], 1e-9],
  [`${CRS}EPSG/0/9209`, [572297.7, 2352964.7], 500],
  [`${CRS}EPSG/0/3405`, [624000, 2352800], 800],
  [`${CRS}EPSG/0/3857`, [11821783.15, 2424342.73], 0.01],
];
for (const [uri, [first, second], off] of CONTROL) {
  test(`coordinates come in ${uri} by its own order of axes, and the header says so`, async () => {
    const reply = await get(`/collections/parcels/items/${control}?crs=${encodeURIComponent(uri)}`);
    assert.equal(reply.headers['content-crs'], `<${uri}>`);
    const [x = 0, y = 0] = reply.json().geometry.coordinates[0][0];
    assert.ok(Math.abs(x - first) <= off && Math.abs(y - second) <= off, `${x} ${y}`);
    const { rows } = await t.ownerClient.query<{ shape: string }>(
      `select st_asgeojson(case when $2 then st_flipcoordinates(g) else g end, $3::int, 0) as shape
       from (select st_transform(geom, $4::int) as g from cadastre.parcel_version where parcel_id = $1) there`,
      [
        control,
        uri.endsWith('/4326'),
        uri.includes('/4326') || uri.includes('CRS84') ? 9 : 4,
        Number(/\d+$/.exec(uri.replace('CRS84', '4326'))![0]),
      ],
    );
    assert.deepEqual(reply.json().geometry, JSON.parse(rows[0]!.shape));
    // The box of what came, in the same system, finds it again.
    const ring: number[][] = reply.json().geometry.coordinates[0];
    const box = [0, 1].map((axis) => ring.map((point) => point[axis]!));
    const bbox = [Math.min(...box[0]!), Math.min(...box[1]!), Math.max(...box[0]!), Math.max(...box[1]!)];
    const asked = `bbox=${bbox.join(',')}&bbox-crs=${encodeURIComponent(uri)}`;
    assert.deepEqual(ids(await items(asked)), [control]);
  });
}

test('a box finds what touches it and nothing else, across 180° and of six numbers too', async () => {
  const all = await items('limit=1000');
  assert.equal(all.numberMatched, all.numberReturned);
  const here = await items('bbox=106.1968,21.2720,106.1970,21.2721');
  assert.deepEqual(ids(here), [control]);
  assert.deepEqual(ids(await items('bbox=106.1968,21.2720,-10,106.1970,21.2721,9000')), [control]);
  assert.equal((await items('bbox=-180,-90,180,90&limit=1000')).numberReturned, all.numberReturned);
  assert.equal((await items('bbox=170,-90,110,90&limit=1000')).numberReturned, all.numberReturned);
  assert.equal((await items('bbox=-10,40,10,50')).numberReturned, 0);
  const point = '106.196889,21.272015';
  assert.deepEqual(ids(await items(`bbox=${point},${point}`)), [control]);
});

test('a time finds the parcels that held then; an interval each parcel once', async () => {
  const { parent, children } = t.register;
  const found = async (datetime: string) => ids(await items(`limit=1000&datetime=${encodeURIComponent(datetime)}`));
  const before = await found('2026-05-01T00:00:00Z');
  assert.ok(before.includes(parent) && !before.includes(children[0]));
  const later = await found('2026-07-01');
  assert.ok(!later.includes(parent) && later.includes(children[0]));
  const both = await found('2026-05-01T00:00:00Z/..');
  assert.ok(both.includes(parent) && both.includes(children[0]) && new Set(both).size === both.length);
  // The moment of the split itself: what ended then no longer held.
  const at = await found('2026-06-20T12:00:00+07:00');
  assert.ok(!at.includes(parent) && at.includes(children[0]));
  assert.deepEqual(await found('../2000-01-01T00:00:00Z'), []);
});

test('features are found by published properties alone', async () => {
  const one = await items('communeCode=99003&sheet=1&no=1');
  assert.deepEqual([ids(one), one.features[0]?.properties.communeName], [[control], 'Xã Đo Thử']);
  assert.equal((await get('/collections/parcels/items?address=x')).statusCode, 400);
  assert.equal((await get('/collections/communes/items?sheet=1')).statusCode, 400);
  await t.publish('ogc', 'sheet', false);
  try {
    assert.equal((await get('/collections/parcels/items?sheet=1')).statusCode, 400);
    const [feature] = (await items('limit=1')).features;
    assert.ok(!('sheet' in feature!.properties) && 'no' in feature!.properties);
    assert.equal((await get('/collections/sheets')).statusCode, 404);
  } finally {
    await t.publish('ogc', 'sheet', true);
  }
});

test('without the legal boundary there are no legal systems, without the boundary no shapes and no boxes', async () => {
  const legal = encodeURIComponent(`${CRS}EPSG/0/9214`);
  await t.publish('ogc', 'geometryLegal', false);
  await t.publish('ogc', 'registeredAt', false);
  try {
    assert.equal((await get(`/collections/parcels/items?crs=${legal}`)).statusCode, 400);
    assert.equal((await get(`/collections/parcels/items/${control}?crs=${legal}`)).statusCode, 400);
    assert.ok(!(await get('/collections/parcels')).body.includes('9214'));
    assert.equal((await get('/collections/parcels/items?datetime=2026-01-01T00:00:00Z')).statusCode, 400);
    await t.publish('ogc', 'geometry', false);
    assert.deepEqual((await items('limit=1')).features[0]?.geometry, null);
    assert.equal((await get('/collections/parcels/items?bbox=106,21,107,22')).statusCode, 400);
  } finally {
    for (const field of ['geometry', 'geometryLegal', 'registeredAt'] as const) await t.publish('ogc', field, true);
  }
});

test('a closed channel has nothing for anybody, what the look-up tells for a business, and all of a parcel for staff', async () => {
  await t.publish('ogc', '*', false);
  try {
    assert.deepEqual((await get('/collections')).json().collections, []);
    assert.equal((await get('/collections/parcels/items')).statusCode, 404);
    assert.equal((await get('/collections/parcels/items', t.as('citizen'))).statusCode, 404);
    assert.equal((await get('/collections/parcels/items', t.as('business'))).statusCode, 200);
    assert.equal((await get('/collections/parcels/items', t.as('officer'))).statusCode, 200);
    assert.equal((await get('/collections', { authorization: 'Bearer no.token.here' })).statusCode, 401);
    await t.publish('lookup', 'areaM2', false);
    const areaOf = async (role: 'business' | 'officer') =>
      'areaM2' in (await get('/collections/parcels/items?limit=1', t.as(role))).json().features[0].properties;
    assert.deepEqual([await areaOf('business'), await areaOf('officer')], [false, true]);
  } finally {
    await t.publish('lookup', 'areaM2', true);
    await t.publish('ogc', '*', true);
  }
});

for (const query of [
  'limit=0',
  'limit=-1',
  'limit=x',
  'bbox=1,2,3',
  'bbox=1,2,3,x',
  'bbox=1,5,2,3',
  'bbox=1e999,2,3,4',
  'bbox=1,2,3,4,5',
  'crs=EPSG:4756',
  'crs=nonsense',
  'bbox=1,2,3,4&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/32648',
  'datetime=yesterday',
  'datetime=2026-02-30',
  'datetime=/',
  'datetime=2026-02-01T00:00:00',
  'datetime=2027-01-01T00:00:00Z/2026-01-01T00:00:00Z',
  'after=1%27%20or%201=1',
  'asOf=..',
  'unknown=1',
  'filter=sheet%20=',
  'filter=holder%20=%20%27x%27',
  'filter=sheet%20=%2012',
  'filter={}&filter-lang=cql2-json',
  'filter={&filter-lang=cql2-json',
  'filter=true&filter-lang=cql',
  'filter=true&filter-crs=EPSG:1',
  'f=xml',
]) {
  test(`a wrong question is refused and says which parameter: ${query}`, async () => {
    const reply = await get(`/collections/parcels/items?${query}`);
    assert.equal(reply.statusCode, 400, reply.body);
    assert.equal(reply.json().code, 'request.invalid');
    assert.ok(reply.json().errors.length > 0);
  });
}

test('queryables are the fields that one sees, and a filter in text or JSON finds by them and by place', async () => {
  const described = await get('/collections/parcels/queryables');
  assert.match(String(described.headers['content-type']), /^application\/schema\+json/);
  const { properties, additionalProperties } = described.json();
  assert.equal(additionalProperties, false);
  assert.deepEqual(properties.areaM2.type, 'number');
  assert.ok('geometry' in properties && !('holder' in properties));
  assert.equal((await get('/collections/communes/queryables')).statusCode, 404);
  assert.equal((await get('/collections/communes/items?filter=true')).statusCode, 400);
  const by = async (filter: string, more = '') => ids(await items(`filter=${encodeURIComponent(filter)}${more}`));
  const [east, west] = t.register.twins;
  assert.deepEqual((await by("sheet = '12' AND no = '345'")).toSorted(), [east, west].toSorted());
  assert.deepEqual(await by("sheet = '12' AND no = '345' AND landUse LIKE '%LUC'"), [west]);
  assert.deepEqual(await by("no = '345' AND NOT landUse LIKE 'LU_'"), [east]);
  assert.deepEqual(
    await by("no IN ('345','346') AND legalAreaM2 IS NULL AND areaM2 BETWEEN 1000 AND 1300"),
    await by("no = '346'"),
  );
  assert.deepEqual(
    await by("registeredAt > TIMESTAMP('2026-06-01T00:00:00+07:00') AND sheet = '7'"),
    t.register.children.toSorted(),
  );
  const json = JSON.stringify({
    op: 'and',
    args: [
      { op: '=', args: [{ property: 'no' }, '345'] },
      { op: '=', args: [{ property: 'landUse' }, 'LUC'] },
    ],
  });
  assert.deepEqual(await by(json, '&filter-lang=cql2-json'), [west]);
  assert.deepEqual(await by('S_INTERSECTS(geometry, POINT(106.19693 21.27205))'), [control]);
  const legal = '&filter-crs=http://www.opengis.net/def/crs/EPSG/0/9214';
  const point = 'POINT(416470 2353290)';
  assert.deepEqual(await by(`S_INTERSECTS(geometry, ${point})`, legal), [control]);
  assert.deepEqual(await by(`S_INTERSECTS(geometry, ${point}) OR false`, legal), [control]);
  const turned = '&filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326';
  assert.deepEqual(await by('S_INTERSECTS(geometry, POINT(21.27205 106.19693))', turned), [control]);
  // Bow ties and places on the other side of the earth are no errors.
  const tie = 'POLYGON((106.19 21.27, 106.2 21.28, 106.2 21.27, 106.19 21.28, 106.19 21.27))';
  assert.ok((await by(`S_INTERSECTS(geometry, ${tie})`)).length > 0);
  assert.deepEqual(await by('S_INTERSECTS(geometry, BBOX(-9e8, -9e8, -1e8, -1e8))'), []);
  assert.deepEqual(await by('S_INTERSECTS(geometry, POINT(0 90)) OR false'), []);
  assert.deepEqual(await by("sheet = 'it''s' OR no = ''' or true --'"), []);
  assert.deepEqual(await by('false'), []);
  const all = ids(await items('limit=1000'));
  assert.deepEqual(await by('true', '&limit=1000'), all);
  assert.deepEqual(await by("no <> 'x'", `&bbox=106.19688,21.27201,106.19689,21.27202`), [control]);
});

test('a filtered read goes on from page to page, and finds each once', async () => {
  const filter = encodeURIComponent("landUse = 'LUC'");
  const whole = await items(`filter=${filter}&limit=1000`);
  assert.equal(whole.numberMatched, whole.features.length);
  const read: string[] = [];
  let url: string | undefined = `/ogc/collections/parcels/items?filter=${filter}&limit=6`;
  while (url !== undefined) {
    const page: Features & { links: { rel: string; href: string }[] } = (await t.app.inject(url)).json();
    read.push(...ids(page));
    assert.ok(read.length <= whole.features.length);
    url = page.links.find(({ rel }) => rel === 'next')?.href.replace('http://localhost', '');
  }
  assert.deepEqual(read, ids(whole));
});

test('what the policy withholds is no queryable, and a filter that names it is refused', async () => {
  const asked = `/collections/parcels/items?filter=${encodeURIComponent('areaM2 > 1')}`;
  await t.publish('ogc', 'areaM2', false);
  await t.publish('ogc', 'geometry', false);
  try {
    const { properties } = (await get('/collections/parcels/queryables')).json();
    assert.ok(!('areaM2' in properties) && !('geometry' in properties) && 'sheet' in properties);
    const reply = await get(asked);
    assert.deepEqual([reply.statusCode, reply.json().errors[0].field], [400, 'filter']);
    const place = encodeURIComponent('S_INTERSECTS(geometry, POINT(106 21))');
    assert.equal((await get(`/collections/parcels/items?filter=${place}`)).statusCode, 400);
    assert.equal((await get(asked, t.as('officer'))).statusCode, 200);
  } finally {
    await t.publish('ogc', 'areaM2', true);
    await t.publish('ogc', 'geometry', true);
  }
});

test('a limit above the most is the most, no error', async () => {
  assert.equal((await get('/collections/parcels/items?limit=99999999')).statusCode, 200);
});

test('communes and sheets are read by the same rules', async () => {
  const communes: Features = (await get('/collections/communes/items')).json();
  assert.deepEqual(ids(communes), ['99001-2025-07-01']);
  assert.deepEqual((await get('/collections/communes/items?datetime=2020-01-01T00:00:00Z')).json().features, []);
  assert.equal((await get('/collections/communes/items/99001-2025-07-01')).json().properties.name, 'Xã Thử Nghiệm');
  assert.equal((await get('/collections/communes/items/none')).statusCode, 404);
  const sheets: Features = (await get('/collections/sheets/items?communeCode=99001')).json();
  assert.deepEqual(
    sheets.features.map(({ properties }) => properties.sheet),
    ['12', '12'],
  );
  const next = (await get('/collections/sheets/items?limit=1'))
    .json()
    .links.find((link: { rel: string }) => link.rel === 'next');
  assert.equal((await t.app.inject(next.href.replace('http://localhost', ''))).json().features.length, 1);
});

test('to a browser a document is a page, in its language', async () => {
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const page = await get('/collections/parcels/items', { accept, 'accept-language': 'en' });
  assert.match(String(page.headers['content-type']), /^text\/html/);
  assert.match(page.body, /<html lang="en"/);
  assert.match(page.body, /Map sheet/);
  assert.match((await get('', { accept })).body, /<html lang="vi"/);
});

test('tiles are listed, described, drawn and given, of the dataset and of each collection that has some', async () => {
  const { tilesets } = (await get('/tiles')).json();
  assert.equal(tilesets.length, 1);
  const [tileset] = tilesets;
  assert.equal(tileset.tileMatrixSetId, 'WebMercatorQuad');
  const template = tileset.links.find(({ rel }: { rel: string }) => rel === 'item').href;
  assert.equal(template, 'http://localhost/ogc/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}');
  const { x, y } = tileAround(t.register.centre, 14);
  const tile = await get(`/tiles/WebMercatorQuad/14/${y}/${x}`);
  assert.equal(tile.statusCode, 200);
  const { parcels, sheets } = readTile(tile.rawPayload);
  assert.ok(parcels && parcels.length > 0 && sheets && sheets.length > 0, 'both kinds of layers in one tile');
  const known = await get(`/tiles/WebMercatorQuad/14/${y}/${x}`, { 'if-none-match': String(tile.headers.etag) });
  assert.equal(known.statusCode, 304);
  assert.equal((await get('/tiles/WebMercatorQuad/14/0/0')).statusCode, 204);
  assert.equal((await get('/tiles/WebMercatorQuad/3/8/0')).json().code, 'tile.out_of_range');
  assert.equal((await get('/tiles/Other/3/0/0')).statusCode, 400);
  const own = await get(`/collections/parcels/tiles/WebMercatorQuad/14/${y}/${x}`);
  assert.equal(own.rawPayload.compare((await t.app.inject(`/tiles/parcels/14/${x}/${y}.mvt`)).rawPayload), 0);
  assert.equal((await get('/collections/communes/tiles')).json().code, 'collection.not_found');
  const json = (await get('/tiles/WebMercatorQuad/tilejson')).json();
  assert.equal(json.tiles[0], 'http://localhost/ogc/tiles/WebMercatorQuad/{z}/{y}/{x}');
  const layers = new Set(json.vector_layers.map(({ id }: { id: string }) => id));
  const style = (await get('/tiles/WebMercatorQuad/style')).json();
  for (const layer of notEmpty<Record<string, string>>(style.layers))
    assert.ok(layer['source-layer'] === undefined || layers.has(layer['source-layer']), layer.id);
  await t.publish('tiles', '*', false);
  assert.equal((await get(`/tiles/WebMercatorQuad/14/${y}/${x}`)).json().code, 'publication.closed');
  await t.publish('tiles', '*', true);
});

test('WebMercatorQuad is defined as the standard does', async () => {
  const { tileMatrices, crs } = (await get('/tileMatrixSets/WebMercatorQuad')).json();
  assert.equal(crs, 'http://www.opengis.net/def/crs/EPSG/0/3857');
  // OGC 17-083r4, table D.1.
  assert.ok(Math.abs(tileMatrices[0].scaleDenominator - 559_082_264.028_717_8) < 1e-3);
  assert.ok(Math.abs(tileMatrices[14].cellSize - 9.554_628_535_647_032) < 1e-9);
});
