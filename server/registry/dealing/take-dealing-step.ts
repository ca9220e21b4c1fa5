import { createHash } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { findDealingAnswer, insertDealingAnswer, lockAnswer } from '../../db/dealing/answers.ts';
import { type DealingInHand, lockDealing } from '../../db/dealing/dealings.ts';
import { inTransaction, limitTime, type Trx } from '../../db/kit/transaction.ts';
import { rememberStaff } from '../../db/staging/batch-steps.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealings.ts';
import { type DealingStep, mayTakeStep, stepsNow } from '../../domain/dealing/dealing-step.ts';
import { isOwn } from '../../domain/dealing/step-rule.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { dealingProblem } from './dealing-problem.ts';
import { describeDealing } from './describe-dealing.ts';

/** What a door passes on. */
export interface SentStep<Body = object> {
  readonly body: Body;
  readonly key: string;
  readonly version: number | null;
}

/** What a step did; the facts go into the audit row: ids, codes and counts only. */
export interface StepTaken {
  readonly action: string;
  readonly body: Record<string, unknown>;
}

export const digestOf = (asked: unknown): Buffer => createHash('sha256').update(JSON.stringify(asked)).digest();

/** Answers a repetition as the first time; another request under the same key is refused. */
export async function findFirstReply(
  trx: Trx,
  asked: { readonly actor: string; readonly door: string; readonly key: string; readonly digest: Buffer },
  reused: 'idempotency.key_reused' | 'dealing.id_taken',
): Promise<DealingReply | undefined> {
  await lockAnswer(trx, asked.actor, asked.door, asked.key);
  const first = await findDealingAnswer(trx, asked.actor, asked.door, asked.key);
  if (first && !first.asked.equals(asked.digest)) throw new Problem(reused);
  return first?.reply as DealingReply | undefined;
}

/** Writes the audit row, describes what came of it, and keeps that as the first answer. */
export async function answerStep(
  trx: Trx,
  actor: Actor,
  asked: { readonly door: string; readonly key: string; readonly digest: Buffer; readonly dealingId: string },
  taken: StepTaken,
): Promise<DealingReply> {
  const { door, key, digest, dealingId } = asked;
  const reply = { dealing: await describeDealing(trx, dealingId, actor) };
  await insertDealingAnswer(trx, { actor: actor.id, door, key, dealingId, asked: digest, reply });
  await writeAudit(trx, {
    actor: actor.id,
    action: taken.action,
    subjectKind: 'dealing',
    subjectId: dealingId,
    body: taken.body,
  });
  return reply;
}

function requireStep(dealing: DealingInHand, step: DealingStep, actor: Actor): void {
  if (mayTakeStep(step, dealing, actor)) return;
  if ((step === 'approve' || step === 'refuse') && isOwn(dealing, actor)) throw new Problem('dealing.own');
  throw new Problem('dealing.step_refused', { state: dealing.status, allowed: stepsNow(dealing, actor) });
}

/**
 * The frame of every step of a dealing: one transaction in the scope of the actor, the dealing locked, a repetition answered
 * as the first time, the state and the version asked; then the step, the answer and its audit row, all or nothing.
 */
export async function takeDealingStep(
  pool: pg.Pool,
  actor: Actor,
  dealingId: string,
  step: DealingStep,
  sent: SentStep,
  work: (trx: Trx, dealing: DealingInHand) => Promise<StepTaken>,
): Promise<DealingReply> {
  const door = `${step}Dealing`;
  const digest = digestOf([dealingId, sent.body]);
  try {
    return await inTransaction(pool, actor, async (trx) => {
      await limitTime(trx, { statement: '60s', lock: '10s' });
      const first = await findFirstReply(
        trx,
        { actor: actor.id, door, key: sent.key, digest },
        'idempotency.key_reused',
      );
      if (first) return first;
      const dealing = await lockDealing(trx, dealingId);
      if (!dealing) throw new Problem('dealing.not_found');
      requireStep(dealing, step, actor);
      if (sent.version !== null && sent.version !== dealing.version) {
        throw new Problem('version.stale', { state: dealing.status });
      }
      await rememberStaff(trx, actor);
      return answerStep(trx, actor, { door, key: sent.key, digest, dealingId }, await work(trx, dealing));
    });
  } catch (error) {
    throw dealingProblem(error);
  }
}
