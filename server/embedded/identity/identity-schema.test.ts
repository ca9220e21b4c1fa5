import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { inTransaction } from '../../db/kit/transaction.ts';
import { beginRefresh } from '../../db/register/derived.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { ensureIdentitySchema } from './identity-schema.ts';

let database: TestDatabase;
let app: pg.Pool;
let owner: pg.Pool;
before(async () => {
  database = await createTestDatabase();
  app = new pg.Pool({ connectionString: database.urls.app });
  owner = new pg.Pool({ connectionString: database.urls.migrator, lock_timeout: 2_000 });
});
after(async () => {
  await app.end();
  await owner.end();
  await database.drop();
});

test('a start does not wait for outlines that another process refreshes', async () => {
  await inTransaction(app, { id: 'refresh-derived', communes: '*' }, async (trx) => {
    assert.equal(await beginRefresh(trx, 20_000), true);
    await ensureIdentitySchema(owner);
  });
  await ensureIdentitySchema(owner);
  const { rows } = await owner.query(`select to_regclass('identity.entry') is not null as made`);
  assert.deepEqual(rows, [{ made: true }]);
});
