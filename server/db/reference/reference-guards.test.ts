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
  UNIT,
} from '../../testing/plant/raise-parcel.ts';

/** That references checked once per statement are as strong as foreign keys, asked in SQL and not through our code. */
let database: GuardedDatabase;
let owner: pg.Client;
let app: pg.Client;
const NOBODY = '00000000-0000-4000-8000-000000000404';

before(async () => {
  database = await openGuardedDatabase();
  ({ owner, app } = database);
});
after(() => database.close());

async function openParty(dealing: string): Promise<string> {
  const { rows } = await owner.query(
    `insert into party.party (party_id, kind, name, search_key, raised_by) values (gen_random_uuid(), 'person', 'Ai', 'ai', $1) returning party_id`,
    [dealing],
  );
  return rows[0].party_id;
}

const INSERT_RIGHT = `insert into rights."right" (right_id, parcel_id, party_id, kind, commune_code, verified, raised_by, registered_at)
  values (gen_random_uuid(), $1, $2, 'use', $3, false, $4, now())`;
const INSERT_PAPER = `insert into party.identity_paper (party_id, ordinal, cipher, lookup_hash) values ($1, 1, '', sha256('1'))`;
const INSERT_PURPOSE = `insert into cadastre.parcel_purpose (parcel_id, version_no, ordinal, land_use_code) values ($1, $2, $3, 'ONT')`;

test('who acts in some communes writes versions on their sheets only, and on none that is not there', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const parcel = await raise(app, dealing, sheet, '71', square(171));
  const communesOf = (codes: string) => app.query("select set_config('diaba.communes', $1, false)", [codes]);
  try {
    for (const [communes, on] of [
      ['00000', sheet],
      ['', sheet],
      [`00000,${UNIT[0]}`, NOBODY],
    ] as const) {
      await communesOf(communes);
      const write = raiseVersion(app, parcel, dealing, on, '72', square(172));
      await assert.rejects(write, { code: '42501' }, communes);
    }
    const end = `update cadastre.parcel_version set status = 'historic', ended_at = now(), ended_by = $2 where parcel_id = $1`;
    await communesOf('00000');
    assert.equal((await app.query(end, [parcel, dealing])).rowCount, 0);
  } finally {
    await communesOf('*');
  }
});

test('a version has its parcel and its sheet, a purpose its version, a right its parcel and holder, a paper its holder', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const parcel = await raise(app, dealing, sheet, '1', square(21));
  const party = await openParty(dealing);
  await app.query('insert into party.visibility (party_id, commune_code) values ($1, $2), ($3, $2)', [
    party,
    UNIT[0],
    NOBODY,
  ]);
  for (const client of [app, owner]) {
    const refused = (query: Promise<unknown>, constraint: string) =>
      assert.rejects(query, { code: '23503', constraint }, constraint);
    await refused(raiseVersion(client, NOBODY, dealing, sheet, '2', square(22)), 'parcel_version_parcel_exists');
    await refused(raiseVersion(client, parcel, dealing, NOBODY, '3', square(23)), 'parcel_version_sheet_exists');
    await refused(client.query(INSERT_PURPOSE, [NOBODY, 1, 1]), 'parcel_purpose_version_exists');
    await refused(client.query(INSERT_PURPOSE, [parcel, 2, 1]), 'parcel_purpose_version_exists');
    await refused(client.query(INSERT_RIGHT, [NOBODY, party, UNIT[0], dealing]), 'right_parcel_exists');
    await refused(client.query(INSERT_RIGHT, [parcel, NOBODY, UNIT[0], dealing]), 'right_party_exists');
    await refused(client.query(INSERT_PAPER, [NOBODY]), 'identity_paper_party_exists');
  }
  // One that refers to nothing among many that do.
  await assert.rejects(
    owner.query(
      `insert into cadastre.parcel_purpose (parcel_id, version_no, ordinal, land_use_code)
       select $1, case n when 7 then 2 else 1 end, n, 'ONT' from generate_series(1, 20) n`,
      [parcel],
    ),
    { code: '23503', constraint: 'parcel_purpose_version_exists' },
  );
  await app.query(INSERT_PURPOSE, [parcel, 1, 1]);
  await app.query(INSERT_PAPER, [party]);
  await app.query(INSERT_RIGHT, [parcel, party, UNIT[0], dealing]);
  await assert.rejects(owner.query('update cadastre.parcel_purpose set version_no = 2'), { code: '23503' });
  await assert.rejects(owner.query('update party.identity_paper set party_id = $1', [NOBODY]), { code: '23503' });
  await assert.rejects(owner.query(`update rights."right" set party_id = $1`, [NOBODY]), { code: 'DB003' });
  await assert.rejects(owner.query('update cadastre.parcel_version set sheet_id = $1', [NOBODY]), { code: 'DB003' });
});

test('what others refer to is never removed and keeps its id, whoever asks', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const parcel = await raise(app, dealing, sheet, '1', square(31));
  const party = await openParty(dealing);
  for (const [table, column, id] of [
    ['cadastre.parcel', 'parcel_id', parcel],
    ['cadastre.sheet', 'sheet_id', sheet],
    ['party.party', 'party_id', party],
    ['cadastre.parcel_version', 'parcel_id', parcel],
  ] as const) {
    await assert.rejects(app.query(`delete from ${table} where ${column} = $1`, [id]), { code: '42501' }, table);
    await assert.rejects(owner.query(`delete from ${table} where ${column} = $1`, [id]), { code: 'DB003' }, table);
    await assert.rejects(
      owner.query(`update ${table} set ${column} = $2 where ${column} = $1`, [id, NOBODY]),
      { code: 'DB003' },
      table,
    );
    await assert.rejects(owner.query(`truncate ${table} cascade`), { code: /^DB00[23]$/ }, table);
  }
  await owner.query('update party.party set name = name');
  await owner.query('update cadastre.sheet set next_parcel_no = next_parcel_no + 1');
});

