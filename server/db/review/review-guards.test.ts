/** What PostgreSQL refuses of a review by itself, asked in SQL as the application and not through our code. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { COMMUNE } from '../../testing/import/open-import.ts';
import { BINH, HA, openReviewApp, type ReviewApp } from '../../testing/review-app.ts';

let t: ReviewApp;
let app: pg.Client;
/** Under review; proposed; promoted. */
let open: string;
let proposed: string;
let promoted: string;

before(async () => {
  t = await openReviewApp();
  open = (await t.bringIn({ rows: [{ address: 'Thôn Thanh Ấm' }, {}] })).batchId;
  proposed = (await t.bringIn({ rows: [{ address: 'Thôn Thanh Ấm' }] })).batchId;
  await t.propose(proposed);
  promoted = (await t.bringIn()).batchId;
  const dealingId = await t.propose(promoted);
  await t.post(`/api/batches/${promoted}/promote`, { dealingId }, BINH);
  app = new pg.Client({ connectionString: t.database.urls.app });
  await app.connect();
});
after(async () => {
  await app.end();
  await t.close();
});

const act = (communes: string, actor = 'ha') =>
  app.query(`select set_config('diaba.communes', $1, false), set_config('diaba.actor', $2, false)`, [communes, actor]);
const one = async (sql: string, values: unknown[]) => (await t.query(sql, values))[0];

test('a record is what was read: its raw, candidate and numbers are not the application’s to change', async () => {
  await act('*');
  for (const column of [
    'raw',
    'candidate',
    'sheet_no',
    'parcel_no',
    'legal_area_m2',
    'geom',
    'geom_legal',
    'parcel_id',
    'parcel_code',
  ]) {
    await assert.rejects(
      app.query(`update staging.record set ${column} = null where batch_id = $1`, [open]),
      { code: '42501' },
      column,
    );
  }
  for (const table of ['correction', 'correction_step', 'overlap_pair', 'overlap_check']) {
    await assert.rejects(app.query(`delete from staging.${table}`), { code: '42501' }, table);
    await assert.rejects(app.query(`insert into staging.${table} default values`), { code: '42501' }, table);
  }
  for (const table of ['dealing.proposal', 'dealing.answer', 'staging.exclusion_step']) {
    await assert.rejects(app.query(`delete from ${table}`), { code: '42501' }, table);
    await assert.rejects(app.query(`update ${table} set batch_id = batch_id`), { code: '42501' }, table);
  }
  for (const [call, ...values] of [
    ['staging.put_field($1, 1, $2, $3)', open, 'address', '"x"'],
    ['staging.decide_edits($1, 1, $2, $3)', open, 'address', 'accept'],
    ['staging.decide_repairs($1, 1, $2, $2, $3)', open, 'address', 'accept'],
    ['staging.require_review($1)', open],
  ] as const) {
    await assert.rejects(app.query(`select ${call}`, [...values]), { code: '42501' }, call);
  }
});

const EDIT = `select staging.edit_record($1, 1, 'address', '"x"', 'vì sao') as done`;
const DECIDE = `select * from staging.decide_corrections($1, null, null, 'text.case_repaired', 'reject')`;

test('corrections: only under review, only by those of the commune, only by somebody', async () => {
  for (const [communes, batch, code] of [
    ['99002', open, 'DB005'],
    ['', open, 'DB005'],
    [COMMUNE, proposed, 'DB006'],
    [COMMUNE, promoted, 'DB006'],
  ] as const) {
    await act(communes);
    await assert.rejects(app.query(EDIT, [batch]), { code }, `edit ${communes}`);
    await assert.rejects(app.query(DECIDE, [batch]), { code }, `decide ${communes}`);
  }
  await act(COMMUNE, '');
  await assert.rejects(app.query(EDIT, [open]), { code: 'DB006' });
  await act(COMMUNE, 'ha');
  for (const field of ['useOrigin', 'holders', 'purposes', 'raw'])
    await assert.rejects(app.query(EDIT.replace(`'address'`, `'${field}'`), [open]), { code: 'DB006' }, field);
  await assert.rejects(app.query(DECIDE.replace(`'reject'`, `'forget'`), [open]), { code: 'DB006' });
  await app.query('begin');
  assert.equal((await app.query(EDIT, [open])).rows[0].done, true);
  const { rows } = await app.query(
    `select decided_by, before, after from staging.correction_step where batch_id = $1`,
    [open],
  );
  assert.deepEqual(
    rows,
    [{ decided_by: 'ha', before: 'Thôn Thanh Ấm', after: 'x' }],
    'who decided is the one who is signed in',
  );
  await app.query('rollback');
});

