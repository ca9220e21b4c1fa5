/** Who may do what to a batch: step × state × role × commune, every cell asked by the door. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { BATCH_STATUSES, type BatchStatus } from '../../domain/batch/batch-state.ts';
import { BATCH_STEPS, type BatchStep } from '../../domain/batch/batch-step.ts';
import { listBatchHistory } from '../../domain/contract/batch/batch-history.ts';
import * as steps from '../../domain/contract/batch/batch-steps.ts';
import * as reads from '../../domain/contract/batch/batches.ts';
import { ROLES, type Role } from '../../domain/role.ts';
import { COMMUNE } from '../../testing/import/open-import.ts';
import { BINH, HA, openReviewApp, type Person, type ReviewApp } from '../../testing/review-app.ts';

/** As the issue tells it; everything that is not here is refused. */
const ALLOWED: Readonly<Record<BatchStep, Partial<Record<BatchStatus, readonly Role[]>>>> = {
  correct: { validated: ['officer', 'surveyor'] },
  exclude: { validated: ['officer', 'surveyor'] },
  include: { validated: ['officer', 'surveyor'] },
  override: { validated: ['officer', 'surveyor'], refused: ['officer', 'surveyor'] },
  propose: { validated: ['officer'] },
  // Another officer's proposal is not hers to take back: officers are refused here, and the proposer is asked below.
  sendBack: { proposed: ['approver'], reversal_proposed: ['approver'] },
  reject: {
    validated: ['officer', 'approver'],
    proposed: ['officer', 'approver'],
    refused: ['officer', 'approver'],
  },
  promote: { proposed: ['approver'] },
  reverse: { promoted: ['officer', 'approver'] },
  approveReversal: { reversal_proposed: ['approver'] },
  cancel: { received: ['officer', 'surveyor', 'approver'], staged: ['officer', 'surveyor', 'approver'] },
};

const dealing = () => ({ dealingId: randomUUID() });
const reason = 'Kiểm tra quyền';
const DOORS: Readonly<Record<BatchStep, { path: string; contract: { right: unknown }; body: () => object }>> = {
  correct: {
    path: 'corrections',
    contract: steps.correctRecords,
    body: () => ({ decision: 'accept', code: 'text.case_repaired' }),
  },
  exclude: { path: 'exclude', contract: steps.excludeRecords, body: () => ({ recordNos: [1], reason }) },
  include: { path: 'include', contract: steps.includeRecords, body: () => ({ recordNos: [1] }) },
  override: { path: 'override', contract: steps.overrideBatch, body: () => ({ encoding: 'vni' }) },
  propose: { path: 'propose', contract: steps.proposeBatch, body: dealing },
  sendBack: { path: 'send-back', contract: steps.sendBackBatch, body: () => ({ reason }) },
  reject: { path: 'reject', contract: steps.rejectBatch, body: () => ({ reason }) },
  promote: { path: 'promote', contract: steps.promoteBatch, body: dealing },
  reverse: { path: 'reverse', contract: steps.reverseBatch, body: () => ({ ...dealing(), reason }) },
  approveReversal: { path: 'approve-reversal', contract: steps.approveReversal, body: dealing },
  cancel: { path: 'cancel', contract: steps.cancelBatch, body: () => ({}) },
};
/** A version that no batch has: whoever gets as far as being told so could have taken the step. */
const STALE = { 'if-match': '"999999999"' };

let t: ReviewApp;
const batches = new Map<BatchStatus, string>();

async function copyAs(status: 'received' | 'staged' | 'refused', of: string): Promise<string> {
  const id = randomUUID();
  await t.query(
    `insert into staging.batch (batch_id, identity_sha256, source_sha256, source_name, kind, commune_code, commune_valid_from, unit_code, unit_valid_from,
       options, status, created_by)
     select $2::uuid, sha256($2::uuid::text::bytea), source_sha256, source_name, kind, commune_code, commune_valid_from, unit_code, unit_valid_from, options, $3, created_by
     from staging.batch where batch_id = $1`,
    [of, id, status],
  );
  return id;
}

async function make(status: BatchStatus): Promise<string> {
  const { batchId } = await t.bringIn();
  const post = async (path: string, body: object, person: Person) => {
    const reply = await t.post(`/api/batches/${batchId}/${path}`, body, person);
    assert.equal(reply.statusCode, 200, `${path}: ${reply.body}`);
  };
  if (status === 'received' || status === 'staged' || status === 'refused') return copyAs(status, batchId);
  if (status === 'validated') return batchId;
  if (status === 'rejected') {
    await post('reject', { reason }, HA);
    return batchId;
  }
  const dealingId = await t.propose(batchId);
  if (status === 'proposed') return batchId;
  await post('promote', { dealingId }, BINH);
  if (status === 'promoted') return batchId;
  const back = dealing();
  await post('reverse', { ...back, reason }, HA);
  if (status === 'reversed') await post('approve-reversal', back, BINH);
  return batchId;
}

before(async () => {
  t = await openReviewApp();
  for (const status of BATCH_STATUSES) batches.set(status, await make(status));
});
after(() => t.close());

const ask = (step: BatchStep, status: BatchStatus, person: Person) =>
  t.post(`/api/batches/${batches.get(status)}/${DOORS[step].path}`, DOORS[step].body(), person, STALE);

