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
  await owner.end();
});
after(() => database.drop());

// With this setting every plan begins with a Gather that may run in a worker, as long as nothing in it forbids it.
const ANY_WORKER = `set force_parallel_mode = on; set diaba.communes = '*'`;

for (const [call, values] of [
  ['staging.parcels_to_raise($1)', [BATCH]],
  ['staging.holders_to_raise($1, $1)', [BATCH]],
] as const) {
  test(`${call} may be worked out in parallel`, async () => {
    const plans = await nestedPlan(database, `select * from ${call}`, values, ANY_WORKER);
    const reading = plans.split(/^duration:/m).filter((plan) => / on record r/.test(plan));
    assert.equal(reading.length, 1, plans);
    assert.match(reading[0]!, /Gather[\s\S]* on record r/);
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
