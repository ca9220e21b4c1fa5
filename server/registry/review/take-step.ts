import { createHash } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { inTransaction, limitTime, type Trx } from '../../db/kit/transaction.ts';
import {
  type BatchUnderReview,
  countBatchNow,
  findAnswer,
  insertAnswer,
  lockForStep,
  rememberStaff,
  touchBatch,
} from '../../db/staging/batch-steps.ts';
import type { Actor } from '../../domain/actor.ts';
import { allowedSteps, type BatchStep, mayStep } from '../../domain/batch/batch-step.ts';
import type { StepReply } from '../../domain/contract/batch-steps.ts';
import { isOwn } from '../../domain/dealing/step-rule.ts';
import { Problem, type ProblemCode } from '../../domain/problem/problem.ts';
import { describeBatch } from './describe-batch.ts';
import { reviewProblem } from './review-problem.ts';

/** A step that somebody asks for. */
export interface StepRequest {
  readonly batchId: string;
  readonly step: BatchStep;
  /** Id of the contract, under which the first answer is kept. */
  readonly door: string;
  /** Idempotency-Key or dealingId. */
  readonly key: string;
  /** How a key that was used for something else is called; an idempotency key unless said otherwise. */
  readonly reused?: ProblemCode;
  /** Version it was decided on; null where the caller did not say. */
  readonly version: number | null;
  /** What was asked, to know a repetition from another request under the same key. */
  readonly asked: unknown;
}

/** What a step did. */
export interface StepDone<Extra extends object = object> {
  readonly changed: number;
  readonly action: string;
  /** Ids, codes and counts for the audit row. */
  readonly body: Record<string, unknown>;
  /** The step moved the batch itself, which counted a version already. */
  readonly moved?: boolean;
  /** What the audit row is about; the batch unless said otherwise. */
  readonly dealingId?: string;
  readonly extra?: Extra;
}

/** A step that found it cannot be taken; what it found out is kept. */
export interface StepHeldUp {
  readonly problem: Problem;
}

function requireStep(batch: BatchUnderReview, step: BatchStep, actor: Actor): void {
  if (mayStep(step, batch, actor)) return;
  const needsAnother = step === 'promote' || step === 'approveReversal';
  if (needsAnother && isOwn(batch, actor)) throw new Problem('batch.own_proposal');
  throw new Problem('batch.step_refused', { state: batch.status, allowed: allowedSteps(batch, actor) });
}

const digest = (asked: unknown) => createHash('sha256').update(JSON.stringify(asked)).digest();

/**
 * The frame of every step: one transaction in the scope of the actor, the batch locked, a repetition answered as the first
 * time, the state and the version asked; then the step, its audit row and the answer, all or nothing.
 */
export async function takeStep<Extra extends object>(
  pool: pg.Pool,
  actor: Actor,
  request: StepRequest,
  work: (trx: Trx, batch: BatchUnderReview) => Promise<StepDone<Extra> | StepHeldUp>,
): Promise<StepReply & Extra> {
  const { batchId, step, door, key, version } = request;
  const asked = digest([batchId, request.asked]);
  let heldUp: Problem | undefined;
  try {
    const reply = await inTransaction(pool, actor, async (trx) => {
      await limitTime(trx, { statement: '5min', lock: '30s' });
      const batch = await lockForStep(trx, batchId);
      const first = await findAnswer(trx, actor.id, door, key);
      if (first && !first.asked.equals(asked)) throw new Problem(request.reused ?? 'idempotency.key_reused');
      if (first) return first.reply as StepReply & Extra;
      requireStep(batch, step, actor);
      if (version !== null && version !== batch.version) throw new Problem('version.stale', { state: batch.status });
      await rememberStaff(trx, actor);
      const done = await work(trx, batch);
      if ('problem' in done || !done.moved) await touchBatch(trx, batchId);
      if ('problem' in done) {
        heldUp = done.problem;
        return undefined;
      }
      await writeAudit(trx, {
        actor: actor.id,
        action: done.action,
        subjectKind: done.dealingId === undefined ? 'batch' : 'dealing',
        subjectId: done.dealingId ?? batchId,
        body: { batchId, ...done.body },
      });
      await countBatchNow(trx);
      const made = {
        batch: await describeBatch(trx, batchId, actor),
        changed: done.changed,
        ...done.extra,
      } as StepReply & Extra;
      await insertAnswer(trx, { actor: actor.id, door, key, batchId, asked, reply: made });
      return made;
    });
    if (reply) return reply;
  } catch (error) {
    throw reviewProblem(error);
  }
  throw heldUp ?? new Error(`step ${step} of batch ${batchId} gave no answer`);
}

/** What a door passes on: the body, the key under which it is repeated, the version it was decided on. */
export interface Sent<Body> {
  readonly body: Body;
  readonly key: string;
  readonly version: number | null;
}

/** What a door passes on whose body names the dealing it writes. */
export type SentDealing<Body extends { dealingId: string } = { dealingId: string }> = Omit<Sent<Body>, 'key'>;

/** A step that writes a dealing is repeated under the dealing's id. */
export function byDealing(batchId: string, step: BatchStep, door: string, { body, version }: SentDealing): StepRequest {
  return { batchId, step, door, key: body.dealingId, reused: 'dealing.id_taken', version, asked: body };
}