test('every step in every state by every role: in the own commune, in another, in none', async () => {
  const before = await t.everything();
  let asked = 0;
  for (const step of BATCH_STEPS) {
    const doorRoles = (DOORS[step].contract.right as { roles: readonly Role[] }).roles;
    for (const status of BATCH_STATUSES) {
      for (const role of ROLES) {
        const cell = `${step} ${status} ${role}`;
        const own = await ask(step, status, { role, communes: [COMMUNE], sub: `someone-${role}` });
        const may = ALLOWED[step][status]?.includes(role) ?? false;
        if (may) assert.deepEqual([own.statusCode, own.json().code], [412, 'version.stale'], cell);
        else if (!doorRoles.includes(role))
          assert.deepEqual([own.statusCode, own.json().code], [403, 'auth.forbidden'], cell);
        else {
          assert.deepEqual([own.statusCode, own.json().code], [409, 'batch.step_refused'], cell);
          assert.equal(own.json().state, status, cell);
          const steps = BATCH_STEPS.filter((other) => ALLOWED[other][status]?.includes(role));
          assert.deepEqual(own.json().allowed, steps, cell);
        }
        const other = await ask(step, status, { role, communes: ['99002'], sub: `other-${role}` });
        assert.deepEqual(
          [other.statusCode, other.json().code],
          doorRoles.includes(role) ? [404, 'batch.not_found'] : [403, 'auth.forbidden'],
          `${cell} of another commune`,
        );
        const nowhere = await ask(step, status, { role, communes: [], sub: `nowhere-${role}` });
        assert.equal(nowhere.statusCode, 403, `${cell} of no commune`);
        asked += 3;
      }
    }
  }
  assert.equal(asked, BATCH_STEPS.length * BATCH_STATUSES.length * ROLES.length * 3);
  assert.equal(await t.everything(), before, 'nothing was changed by any of it');
});

const READS = [...Object.values(reads), listBatchHistory];

test('every look by every role: in the own commune, in another; what is not yours looks like what is not there', async () => {
  const addressOf = (path: string, id: string) =>
    path
      .replace(/:id|:batch/, id)
      .replace(':n', '1')
      .replace(':z/:x/:y', '14/13026/7198');
  const held = (await t.query<{ n: number }>('select count(*)::int as n from staging.batch'))[0]?.n;
  let asked = 0;
  for (const status of BATCH_STATUSES) {
    const id = batches.get(status)!;
    for (const contract of READS) {
      for (const role of ROLES) {
        const cell = `${contract.id} ${status} ${role}`;
        const url = addressOf(contract.path, id);
        const own = await t.get(url, { role, communes: [COMMUNE], sub: `someone-${role}` });
        const other = await t.get(url, { role, communes: ['99002'], sub: `other-${role}` });
        asked += 1;
        if (role === 'citizen' || role === 'business') {
          assert.deepEqual([own.statusCode, other.statusCode], [403, 403], cell);
          continue;
        }
        if (contract === reads.listBatches) {
          const ids = (reply: typeof own) => reply.json().items.map((item: { id: string }) => item.id);
          assert.ok(ids(own).includes(id), cell);
          assert.deepEqual(ids(other), [], cell);
          continue;
        }
        if (contract === reads.countBatchQueues) {
          const all = (reply: typeof own) =>
            reply.json().queues.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
          assert.deepEqual([all(own), all(other)], [held, 0], cell);
          continue;
        }
        const here =
          own.statusCode === 200 ||
          own.statusCode === 204 ||
          ['proposal.not_found', 'record.not_found'].includes(own.json().code);
        // A batch that was never read has no report yet.
        assert.ok(
          here || (contract === reads.getBatchReport && own.statusCode === 409),
          `${cell}: ${own.statusCode} ${own.body}`,
        );
        const missing = await t.get(addressOf(contract.path, randomUUID()), {
          role,
          communes: ['99002'],
          sub: `other-${role}`,
        });
        assert.equal(other.statusCode, 404, cell);
        assert.deepEqual(other.json(), missing.json(), cell);
        assert.equal(own.headers['cache-control'], 'no-store', cell);
      }
    }
  }
  assert.equal(asked, BATCH_STATUSES.length * READS.length * ROLES.length);
});

test('what a batch says is allowed is what its doors let pass', async () => {
  for (const status of BATCH_STATUSES) {
    for (const role of ['officer', 'surveyor', 'approver', 'archivist', 'auditor'] as const) {
      const { allowed } = await t.batch(batches.get(status)!, { role, communes: [COMMUNE], sub: `someone-${role}` });
      assert.deepEqual(
        allowed,
        BATCH_STEPS.filter((step) => ALLOWED[step][status]?.includes(role)),
        `${status} ${role}`,
      );
    }
  }
});

test('who proposed may take it back and may not approve it, whatever else she is', async () => {
  const everything: Person = { role: ['officer', 'approver', 'admin'], communes: ['*'], sub: 'ha' };
  for (const [status, step] of [
    ['proposed', 'promote'],
    ['reversal_proposed', 'approveReversal'],
  ] as const) {
    const reply = await ask(step, status, everything);
    assert.deepEqual([reply.statusCode, reply.json().code], [403, 'batch.own_proposal'], status);
    const { allowed } = await t.batch(batches.get(status)!, everything);
    assert.ok(allowed.includes('sendBack') && !allowed.includes(step), status);
    assert.equal((await ask('sendBack', status, HA)).statusCode, 412, status);
  }
});
