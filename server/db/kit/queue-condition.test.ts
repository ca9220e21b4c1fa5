/** A queue is the same to the database as to who asks the rule itself, for everything that can be in a list. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { BATCH_QUEUE_RULES } from '../../domain/batch/batch-queue.ts';
import { BATCH_STATUSES } from '../../domain/batch/batch-state.ts';
import { DEALING_QUEUE_RULES } from '../../domain/dealing/dealing-queue.ts';
import { DEALING_STATUSES } from '../../domain/dealing/dealing-state.ts';
import { isInQueue, type QueueFacts, type QueueRule } from '../../domain/dealing/queue-rule.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { type QueueColumns, queueCondition } from './queue-condition.ts';

let database: TestDatabase;
let client: pg.Client;
before(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.urls.app });
  await client.connect();
});
after(async () => {
  await client.end();
  await database.drop();
});

const COLUMNS: QueueColumns = { status: 'f.status', proposedBy: 'f.proposed_by', errors: 'f.errors' };

const everything = (statuses: readonly string[]): QueueFacts[] =>
  statuses.flatMap((status) =>
    [null, 'ha', 'binh'].flatMap((proposedBy) => [0, 1, 7].map((errors) => ({ status, proposedBy, errors }))),
  );

/** Places of the facts that the database finds in the queue. */
async function found(rule: QueueRule, facts: readonly QueueFacts[], me: string): Promise<number[]> {
  const values: unknown[] = [JSON.stringify(facts)];
  const condition = queueCondition(rule, COLUMNS, me, (value) => `$${values.push(value)}`);
  const { rows } = await client.query<{ at: number }>(
    `select f.at::int as at from (
       select n - 1 as at, e ->> 'status' as status, e ->> 'proposedBy' as proposed_by, (e ->> 'errors')::int as errors
       from jsonb_array_elements($1::jsonb) with ordinality as j(e, n)) f
     where ${condition} order by f.at`,
    values,
  );
  return rows.map(({ at }) => at);
}

for (const [name, rules, statuses] of [
  ['batches', BATCH_QUEUE_RULES, BATCH_STATUSES],
  ['dealings', DEALING_QUEUE_RULES, DEALING_STATUSES],
] as const) {
  test(`the queues of ${name} hold the same in SQL and by their rules`, async () => {
    const facts = everything(statuses);
    let held = 0;
    for (const [queue, rule] of notEmpty(Object.entries<QueueRule>(rules))) {
      for (const me of ['ha', 'binh', 'chi']) {
        const asked = facts.flatMap((one, at) => (isInQueue(rule, one, { id: me }) ? [at] : []));
        assert.deepEqual(await found(rule, facts, me), asked, `${queue} of ${me}`);
        held += asked.length;
      }
    }
    assert.ok(held > 0);
  });
}

test('a queue that asks for errors is not built over a list that counts none', () => {
  const { errors: _, ...without } = COLUMNS;
  assert.throws(() => queueCondition(BATCH_QUEUE_RULES.propose, without, 'ha', () => '$1'), /without them/);
});
