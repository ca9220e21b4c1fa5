/** What is sent in one turn is what would have been asked one after the other. */
import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { to as copyTo } from 'pg-copy-streams';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { closePools, openPools, type Pools } from './pools.ts';
import { prepared } from './prepared.ts';
import { sendAlone, sendTogether } from './send-together.ts';
import { inTransaction, lookTogether, type Trx } from './transaction.ts';

let database: TestDatabase;
let pools: Pools;
before(async () => {
  database = await createTestDatabase();
  pools = openPools(database.urls, () => undefined);
});
after(async () => {
  await closePools(pools);
  await database.drop();
});

const officer = { id: 'ha', communes: ['99001', '99002'] };
const SCOPE = "select current_setting('diaba.actor') as actor, current_setting('diaba.communes') as communes";

test('a look is one transaction in the scope of who asks, and leaves nothing on the connection', async () => {
  const [scope, first, second] = await lookTogether(pools.app, officer, (trx) => [
    trx.query(SCOPE),
    trx.query(prepared('select now() as at, pg_backend_pid() as pid')),
    trx.query(prepared('select now() as at, pg_backend_pid() as pid')),
  ]);
  assert.deepEqual(scope.rows, [{ actor: 'ha', communes: '99001,99002' }]);
  assert.deepEqual(first.rows, second.rows, 'the same transaction');
  const { rows } = await pools.app.query(
    "select current_setting('diaba.actor', true) as actor, pg_backend_pid() as pid",
  );
  assert.deepEqual(rows, [{ actor: '', pid: first.rows[0].pid }]);
});

test('a look writes nothing, and is refused what it asks too late', async () => {
  const write = lookTogether(pools.app, officer, (trx) => [
    trx.query("insert into staging.staff (actor, name) values ('ha', 'Hà')"),
  ]);
  await assert.rejects(write, { code: '25006' });
  const late = lookTogether(pools.app, officer, (trx) => [trx.query(SCOPE).then(() => trx.query(SCOPE))]);
  await assert.rejects(late, /asked when all was sent/);
  const [{ rows }] = await lookTogether(pools.app, officer, (trx) => [trx.query(SCOPE)]);
  assert.equal(rows.length, 1);
});

test('the first failure of a turn counts, undoes all of it, and the connection goes on', async () => {
  const pidOf = () => pools.app.query<{ pid: number }>('select pg_backend_pid() as pid');
  const before = await pidOf();
  const failed = inTransaction(pools.app, officer, (trx) =>
    sendTogether(trx, () => [
      trx.query(prepared("insert into staging.staff (actor, name) values ('ha', $1)", ['Hà'])),
      trx.query(prepared('select 1 / $1::int as quotient', [0])),
      trx.query(prepared('select $1::int as never_planned', [1])),
    ]),
  );
  await assert.rejects(failed, { code: '22012' });
  const again = await inTransaction(pools.app, officer, (trx) =>
    sendTogether(trx, () => [
      trx.query(prepared('select $1::int as never_planned', [1])),
      trx.query('select from staging.staff'),
    ]),
  );
  assert.deepEqual([again[0].rows, again[1].rows], [[{ never_planned: 1 }], []]);
  assert.deepEqual((await pidOf()).rows, before.rows);
});

test('a copy is sent alone, between statements that are not', async () => {
  const ask = (trx: Trx) =>
    sendTogether(trx, () => [trx.query(prepared('select 1 as n')), trx.query(prepared('select 2 as n'))]);
  const [before, copied, after] = await inTransaction(
    pools.app,
    officer,
    async (trx) =>
      [
        await ask(trx),
        await sendAlone(trx, () => text(trx.query(copyTo('copy (select generate_series(1, 3)) to stdout')))),
        await ask(trx),
      ] as const,
  );
  assert.equal(copied, '1\n2\n3\n');
  for (const answers of [before, after])
    assert.deepEqual(
      answers.map(({ rows }) => rows),
      [[{ n: 1 }], [{ n: 2 }]],
    );
});
