import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import {
  type GuardedDatabase,
  openDealing,
  openGuardedDatabase,
  openSheet,
  raise,
  square,
  UNIT,
} from '../../testing/plant/raise-parcel.ts';

/** What PostgreSQL refuses by itself, asked in SQL and not through our code. */
let database: GuardedDatabase;
let owner: pg.Client;
let app: pg.Client;

before(async () => {
  database = await openGuardedDatabase();
  ({ owner, app } = database);
});
after(() => database.close());

test('two current parcels on the same ground are refused, also in one dealing; edge to edge and millimetres are not', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  await raise(app, dealing, sheet, '1', square(1));
  await raise(app, dealing, sheet, '2', square(1, 10));
  await raise(app, dealing, sheet, '3', square(1, 19.995));
  await assert.rejects(raise(app, dealing, sheet, '4', square(1, 5, 3)), { code: 'DB004' });
  await assert.rejects(
    raise(app, await openDealing(app), sheet, '5', square(1, 29.96)),
    { code: 'DB004' },
    '3.5 cm is wider than 2 cm',
  );
  await assert.rejects(
    raise(owner, dealing, sheet, '6', square(1)),
    { code: 'DB004' },
    'the owner of the tables is refused too',
  );
});

test('a promotion that claims a compared batch, but raises other shapes than its records, is compared again', async () => {
  const batch = '00000000-0000-4000-8000-00000000beef';
  await owner.query(
    `insert into document.stored_file (sha256, byte_length, media_type) values (sha256('x'), 1, 'application/zip')`,
  );
  await owner.query(
    `insert into staging.batch (batch_id, identity_sha256, source_sha256, source_name, kind, commune_code, commune_valid_from, unit_code,
       unit_valid_from, options, status, created_by)
     values ($1, sha256('y'), sha256('x'), 'x.zip', 'parcels', $2, $3, $2, $3, '{}', 'validated', 'tester')`,
    [batch, ...UNIT],
  );
  await owner.query('insert into staging.overlap_check (batch_id, records) values ($1, 2)', [batch]);
  await assert.rejects(app.query('insert into staging.overlap_check (batch_id, records) values ($1, 2)', [batch]), {
    code: '42501',
  });
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  await app.query('update dealing.dealing set batch_id = $2 where dealing_id = $1', [dealing, batch]);
  await raise(app, dealing, sheet, '1', square(7));
  await assert.rejects(raise(app, dealing, sheet, '2', square(7, 5, 3)), { code: 'DB004' });
});

test('a sheet and number, and a code, belong to one living parcel', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  await raise(app, dealing, sheet, '1', square(2));
  await assert.rejects(raise(app, dealing, sheet, '1', square(3)), { code: '23505', constraint: 'parcel_version_key' });
});

test('an invalid outline is refused', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const bow = 'POLYGON((420000 2353000, 420010 2353010, 420010 2353000, 420000 2353020, 420000 2353000))';
  await assert.rejects(raise(app, dealing, sheet, '1', bow), { code: '23514', constraint: 'parcel_version_valid' });
});

test('what is registered is never edited or deleted, by nobody', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const parcel = await raise(app, dealing, sheet, '1', square(4));
  await assert.rejects(owner.query(`update cadastre.parcel_version set area_m2 = 1 where parcel_id = $1`, [parcel]), {
    code: 'DB003',
  });
  await assert.rejects(owner.query(`delete from cadastre.parcel_version where parcel_id = $1`, [parcel]), {
    code: 'DB003',
  });
  await assert.rejects(owner.query('truncate cadastre.parcel_version cascade'), { code: 'DB002' });
  await assert.rejects(app.query(`delete from cadastre.parcel_version where parcel_id = $1`, [parcel]), {
    code: '42501',
  });
  await assert.rejects(app.query(`update cadastre.parcel_version set area_m2 = 1 where parcel_id = $1`, [parcel]), {
    code: '42501',
  });
  await app.query(
    `update cadastre.parcel_version set status = 'historic', ended_at = now(), ended_by = $2 where parcel_id = $1`,
    [parcel, dealing],
  );
  await assert.rejects(
    owner.query(
      `update cadastre.parcel_version set status = 'current', ended_at = null, ended_by = null where parcel_id = $1`,
      [parcel],
    ),
    { code: 'DB003' },
    'the past does not come back',
  );
});

test('a dealing never goes back, and its proposer does not approve it', async () => {
  const dealing = await openDealing(app);
  await app.query(`update dealing.dealing set status = 'registered', registered_at = now() where dealing_id = $1`, [
    dealing,
  ]);
  await assert.rejects(
    app.query(`update dealing.dealing set status = 'lodged', registered_at = null where dealing_id = $1`, [dealing]),
    { code: 'DB001' },
  );
  await assert.rejects(app.query(`update dealing.dealing set proposed_by = 'other' where dealing_id = $1`, [dealing]), {
    code: 'DB001',
  });
  await assert.rejects(
    app.query(
      `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, proposed_by, approved_by)
       values (gen_random_uuid(), 'import_promotion', 'approved', $1, $2, 'an', 'an')`,
      [...UNIT],
    ),
    { code: '23514', constraint: 'dealing_four_eyes' },
  );
});

test('the audit log only grows, and its digest is the database’s', async () => {
  const { rows } = await app.query(
    `insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf) values ('t', 'test', 'x', '1', '{"a": 1}', 'forged') returning seq, leaf`,
  );
  assert.equal(rows[0].leaf.length, 32);
  await assert.rejects(app.query('update audit.entry set actor = $1', ['other']), { code: '42501' });
  await assert.rejects(owner.query('update audit.entry set actor = $1', ['other']), { code: 'DB002' });
  await assert.rejects(owner.query('delete from audit.entry where seq = $1', [rows[0].seq]), { code: 'DB002' });
  await assert.rejects(owner.query('truncate audit.entry'), { code: 'DB002' });
});

test('the legal area tolerance: the worked value of the annex, the edges of the bands', async () => {
  const tolerance = async (scale: number, area: number) =>
    Number(
      (await app.query(`select reference.area_tolerance_m2($1, $2, '2026-01-01') as m2`, [scale, area])).rows[0].m2,
    );
  assert.equal(await tolerance(1000, 500), 3.43);
  assert.equal(await tolerance(1000, 40), 0.35);
  assert.equal(await tolerance(1000, 10), 0.35);
  assert.equal(await tolerance(200, 30), 0.23);
  // 0.25 + 7·0.08 + 20·0.05 + 20·0.04 + 50·0.03 + 100·0.02
  assert.equal(Number((await tolerance(500, 2000)).toFixed(6)), 6.11);
});
