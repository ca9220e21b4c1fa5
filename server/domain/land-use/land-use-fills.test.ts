import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { createTestDatabase } from '../../testing/test-database.ts';
import { LAND_USE_FILLS } from './land-use-fills.ts';

test('the map and the reference list give every code of land use one colour, the same', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.urls.migrator });
  try {
    await client.connect();
    const { rows } = await client.query<{ code: string; fill: string }>(
      'select code, fill from reference.land_use order by code, valid_from',
    );
    assert.ok(rows.length > 90, `${rows.length} codes`);
    assert.deepEqual(
      Object.fromEntries(rows.map(({ code, fill }) => [code, fill])),
      Object.fromEntries([...LAND_USE_FILLS].sort(([a], [b]) => (a < b ? -1 : 1))),
    );
  } finally {
    await client.end();
    await database.drop();
  }
});
