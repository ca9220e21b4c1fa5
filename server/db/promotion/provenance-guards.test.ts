import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import {
  type GuardedDatabase,
  nextCode,
  openDealing,
  openGuardedDatabase,
  openSheet,
  raise,
  raiseVersion,
  square,
  stageRecords,
  UNIT,
} from '../../testing/plant/raise-parcel.ts';

/** That whatever a dealing raised refers to things that exist and stay, asked in SQL and not through our code. */
let database: GuardedDatabase;
let owner: pg.Client;
let app: pg.Client;

before(async () => {
  database = await openGuardedDatabase();
  ({ owner, app } = database);
});
after(() => database.close());

test('what a dealing raised has a dealing that exists, and a dealing is never deleted, by nobody', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const nobody = '00000000-0000-4000-8000-000000000404';
  const parcel = await raise(app, dealing, sheet, '1', square(11));
  const insertParcel = `insert into cadastre.parcel (parcel_id, parcel_code, raised_by) values (gen_random_uuid(), $1, $2)`;
  for (const client of [app, owner]) {
    await assert.rejects(client.query(insertParcel, [nextCode(), nobody]), {
      code: '23503',
      constraint: 'parcel_raised_by_exists',
    });
    await assert.rejects(raiseVersion(client, parcel, nobody, sheet, '2', square(12)), {
      code: '23503',
      constraint: 'parcel_version_raised_by_exists',
    });
  }
  await assert.rejects(
    owner.query(
      `insert into party.party (party_id, kind, name, search_key, raised_by) values (gen_random_uuid(), 'person', 'Ai', 'ai', $1)`,
      [nobody],
    ),
    { code: '23503', constraint: 'party_raised_by_exists' },
  );
  const { rows } = await owner.query(
    `insert into party.party (party_id, kind, name, search_key, raised_by) values (gen_random_uuid(), 'person', 'Ai', 'ai', $1) returning party_id`,
    [dealing],
  );
  await assert.rejects(owner.query('update party.party set raised_by = $1', [nobody]), { code: '23503' });
  await assert.rejects(owner.query('update cadastre.parcel set raised_by = $1', [nobody]), { code: '23503' });
  await assert.rejects(
    owner.query(
      `insert into rights."right" (right_id, parcel_id, party_id, kind, commune_code, verified, raised_by, registered_at)
       values (gen_random_uuid(), $1, $2, 'use', $3, false, $4, now())`,
      [parcel, rows[0].party_id, UNIT[0], nobody],
    ),
    { code: '23503', constraint: 'right_raised_by_exists' },
  );
  await assert.rejects(app.query('delete from dealing.dealing'), { code: '42501' });
  await assert.rejects(owner.query('delete from dealing.dealing where dealing_id = $1', [dealing]), { code: 'DB001' });
  await assert.rejects(
    owner.query('update dealing.dealing set dealing_id = $2 where dealing_id = $1', [dealing, nobody]),
    { code: 'DB001' },
  );
  await assert.rejects(owner.query('truncate dealing.dealing cascade'), { code: 'DB001' });
});

test('a parcel that names its record has one, and that record stays', async () => {
  const batch = '00000000-0000-4000-8000-00000000cafe';
  const dealing = await openDealing(app);
  await stageRecords(owner, batch, 2);
  const insertParcel = `insert into cadastre.parcel (parcel_id, parcel_code, raised_by, source_batch_id, source_record_no)
    values (gen_random_uuid(), $1, $2, $3, $4)`;
  await app.query(insertParcel, [nextCode(), dealing, batch, 1]);
  for (const client of [app, owner])
    await assert.rejects(client.query(insertParcel, [nextCode(), dealing, batch, 3]), {
      code: '23503',
      constraint: 'parcel_source_exists',
    });
  await assert.rejects(
    owner.query('update cadastre.parcel set source_record_no = 3 where source_batch_id = $1', [batch]),
    {
      code: '23503',
    },
  );
  const remove = 'delete from staging.record where batch_id = $1 and record_no = $2';
  await assert.rejects(owner.query(remove, [batch, 1]), { code: '23503', constraint: 'parcel_source_exists' });
  await assert.rejects(
    owner.query('update staging.record set record_no = 9 where batch_id = $1 and record_no = 1', [batch]),
    { code: '23503' },
  );
  await assert.rejects(owner.query('truncate staging.record cascade'), { code: 'DB003' });
  assert.equal((await owner.query(remove, [batch, 2])).rowCount, 1, 'a record nothing was made of may go');

  // A parcel that is not committed yet: whoever removes its record has to wait, and then is refused.
  await owner.query(`insert into staging.record (batch_id, record_no, status, raw) values ($1, 2, 'valid', '{}')`, [
    batch,
  ]);
  await app.query('begin');
  await app.query(insertParcel, [nextCode(), dealing, batch, 2]);
  await owner.query(`set lock_timeout = '100ms'`);
  await assert.rejects(owner.query(remove, [batch, 2]), { code: '55P03' });
  await owner.query('reset lock_timeout');
  const removal = assert.rejects(owner.query(remove, [batch, 2]), { code: '23503' });
  await app.query('commit');
  await removal;
  await owner.query('begin isolation level repeatable read');
  await assert.rejects(owner.query(remove, [batch, 2]), { code: 'DB003' });
  await owner.query('rollback');
});
