/** A read in pages is one state of the register, whatever is registered while it is read. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import pg from 'pg';
import { findFreePort } from '../embedded/find-free-port.ts';
import { notEmpty } from '../testing/not-empty.ts';
import { fillManyParcels } from '../testing/plant/fill-many-parcels.ts';
import { openChannel } from '../testing/plant/open-channel.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

const run = promisify(execFile);
const missing = spawnSync('ogr2ogr', ['--version']).error !== undefined;

interface Feature {
  readonly id: string;
  readonly geometry: object;
  readonly properties: Record<string, unknown>;
}
interface Page {
  readonly timeStamp: string;
  readonly numberMatched?: number;
  readonly features: readonly Feature[];
  readonly links: readonly { readonly rel: string; readonly href: string }[];
}

let t: TestApp;
let origin: string;
before(async () => {
  const port = await findFreePort();
  origin = `http://127.0.0.1:${port}`;
  t = await openTestApp({ publicUrl: origin, rateLimits: { tiles: 1e6, others: 1e6 } });
  await openChannel(t.ownerClient, 'ogc');
  await fillManyParcels(t.database.urls.migrator, 2500);
  await t.refresh();
  await t.app.listen({ host: '127.0.0.1', port });
});
after(() => t.close());

async function read(url: string): Promise<Page> {
  const reply = await t.app.inject(url.replace(origin, ''));
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json();
}

const nextOf = ({ links }: Page) => links.find(({ rel }) => rel === 'next')?.href;

/** Registers a parcel as a dealing would: at the moment its transaction began. */
async function register(client: pg.ClientBase, no: number): Promise<void> {
  const made = await client.query<{ parcel_id: string }>(
    `insert into cadastre.parcel (parcel_id, parcel_code, raised_by)
     select gen_random_uuid(), 'wx' || lpad($1::text, 10, '0'), (select raised_by from cadastre.parcel limit 1) returning parcel_id`,
    [no],
  );
  await client.query(
    `insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, raised_by, registered_at,
       geom_legal, geom, geom_3857, label_3857, feature_point)
     select p.parcel_id, (select sheet_id from cadastre.sheet where number = '101'), 'n' || $1, p.parcel_code, 'current', 'LUC', 81, p.raised_by, now(),
       g, g, st_transform(g, 3857), st_transform(st_centroid(g), 3857), st_centroid(g)
     from cadastre.parcel p, st_makeenvelope(430000 + 10 * $1::int, 2354000, 430009 + 10 * $1::int, 2354009, 9214) g where p.parcel_id = $2`,
    [no, made.rows[0]!.parcel_id],
  );
}

/** Ends some parcels as a dealing would. */
const retire = (client: pg.ClientBase, many: number) =>
  client.query(
    `update cadastre.parcel_version set status = 'historic', ended_by = raised_by, ended_at = now()
     where parcel_id in (select parcel_id from cadastre.parcel_version where status = 'current' order by random() limit $1)`,
    [many],
  );

/** What the table says of a moment: id and shape, to nine decimals. */
async function tableAsOf(moment: string): Promise<Map<string, string>> {
  const { rows } = await t.ownerClient.query<{ id: string; shape: string }>(
    `select parcel_id as id, st_asgeojson(st_transform(geom, 4326), 9, 0) as shape from cadastre.parcel_version
     where registered_at < $1 and (ended_at is null or ended_at >= $1)`,
    [moment],
  );
  return new Map(rows.map(({ id, shape }) => [id, shape]));
}

/** Whether two readings are the same, told in few words. */
function assertSame(found: ReadonlyMap<string, string>, table: ReadonlyMap<string, string>): void {
  const other = [...table].filter(([id, shape]) => found.get(id) !== shape);
  assert.deepEqual(
    { found: found.size, other: other.slice(0, 2).map(([id, shape]) => [found.get(id), shape]) },
    { found: table.size, other: [] },
  );
}

