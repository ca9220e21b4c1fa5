import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';

let database: TestDatabase;
let app: pg.Client;
before(async () => {
  database = await createTestDatabase();
  app = new pg.Client({ connectionString: database.urls.app });
  await app.connect();
});
after(async () => {
  await app.end();
  await database.drop();
});

/** Where cadastre.label_point puts the label of a polygon whose pole is given. */
async function labelOf(polygon: string, pole: string): Promise<string> {
  const { rows } = await app.query<{ label: string }>(
    'select st_astext(cadastre.label_point(st_geomfromtext($1, 9214), st_geomfromtext($2, 9214))) as label',
    [polygon, pole],
  );
  return rows[0]!.label;
}

test('in a long strip the label stands in its middle, wherever along it the pole was found', async () => {
  assert.equal(await labelOf('POLYGON((0 0, 100 0, 100 10, 0 10, 0 0))', 'POINT(5 5)'), 'POINT(50 5)');
});
test('a corner: the centroid lies outside, the pole stays', async () => {
  assert.equal(await labelOf('POLYGON((0 0, 100 0, 100 10, 10 10, 10 100, 0 100, 0 0))', 'POINT(6 6)'), 'POINT(6 6)');
});
test('a waist: the centroid lies inside but where it is narrow, the pole stays', async () => {
  const waisted =
    'POLYGON((0 -20, 40 -20, 40 -2, 60 -2, 60 -20, 100 -20, 100 20, 60 20, 60 2, 40 2, 40 20, 0 20, 0 -20))';
  assert.equal(await labelOf(waisted, 'POINT(20 0)'), 'POINT(20 0)');
});
test('a courtyard: the centroid lies in the hole, the pole stays', async () => {
  const court = 'POLYGON((0 0, 100 0, 100 100, 0 100, 0 0), (10 10, 90 10, 90 90, 10 90, 10 10))';
  assert.equal(await labelOf(court, 'POINT(6 6)'), 'POINT(6 6)');
});
