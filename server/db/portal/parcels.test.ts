/** Each form of the public look-up runs on an index: the plan is asked for, not the clock. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { fillManyParcels } from '../../testing/plant/fill-many-parcels.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { tileAround } from '../../testing/tile-around.ts';
import { sumParcels } from '../reference/commune-facts.ts';
import { findParcelTile, TILE_FIELDS } from '../register/parcel-tiles.ts';
import { findSheetsRevision } from './open-data.ts';
import { findDataMoment, findPortalParcelRow, listPortalParcelRows, listPortalRelatives } from './parcels.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
  await fillManyParcels(t.database.urls.migrator, 5_000);
});
after(() => t.close());

/** A pool of one connection that explains each statement instead of running it, with sequential scans made dear. */
async function explained(url: string, work: (pool: pg.Pool) => Promise<unknown>): Promise<string> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    options: '-c enable_seqscan=off -c enable_bitmapscan=off',
  });
  const plans: string[] = [];
  const explain = async (client: pg.Pool | pg.PoolClient, text: string, values: unknown[]) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>({ text: `explain ${text}`, values });
    plans.push(...rows.map((row) => row['QUERY PLAN']));
    return { rows: [] };
  };
  const fake = {
    query: (text: string, values: unknown[]) => explain(pool, text, values),
    connect: async () => {
      const client = await pool.connect();
      return {
        query: ({ text, values }: { text: string; values: unknown[] }) => explain(client, text, values),
        release: () => client.release(),
      };
    },
  };
  await work(fake as unknown as pg.Pool);
  await pool.end();
  return plans.join('\n');
}

const now = { before: null };
const past = { before: new Date('2026-05-01') };
const SHEETS = ['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000001'];
const FORMS: [form: string, index: string, ask: (pool: pg.Pool) => Promise<unknown>][] = [
  [
    'sheet and number',
    'parcel_version_key',
    (pool) => listPortalParcelRows(pool, { sheet: '7', no: '1', ...now }, 20, null),
  ],
  [
    'commune, sheet and number on a past day',
    'parcel_version_key',
    (pool) => listPortalParcelRows(pool, { communes: ['99002'], sheet: '7', no: '1', ...past }, 20, null),
  ],
  ['code', 'parcel_version_code_key', (pool) => listPortalParcelRows(pool, { code: 'w7g900000001', ...now }, 20, null)],
  ['id', 'parcel_version_pkey', (pool) => findPortalParcelRow(pool, '00000000-0000-4000-8000-000000000000', null)],
  ['relatives', 'parcel_version_pkey', (pool) => listPortalRelatives(pool, '00000000-0000-4000-8000-000000000000')],
  ['sums of sheets', 'parcel_version_sums_idx', (pool) => sumParcels(pool, SHEETS, null)],
  [
    'revision of sheets',
    'parcel_version_sums_idx',
    (pool) =>
      findSheetsRevision(
        pool,
        SHEETS.map((id) => ({ id, communeCode: '99001' })),
      ),
  ],
  ['freshness', 'parcel_version_registered_at_idx', findDataMoment],
];
for (const [form, index, ask] of FORMS) {
  test(`${form}: ${index}`, async () => {
    const plan = await explained(t.database.urls.portal, ask);
    assert.ok(plan.includes(`using ${index} on parcel_version`), plan);
    assert.ok(!/Seq Scan on parcel_version/.test(plan), plan);
  });
}

for (const [when, before] of [
  ['now', null],
  ['on a past day', past.before],
] as const) {
  test(`a tile ${when}: the spatial index`, async () => {
    const ask = (pool: pg.Pool) =>
      findParcelTile(
        pool,
        tileAround(t.register.centre, 16),
        { before, fields: TILE_FIELDS },
        new AbortController().signal,
      );
    const plan = await explained(t.database.urls.tiles, ask);
    assert.match(plan, /using parcel_version_geom_3857\w*_idx on parcel_version/);
  });
}