test('all pages together are the table as of the first page, with parcels coming, going and under way', async () => {
  const underWay = new pg.Client({ connectionString: t.database.urls.migrator });
  await underWay.connect();
  // Begun before the read, ended in the middle of it: its rows carry a moment that is past by then.
  await underWay.query('begin');
  for (let no = 1; no < 10; no += 1) await register(underWay, no);
  const first = await read('/ogc/collections/parcels/items?limit=400');
  const found = new Map(first.features.map(({ id, geometry }) => [id, JSON.stringify(geometry)]));
  let next = nextOf(first);
  for (let page = 2; next; page += 1) {
    await register(t.ownerClient, page * 10);
    await retire(t.ownerClient, 7);
    if (page === 3) await underWay.query('commit');
    const one = await read(next);
    assert.equal(one.timeStamp, first.timeStamp);
    for (const { id, geometry } of notEmpty(one.features)) {
      assert.ok(!found.has(id), 'no parcel twice');
      found.set(id, JSON.stringify(geometry));
    }
    next = nextOf(one);
  }
  await underWay.end();
  const table = await tableAsOf(first.timeStamp);
  assert.equal(first.numberMatched, table.size);
  assertSame(found, table);
  assert.notDeepEqual(await tableAsOf(new Date().toISOString()), table, 'the register moved on');
});

test('an ended parcel is told as it was at the moment of the read, not as what became of it', async () => {
  const first = await read('/ogc/collections/parcels/items?limit=1');
  await retire(t.ownerClient, 2000);
  const second = await read(nextOf(first)!.replace('limit=1', 'limit=5000'));
  assert.ok(second.features.length > 2000);
  assert.deepEqual(
    second.features.filter(({ properties }) => properties.state !== 'current' || properties.endedAt !== null),
    [],
  );
});

/** Enters late what a paper book registered on a day: some parcels of before became a metre less all round then. */
async function enterLate(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  const [dealing] = (
    await client.query<{ id: string }>(
      `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, initial_load, proposed_by, registered_at, decided_at, entered_on, entered_book)
       select gen_random_uuid(), 'resurvey', 'registered', d.commune_code, d.commune_valid_from, true, 'late', '2026-05-03T17:00:00Z', now(), '2026-05-04', 'Sổ 7, trang 12'
       from dealing.dealing d limit 1 returning dealing_id as id`,
    )
  ).rows;
  await client.query(
    `update cadastre.parcel_version set status = 'historic', ended_by = $2, ended_at = '2026-05-03T17:00:00Z' where parcel_id = any($1::uuid[]) and status = 'current'`,
    [ids, dealing!.id],
  );
  await client.query(
    `insert into cadastre.parcel_version (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, raised_by, registered_at,
       geom_legal, geom, geom_3857, label_3857, feature_point)
     select v.parcel_id, 2, v.sheet_id, v.parcel_no, v.parcel_code, 'current', v.land_use, 64, $2, '2026-05-03T17:00:00Z',
       g, g, st_transform(g, 3857), v.label_3857, v.feature_point
     from cadastre.parcel_version v cross join lateral st_setsrid(st_expand(v.geom, -1), 9214) g where v.parcel_id = any($1::uuid[]) and v.version_no = 1`,
    [ids, dealing!.id],
  );
}

