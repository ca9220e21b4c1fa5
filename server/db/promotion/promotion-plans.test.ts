import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { nestedPlan } from '../../testing/nested-plan.ts';
import { UNIT } from '../../testing/plant/raise-parcel.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';

const BATCH = '00000000-0000-4000-8000-00000000beef';
let database: TestDatabase;

before(async () => {
  database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.urls.migrator });
  await owner.connect();
  await owner.query(
    `insert into document.stored_file (sha256, byte_length, media_type) values (sha256('source'), 1, 'application/zip')`,
  );
  await owner.query(
    `insert into staging.batch (batch_id, identity_sha256, source_sha256, source_name, kind, commune_code, commune_valid_from, unit_code,
       unit_valid_from, options, status, created_by)
     values ($1, sha256('source'), sha256('source'), 'x.zip', 'parcels', $2, $3, $2, $3, '{}', 'validated', 'tester')`,
    [BATCH, ...UNIT],
  );
  await owner.query(
    `insert into staging.record (batch_id, record_no, status, raw, candidate, sheet_no, parcel_no, scale, area_m2, geom_legal, geom, feature_point)
     select $1, n, 'valid', '{}', '{"purposes": [], "holders": []}', '1', n::text, 1000, 100, g, g, st_centroid(g)
     from generate_series(1, 2000) n cross join lateral st_makeenvelope(430000 + 10 * n, 2354000, 430010 + 10 * n, 2354010, 9214) g`,
    [BATCH],
  );
  await owner.query('analyze staging.record');
  await owner.end();
});
after(() => database.drop());

// A table of few pages is read by one process, however dear its rows are; and making holders is not dear enough for so few.
const SMALL = `set min_parallel_table_scan_size = 0; set diaba.communes = '*'`;
const FREE = `${SMALL}; set parallel_setup_cost = 0; set parallel_tuple_cost = 0`;

for (const [call, values, settings] of [
  ['staging.parcels_to_raise($1)', [BATCH], SMALL],
  ['staging.holders_to_raise($1, $1)', [BATCH], FREE],
] as const) {
  test(`${call} is worked out in parallel, though of sheets written a moment ago there are no statistics`, async () => {
    const plans = await nestedPlan(database, `select * from ${call}`, values, settings);
    const reading = plans.split(/^duration:/m).filter((plan) => / on record r/.test(plan));
    assert.equal(reading.length, 1, plans);
    assert.match(reading[0]!, /Gather[\s\S]*Parallel Seq Scan on record r/);
  });
}

test('another commune’s records are nobody’s to raise', async () => {
  const app = new pg.Client({ connectionString: database.urls.app });
  await app.connect();
  try {
    await app.query(`select set_config('diaba.communes', '00000', false)`);
    for (const call of ['parcels_to_raise($1)', 'holders_to_raise($1, $1)'])
      await assert.rejects(app.query(`select * from staging.${call}`, [BATCH]), { code: 'DB005' });
  } finally {
    await app.end();
  }
});
