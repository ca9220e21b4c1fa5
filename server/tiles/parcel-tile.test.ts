/** What happens to a tile's statement when its caller goes away, when it takes too long, and when there are too many rows. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { buildApp } from '../app.ts';
import { openPools } from '../db/kit/pools.ts';
import { touchTiles } from '../testing/plant/register-fixture.ts';
import { openTestApp, TEST_CONFIG, type TestApp } from '../testing/test-app.ts';
import { tileAround } from '../testing/tile-around.ts';

let t: TestApp;
let owner: pg.Client;
before(async () => {
  t = await openTestApp();
  owner = t.ownerClient;
});
after(async () => {
  await t.close();
});

/** Statements on parcel_version that wait for a lock now. `owner` is the same login for all, so it sees only counts. */
async function countWaiting(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from pg_locks where not granted and relation = 'cadastre.parcel_version'::regclass`,
  );
  return rows[0]?.n ?? 0;
}
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(10);
}
const tilePath = (z: number) => {
  const { x, y } = tileAround(t.register.centre, z);
  return `/tiles/parcels/${z}/${x}/${y}.mvt`;
};

test('the statement stops in PostgreSQL when the client goes, and the connection serves the next one', async () => {
  // One connection without a time limit: nothing but the cancel can end the statement, and a lost one would show.
  const tiles = new pg.Pool({ connectionString: t.database.urls.tiles, max: 1 });
  const app = await buildApp({ config: TEST_CONFIG, pools: { ...t.pools, tiles } });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const headers = { host: 'localhost' };
  await owner.query('begin; lock table cadastre.parcel_version in access exclusive mode');
  const request = http.get({ host: '127.0.0.1', port, path: tilePath(15), headers });
  request.on('error', () => undefined); // It is destroyed on purpose.
  await until(async () => (await countWaiting()) === 1);
  request.destroy();
  await until(async () => (await countWaiting()) === 0);
  await owner.query('commit');
  const [reply] = (await once(http.get({ host: '127.0.0.1', port, path: tilePath(15), headers }), 'response')) as [
    http.IncomingMessage,
  ];
  reply.resume();
  assert.equal(reply.statusCode, 200);
  await app.close();
  await tiles.end();
});

test('a statement over its time limit ends as 503 that says when to come back', async () => {
  const tiles = new pg.Pool({ connectionString: t.database.urls.tiles, max: 1, statement_timeout: 50 });
  const app = await buildApp({ config: TEST_CONFIG, pools: { ...t.pools, tiles } });
  await owner.query('begin; lock table cadastre.parcel_version in access exclusive mode');
  const reply = await app.inject(tilePath(15));
  await owner.query('rollback');
  assert.deepEqual([reply.statusCode, reply.json().code], [503, 'service.busy']);
  assert.ok(Number(reply.headers['retry-after']) > 0);
  // It works again; on a busy machine an honest statement may take longer than the limit of this test.
  await until(async () => (await app.inject(tilePath(15))).statusCode === 200);
  await app.close();
  await tiles.end();
});

test('without a database: 503 from every door that needs one, and the probes say so', async () => {
  const nobody = 'postgres://nobody:x@127.0.0.1:1/none';
  const pools = openPools({ app: nobody, portal: nobody, tiles: nobody }, () => undefined);
  const app = await buildApp({ config: TEST_CONFIG, pools });
  for (const url of [tilePath(15), '/api/portal/parcels?commune=99001', '/api/communes', '/']) {
    const reply = await app.inject(url);
    assert.deepEqual([reply.statusCode, reply.json().code], [503, 'service.unavailable'], url);
  }
  const ready = await app.inject('/health/ready');
  assert.equal(ready.statusCode, 503);
  assert.deepEqual(
    ready.json().checks.map((check: { ok: boolean }) => check.ok),
    [false, false, false, false, false, false],
  );
  assert.ok(!ready.body.includes('127.0.0.1'), 'no address in a public reply');
  assert.equal((await app.inject('/health/live')).statusCode, 200);
  await app.close();
  await Promise.all([pools.app.end(), pools.portal.end(), pools.tiles.end()]);
});

test('a tile from afar is bounded however many parcels lie in it', async () => {
  await owner.query('alter table cadastre.parcel_version disable trigger user');
  // 12,000 squares of 30 m: all would be visible at zoom 13.
  await owner.query(
    `with place as (select gen_random_uuid() as id, i, st_makeenvelope(417000 + (i % 110) * 30, 2353500 + (i / 110) * 30,
         417030 + (i % 110) * 30, 2353530 + (i / 110) * 30, 9214) as g from generate_series(0, 11999) i),
       raised as (insert into cadastre.parcel (parcel_id, parcel_code, raised_by)
         select id, 'w7h' || lpad(i::text, 9, '0'), (select dealing_id from dealing.dealing limit 1) from place)
     insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, raised_by,
         registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
       select id, (select sheet_id from cadastre.sheet limit 1), 1000 + i, 'w7h' || lpad(i::text, 9, '0'), 'current', 'LUC', 900,
         (select dealing_id from dealing.dealing limit 1), now(), g, g, st_transform(g, 3857),
         st_transform(st_centroid(g), 3857), st_centroid(g) from place`,
  );
  await owner.query('alter table cadastre.parcel_version enable trigger user');
  await touchTiles(owner);
  for (const z of [8, 10, 12, 13]) {
    const reply = await t.app.inject({ url: tilePath(z), headers: { 'accept-encoding': 'gzip' } });
    assert.ok(reply.statusCode === 200 || reply.statusCode === 204);
    assert.ok(reply.rawPayload.length < 500_000, `z${z}: ${reply.rawPayload.length} bytes`);
  }
});