test('what is entered late between two pages, and a split, are of the next read: these pages go on as the register was known', async () => {
  const first = await read('/ogc/collections/parcels/items?limit=1000&sheet=104');
  const known = await tableAsOf(first.timeStamp);
  const { rows } = await t.ownerClient.query<{ id: string }>(
    `select v.parcel_id as id from cadastre.parcel_version v join cadastre.sheet s using (sheet_id) where v.status = 'current' and v.version_no = 1 and s.number = '104' order by v.parcel_id`,
  );
  const inSheet = rows.map(({ id }) => id);
  const short = await read('/ogc/collections/parcels/items?limit=5&sheet=104');
  assert.deepEqual(
    short.features.map(({ id }) => id),
    inSheet.slice(0, 5),
  );
  const [early, late, split] = [inSheet[2]!, inSheet[8]!, inSheet[9]!];
  await enterLate(t.ownerClient, [early, late]);
  await t.ownerClient.query(
    `update cadastre.parcel_version set status = 'historic', ended_by = raised_by, ended_at = now() where parcel_id = $1 and status = 'current'`,
    [split],
  );
  for (const no of [7001, 7002]) await register(t.ownerClient, no);
  const second = await read(nextOf(short)!.replace('limit=5', 'limit=5000'));
  assert.equal(nextOf(second), undefined);
  const pages = [...short.features, ...second.features];
  assert.deepEqual(
    pages.map(({ id }) => id),
    inSheet,
    'every parcel once, and none that came later',
  );
  assertSame(
    new Map(pages.map(({ id, geometry }) => [id, JSON.stringify(geometry)])),
    new Map(inSheet.map((id) => [id, known.get(id)!])),
  );
  assert.deepEqual(
    pages.filter(({ properties }) => properties.state !== 'current' || properties.endedAt !== null),
    [],
  );
  assert.equal(short.numberMatched, inSheet.length);
  // Filtered pages are pinned alike, and the next read knows all of it.
  const filtered = await read(
    `/ogc/collections/parcels/items?limit=5000&sheet=104&asOf=${first.timeStamp}&filter=areaM2%3D64`,
  );
  assert.deepEqual(filtered.features, []);
  const now = await read('/ogc/collections/parcels/items?limit=5000&sheet=104');
  const areas = new Map(now.features.map(({ id, properties }) => [id, properties.areaM2]));
  assert.deepEqual([areas.get(early), areas.get(late), areas.has(split)], [64, 64, false]);
  assert.equal(now.features.length, inSheet.length - 1);
});

test('a moment to come is answered as far as it is settled', async () => {
  const page = await read('/ogc/collections/parcels/items?limit=1&asOf=2999-01-01T00:00:00Z');
  assert.ok(page.timeStamp < new Date().toISOString());
});

const nineDecimals = (rings: string) => rings.replaceAll(/-?\d+\.\d+/g, (number) => Number(number).toFixed(9));

test('ogr2ogr reads every page into a GeoPackage: count and shapes are the table, while parcels are registered', async (context) => {
  if (missing && !process.env.CI) return context.skip('ogr2ogr (package gdal-bin) is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'diaba-ogc-'));
  const asked: string[] = [];
  const note = ({ url = '' }: IncomingMessage) => asked.push(url);
  t.app.server.on('request', note);
  try {
    const file = join(folder, 'parcels.gpkg');
    let done = false;
    const reading = run('ogr2ogr', [
      '-f',
      'GPKG',
      file,
      `OAPIF:${origin}/ogc`,
      'parcels',
      '-oo',
      'PAGE_SIZE=100',
    ]).finally(() => {
      done = true;
    });
    for (let no = 5000; !done; no += 1) await register(t.ownerClient, no);
    await reading;
    // By the points as they are kept: the driver of GeoJSON would turn rings round.
    const { stdout } = await run('ogrinfo', ['-al', file], { maxBuffer: 1e9 });
    const read = stdout.matchAll(/^ {2}id \(String\) = (\S+)[\s\S]*?^ {2}POLYGON \((.*)\)$/gm);
    const found = new Map([...read].map(([, id = '', rings = '']) => [id, nineDecimals(rings)]));
    // The first page is asked for more than once: the read is the one whose pages were followed.
    const moments = asked.flatMap((url) => new URL(url, origin).searchParams.get('asOf') ?? []);
    const table = await tableAsOf(moments.at(-1)!);
    const points = (shape: string) =>
      nineDecimals(
        (JSON.parse(shape) as { coordinates: number[][][] }).coordinates
          .map((ring) => `(${ring.map((point) => point.join(' ')).join(',')})`)
          .join(','),
      );
    assertSame(found, new Map([...table].map(([id, shape]) => [id, points(shape)])));
  } finally {
    t.app.server.off('request', note);
    await rm(folder, { recursive: true });
  }
});
