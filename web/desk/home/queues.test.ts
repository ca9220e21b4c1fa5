import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BATCH_STATUSES } from '../../../server/domain/batch/batch-state.ts';
import type { BatchSummary } from '../../../server/domain/contract/batch/batch-shapes.ts';
import { notEmpty } from '../../../server/testing/not-empty.ts';
import { hasWork, QUEUES, queuesFor, queueWords } from './queues.ts';

const batch = (change: Partial<BatchSummary>) =>
  ({
    status: 'validated',
    open: { errors: 0, warnings: 0, infos: 0 },
    proposedBy: null,
    ...change,
  }) as BatchSummary;
const queueOf = (one: BatchSummary, id: string) => QUEUES.filter((queue) => queue.holds(one, { id })).map((q) => q.id);

test('a batch in any state is in exactly one queue, whoever looks', () => {
  for (const status of BATCH_STATUSES) {
    for (const errors of [0, 2]) {
      for (const proposedBy of [null, { id: 'ha', name: null }]) {
        const one = batch({ status, open: { errors, warnings: 1, infos: 0 }, proposedBy });
        for (const id of ['ha', 'binh']) assert.equal(queueOf(one, id).length, 1, `${status} ${errors} ${id}`);
      }
    }
  }
});

test('who proposed waits; the other decides', () => {
  const proposed = batch({ status: 'proposed', proposedBy: { id: 'ha', name: 'Hà' } });
  assert.deepEqual(queueOf(proposed, 'ha'), ['waiting']);
  assert.deepEqual(queueOf(proposed, 'binh'), ['decide']);
});

test('what blocks comes before what is ready', () => {
  assert.deepEqual(queueOf(batch({ open: { errors: 1, warnings: 0, infos: 0 } }), 'ha'), ['put_right']);
  assert.deepEqual(queueOf(batch({}), 'ha'), ['propose']);
});

test('each role finds its own work first', () => {
  assert.equal(queuesFor({ roles: ['approver'] })[0]?.id, 'decide');
  assert.deepEqual(
    queuesFor({ roles: ['officer'] })
      .slice(0, 3)
      .map(({ id }) => id),
    ['put_right', 'propose', 'refused'],
  );
});

test('who only looks finds every batch, and no word that tells her to act', () => {
  for (const role of ['archivist', 'auditor', 'admin'] as const) {
    const me = { roles: [role] };
    assert.equal(hasWork(me), false, role);
    const seen = queuesFor(me);
    assert.deepEqual(
      seen.map(({ id }) => id),
      ['decide', 'put_right', 'propose', 'running', 'refused', 'registered', 'closed'],
      'all but what one has proposed oneself',
    );
    assert.equal(queueWords(seen[0]!, false).name, 'queue.decided');
    for (const queue of notEmpty(seen.slice(0, 3))) assert.equal(queueWords(queue, false).action, 'queue.look');
  }
  const [first] = queuesFor({ roles: ['approver'] });
  assert.deepEqual(queueWords(first!, true), {
    name: 'queue.decide',
    about: 'queue.decide.about',
    action: 'queue.decide.action',
  });
});