test('what ends a version or a right is a dealing that exists', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const parcel = await raise(app, dealing, sheet, '1', square(71));
  const party = await openParty(dealing);
  await owner.query(INSERT_RIGHT, [parcel, party, UNIT[0], dealing]);
  const endVersion = `update cadastre.parcel_version set status = 'historic', ended_at = now(), ended_by = $2 where parcel_id = $1`;
  const endRight = `update rights."right" set ended_at = now(), ended_by = $2 where parcel_id = $1`;
  for (const client of [app, owner]) {
    await assert.rejects(client.query(endVersion, [parcel, NOBODY]), {
      code: '23503',
      constraint: 'parcel_version_ended_by_exists',
    });
    await assert.rejects(client.query(endRight, [parcel, NOBODY]), {
      code: '23503',
      constraint: 'right_ended_by_exists',
    });
  }
  await assert.rejects(
    owner.query(
      `insert into rights."right" (right_id, parcel_id, party_id, kind, commune_code, verified, raised_by, registered_at, ended_at, ended_by)
       values (gen_random_uuid(), $1, $2, 'use', $3, false, $4, now(), now(), $5)`,
      [parcel, party, UNIT[0], dealing, NOBODY],
    ),
    { code: '23503', constraint: 'right_ended_by_exists' },
  );
  await assert.rejects(
    owner.query(
      `insert into cadastre.parcel_version (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, raised_by,
         registered_at, ended_at, ended_by, geom_legal, geom, geom_3857, label_3857, feature_point)
       select parcel_id, 2, sheet_id, parcel_no, parcel_code, 'historic', land_use, area_m2, raised_by, now(), now(), $2, geom_legal, geom,
         geom_3857, label_3857, feature_point from cadastre.parcel_version where parcel_id = $1`,
      [parcel, NOBODY],
    ),
    { code: '23503', constraint: 'parcel_version_ended_by_exists' },
  );
  await app.query(endVersion, [parcel, dealing]);
  await app.query(endRight, [parcel, dealing]);
});

test('a parcel that another transaction has not committed is none', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const party = await openParty(dealing);
  await app.query('begin');
  const parcel = await raise(app, dealing, sheet, '1', square(41));
  await assert.rejects(owner.query(INSERT_RIGHT, [parcel, party, UNIT[0], dealing]), {
    code: '23503',
    constraint: 'right_parcel_exists',
  });
  await app.query('commit');
  await owner.query(INSERT_RIGHT, [parcel, party, UNIT[0], dealing]);
});

test('parent and child may come in one statement', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const parcel = await raise(app, dealing, sheet, '1', square(51));
  await owner.query(
    `with p as (insert into party.party (party_id, kind, name, search_key, raised_by)
       values (gen_random_uuid(), 'person', 'Ai', 'ai', $1) returning party_id)
     insert into rights."right" (right_id, parcel_id, party_id, kind, commune_code, verified, raised_by, registered_at)
     select gen_random_uuid(), $2, party_id, 'use', $3, false, $1, now() from p`,
    [dealing, parcel, UNIT[0]],
  );
});

test('a number and a code are free again once their parcel has ended, and are taken once among the living', async () => {
  const [dealing, sheet] = [await openDealing(app), await openSheet(app)];
  const code = nextCode();
  const again = async (place: number, status: 'current' | 'pending') => {
    const parcel = await raise(app, dealing, sheet, `x${place}`, square(place, 0, 500));
    await app.query(
      `insert into cadastre.parcel_version (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, raised_by,
         registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
       select parcel_id, 2, sheet_id, 'same', $2, $3, land_use, area_m2, raised_by, case $3 when 'current' then registered_at end,
         geom_legal, st_translate(geom, 0, 1000), geom_3857, label_3857, feature_point
       from cadastre.parcel_version where parcel_id = $1 and version_no = 1`,
      [parcel, code, status],
    );
    return parcel;
  };
  const end = (parcels: string[]) =>
    app.query(
      `update cadastre.parcel_version set status = 'historic', ended_at = now(), ended_by = $2 where parcel_id = any ($1) and version_no = 2`,
      [parcels, dealing],
    );
  await app.query('begin');
  // Ended at the same moment, so that their times do not tell them apart.
  for (const place of [61, 62, 63]) await end([await again(place, 'current')]);
  await again(64, 'current');
  await app.query('savepoint taken');
  for (const status of ['current', 'pending'] as const) {
    await assert.rejects(again(65, status), { code: '23505', constraint: /^parcel_version_(code_)?key$/ });
    await app.query('rollback to savepoint taken');
  }
  await app.query('commit');
});

test('the system of coordinates of the registry is fixed for every login; other facts of it are not', async () => {
  for (const client of [app, owner])
    for (const sql of [
      "update reference.registry_state set value = '3405' where name = 'registry_srid'",
      "update reference.registry_state set name = 'former' where name = 'registry_srid'",
      "insert into reference.registry_state (name, value) values ('registry_srid', '3405') on conflict (name) do update set value = excluded.value",
    ])
      await assert.rejects(client.query(sql), { code: '42501' }, sql);
  await assert.rejects(owner.query("delete from reference.registry_state where name = 'registry_srid'"), {
    code: '42501',
  });
  await assert.rejects(owner.query('truncate reference.registry_state'), { code: '42501' });
  await app.query("insert into reference.registry_state (name, value) values ('tried', '1')");
  await app.query("update reference.registry_state set value = '2' where name = 'tried'");
});
