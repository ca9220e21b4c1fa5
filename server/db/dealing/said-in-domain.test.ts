/** What server/domain says of states and kinds, and what the database keeps of them, is one and the same. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { BATCH_STATUSES, batchStates } from '../../domain/batch/batch-state.ts';
import { DEALING_KIND_RULES, DEALING_KINDS } from '../../domain/dealing/dealing-kind.ts';
import { DEALING_STATUSES, dealingStates } from '../../domain/dealing/dealing-state.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
before(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.urls.migrator });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await database.drop();
});

/** Words between quotes in what a query gives, sorted. */
async function words(sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ text: string | null }>(sql);
  const text = rows[0]?.text;
  assert.ok(text, sql);
  return [...text.matchAll(/'([a-z_]+)'/g)].map(([, word]) => word!).sort();
}
const constraint = (name: string) =>
  `select pg_get_constraintdef(oid) as text from pg_constraint where conname = '${name}'`;
const sorted = (list: readonly string[]) => [...list].sort();

test('batches and dealings can be in the states of the domain and in no other', async () => {
  assert.deepEqual(await words(constraint('batch_status')), sorted(BATCH_STATUSES));
  assert.deepEqual(await words(constraint('dealing_status_check')), sorted(DEALING_STATUSES));
});

test('a batch has an open proposal, and a promotion, in the states of the domain', async () => {
  assert.deepEqual(await words(constraint('batch_proposal')), sorted(batchStates('proposed')));
  const promoted = await words(constraint('batch_promoted_by_dealing'));
  assert.deepEqual(
    promoted.filter((word) => word !== 'parcels'),
    sorted(batchStates('wasRegistered')),
  );
});

test('a dealing moves forward in the order of the domain', async () => {
  const { rows } = await owner.query<{ status: string; rank: number }>(
    'select status, dealing.status_rank(status) as rank from unnest($1::text[]) status',
    [DEALING_STATUSES],
  );
  const rank = new Map(rows.map(({ status, rank: of }) => [status, of]));
  assert.ok(notEmpty([...rank.values()]).every((of) => of !== null));
  for (const open of notEmpty(dealingStates('open'))) {
    for (const ended of notEmpty(DEALING_STATUSES.filter((status) => !dealingStates('open').includes(status))))
      assert.ok(rank.get(open)! < rank.get(ended)!, `${open} before ${ended}`);
  }
});

test('the index of open dealings, and what counts as registered in a tally, are of the states of the domain', async () => {
  const index = `select pg_get_expr(indpred, indrelid) as text from pg_index where indexrelid = 'dealing.dealing_open_idx'::regclass`;
  assert.deepEqual(await words(index), sorted(dealingStates('open')));
  const tally = `select substring(prosrc from 'latest\\.status in \\([^)]*\\)') as text from pg_proc where oid = 'staging.tally_batch'::regproc`;
  assert.deepEqual(await words(tally), sorted(batchStates('wasRegistered')));
});

test('the kinds of dealing are those of the register’s list, about the same', async () => {
  const { rows } = await owner.query<{ kind: string; subject: string }>(
    'select kind, subject from reference.dealing_kind order by kind',
  );
  assert.deepEqual(
    rows,
    sorted(DEALING_KINDS).map((kind) => ({
      kind,
      subject: DEALING_KIND_RULES[kind as keyof typeof DEALING_KIND_RULES].about,
    })),
  );
});