test('no state is skipped and none is left backwards, by the owner either', async () => {
  const move = (batch: string, to: string) =>
    t.query('update staging.batch set status = $2 where batch_id = $1', [batch, to]);
  for (const to of ['received', 'staged', 'promoted', 'reversed', 'reversal_proposed']) {
    await assert.rejects(move(open, to), /DB006|cannot go|no dealing|batch_/, to);
  }
  for (const to of ['received', 'staged', 'validated', 'proposed', 'rejected', 'reversed'])
    await assert.rejects(move(promoted, to), { code: 'DB006' }, to);
  await assert.rejects(t.query(`update staging.batch set options = '{}' where batch_id = $1`, [open]), {
    code: 'DB006',
  });
  await assert.rejects(
    t.query('update staging.batch set promotion_dealing_id = gen_random_uuid() where batch_id = $1', [promoted]),
    { code: 'DB006' },
  );
  const { version } = (await one('select version from staging.batch where batch_id = $1', [open]))!;
  await t.query('update staging.batch set version = 1 where batch_id = $1', [open]);
  assert.equal(
    (await one('select version from staging.batch where batch_id = $1', [open]))!.version,
    version + 1,
    'a version only rises',
  );
});

test('promotion without the second person: refused however it is tried', async () => {
  await act('*');
  const { proposal_dealing_id: dealing } = (await one(
    'select proposal_dealing_id from staging.batch where batch_id = $1',
    [proposed],
  ))!;
  const approve = `update dealing.dealing set status = 'approved', approved_by = $2 where dealing_id = $1`;
  await assert.rejects(app.query(approve, [dealing, 'ha']), { code: '23514', constraint: 'dealing_four_eyes' });
  await assert.rejects(app.query(approve, [dealing, null]), { code: '23514', constraint: 'dealing_second_person' });
  await assert.rejects(
    app.query(`update dealing.dealing set status = 'registered', registered_at = now() where dealing_id = $1`, [
      dealing,
    ]),
    { code: '23514', constraint: 'dealing_second_person' },
  );
  await assert.rejects(
    app.query(
      `update staging.batch set status = 'promoted', promotion_dealing_id = proposal_dealing_id, proposal_dealing_id = null where batch_id = $1`,
      [proposed],
    ),
    { code: 'DB006' },
  );
  // Nor by a dealing of another batch, nor by calling it an initial load afterwards.
  await assert.rejects(
    app.query(
      `update staging.batch set status = 'promoted', proposal_dealing_id = null, promotion_dealing_id = (select promotion_dealing_id from staging.batch where batch_id = $2)
       where batch_id = $1`,
      [proposed, promoted],
    ),
    { code: 'DB006' },
  );
  await assert.rejects(
    app.query(`update dealing.dealing set initial_load = true, status = 'approved' where dealing_id = $1`, [dealing]),
    { code: 'DB001' },
  );
});

test('a reversal has its dealing, and a promotion is taken back once', async () => {
  await act('*');
  await assert.rejects(app.query(`update staging.batch set status = 'reversed' where batch_id = $1`, [promoted]), {
    code: 'DB006',
  });
  await assert.rejects(
    app.query(
      `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, proposed_by, batch_id)
       select gen_random_uuid(), 'import_reversal', 'lodged', commune_code, commune_valid_from, 'ha', batch_id from staging.batch where batch_id = $1`,
      [promoted],
    ),
    { code: '23514', constraint: 'dealing_reverses' },
  );
});

test('rows of another commune are not there: not to read, not to change', async () => {
  await act('99002', 'stranger');
  for (const table of [
    'staging.batch',
    'staging.record',
    'staging.finding',
    'staging.correction',
    'staging.correction_step',
    'staging.exclusion_step',
    'dealing.proposal',
    'dealing.answer',
  ]) {
    const { rows } = await app.query(`select count(*)::int as n from ${table}`);
    assert.deepEqual(rows, [{ n: 0 }], table);
  }
  assert.equal((await app.query(`update staging.record set status = 'valid'`)).rowCount, 0);
  assert.equal((await app.query(`update staging.batch set reason = 'x'`)).rowCount, 0);
  assert.equal((await app.query('delete from staging.finding')).rowCount, 0);
  await assert.rejects(
    app.query(
      `insert into staging.exclusion_step (batch_id, record_no, step, reason, decided_by) values ($1, 1, 'exclude', 'x', 'x')`,
      [open],
    ),
    { code: '42501' },
  );
});

test('answers are their actor’s own, and a name is given by its bearer', async () => {
  await act(COMMUNE, 'binh');
  const { rows } = await app.query('select distinct actor from dealing.answer');
  assert.deepEqual(rows, [{ actor: 'binh' }]);
  await assert.rejects(app.query(`insert into staging.staff (actor, name) values ('ha', 'Kẻ khác')`), {
    code: '42501',
  });
  assert.equal((await app.query(`update staging.staff set name = 'Kẻ khác' where actor = 'ha'`)).rowCount, 0);
  assert.equal((await t.get(`/api/batches/${randomUUID()}`, HA)).statusCode, 404);
});
