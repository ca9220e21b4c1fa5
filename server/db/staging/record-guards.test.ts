import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import {
  type GuardedDatabase,
  nextCode,
  openDealing,
  openGuardedDatabase,
  stageRecords,
} from '../../testing/plant/raise-parcel.ts';

/** That a record has its batch and an identity number its record, asked in SQL and not through our code. */
let database: GuardedDatabase;
let owner: pg.Client;
let app: pg.Client;
const BATCH = '00000000-0000-4000-8000-00000000beef';
const NOBODY = '00000000-0000-4000-8000-000000000404';
const INSERT_NUMBER = `insert into staging.identity_number (batch_id, record_no, ordinal, cipher, lookup_hash) values ($1, $2, $3, '', sha256('1'))`;

before(async () => {
  database = await openGuardedDatabase();
  ({ owner, app } = database);
  await stageRecords(owner, BATCH, 4);
});
after(() => database.close());

test('a record has a batch, and a batch is never removed', async () => {
  const noBatch = { code: '23503', constraint: 'record_batch_exists' };
  await assert.rejects(
    owner.query(`insert into staging.record (batch_id, record_no, status, raw) values ($1, 1, 'valid', '{}')`, [
      NOBODY,
    ]),
    noBatch,
  );
  await assert.rejects(owner.query('update staging.record set batch_id = $1 where record_no = 4', [NOBODY]), noBatch);
  await assert.rejects(owner.query('delete from staging.batch'), { code: 'DB003' });
  await assert.rejects(owner.query('update staging.batch set batch_id = $1', [NOBODY]), { code: /^DB00[36]$/ });
  await assert.rejects(owner.query('truncate staging.batch cascade'), { code: 'DB003' });
  await assert.rejects(app.query('delete from staging.batch'), { code: '42501' });
});

test('an identity number has a record, which stays while it has one', async () => {
  const noRecord = { code: '23503', constraint: 'identity_number_record_exists' };
  await assert.rejects(owner.query(INSERT_NUMBER, [BATCH, 9, 1]), noRecord);
  await assert.rejects(owner.query(INSERT_NUMBER, [NOBODY, 1, 1]), noRecord);
  await owner.query(INSERT_NUMBER, [BATCH, 1, 1]);
  await assert.rejects(owner.query('update staging.identity_number set record_no = 9'), noRecord);
  const remove = 'delete from staging.record where batch_id = $1 and record_no = $2';
  await assert.rejects(owner.query(remove, [BATCH, 1]), noRecord);
  await assert.rejects(owner.query('update staging.record set record_no = 9 where record_no = 1'), noRecord);
  assert.equal((await owner.query(remove, [BATCH, 2])).rowCount, 1, 'a record that has none may go');
});

test('a number not committed yet keeps its record too, and a record that goes takes no number with it', async () => {
  const remove = 'delete from staging.record where batch_id = $1 and record_no = 3';
  const other = database.another();
  await other.connect();
  try {
    await other.query('begin');
    await other.query(INSERT_NUMBER, [BATCH, 3, 1]);
    await owner.query(`set lock_timeout = '100ms'`);
    await assert.rejects(owner.query(remove, [BATCH]), { code: '55P03' });
    await other.query('rollback');
    await owner.query('begin');
    await owner.query(remove, [BATCH]);
    await other.query(`set lock_timeout = '100ms'`);
    await assert.rejects(other.query(INSERT_NUMBER, [BATCH, 3, 1]), { code: '55P03' });
    await owner.query('commit');
    await assert.rejects(other.query(INSERT_NUMBER, [BATCH, 3, 1]), { code: '23503' });
  } finally {
    await owner.query('reset lock_timeout');
    await other.end();
  }
});

test('who does not see what others committed may neither refer to a record nor remove one', async () => {
  const dealing = await openDealing(app);
  for (const [client, sql, values] of [
    [owner, INSERT_NUMBER, [BATCH, 4, 1]],
    [owner, 'delete from staging.record where batch_id = $1 and record_no = 4', [BATCH]],
    [
      app,
      `insert into cadastre.parcel (parcel_id, parcel_code, raised_by, source_batch_id, source_record_no) values (gen_random_uuid(), $1, $2, $3, 4)`,
      [nextCode(), dealing, BATCH],
    ],
  ] as const) {
    await client.query('begin isolation level repeatable read');
    await assert.rejects(client.query(sql, [...values]), { code: 'DB003' });
    await client.query('rollback');
  }
});
