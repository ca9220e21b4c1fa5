import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { lockCommune } from '../../db/dealing/commune-lock.ts';
import { type DealingInHand, lockDealing } from '../../db/dealing/dealings.ts';
import { lockLater } from '../../db/dealing/file/members.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import {
  DEALING_STEP_RULES,
  type DealingStep,
  isLater,
  LATER_STEPS,
  stepsNow,
} from '../../domain/dealing/dealing-step.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { describeDealing } from './describe-dealing.ts';
import type { StepCodes } from './frame/step-problem.ts';
import { type Ground, type StepDone, takeStep } from './frame/take-step.ts';

/** What a door passes on. */
export interface SentStep<Body = object> {
  readonly body: Body;
  readonly key: string;
  readonly version: number | null;
}

export const DEALING_CODES: StepCodes = {
  own: 'dealing.own',
  refused: 'dealing.step_refused',
  blocked: 'dealing.blocked',
};

export const dealingReply = async (trx: Trx, dealingId: string, actor: Actor): Promise<DealingReply> => ({
  dealing: await describeDealing(trx, dealingId, actor),
});

const DEALINGS: Ground<DealingInHand, DealingStep, StepDone, DealingReply> = {
  rules: DEALING_STEP_RULES,
  codes: DEALING_CODES,
  limits: { statement: '60s', lock: '10s' },
  async hold(trx, id) {
    const dealing = await lockDealing(trx, id);
    if (!dealing) throw new Problem('dealing.not_found');
    return dealing;
  },
  stepsNow,
  refuses: (dealing, step) =>
    isLater(dealing) && !LATER_STEPS.includes(step)
      ? new Problem('dealing.in_file', { state: dealing.status })
      : undefined,
  reply: dealingReply,
  about: (dealingId) => ({ dealingId }),
  subject: (subjectId, { body }) => ({ subjectKind: 'dealing', subjectId, body }),
};

/**
 * Takes a step of a dealing, in the frame of every step, and with it of those that follow it in its file: in their order, all or
 * none, each with an audit row of its own.
 */
export const takeDealingStep = (
  pool: pg.Pool,
  actor: Actor,
  dealingId: string,
  step: DealingStep,
  { body: asked, key, version }: SentStep,
  work: (trx: Trx, dealing: DealingInHand) => Promise<StepDone>,
): Promise<DealingReply> =>
  takeStep(
    pool,
    actor,
    DEALINGS,
    { id: dealingId, step, door: `${step}Dealing`, key, reused: 'idempotency.key_reused', version, asked },
    async (trx, dealing) => {
      const later = await lockLater(trx, dealing);
      // Before numbers of sheets are taken, as registrations hold them: else two could wait for each other.
      if (later.length > 0) await lockCommune(trx, dealing.communeCode);
      const done = await work(trx, dealing);
      for (const one of later) {
        const { action, body } = await work(trx, one);
        const about = { subjectKind: 'dealing', subjectId: one.dealingId } as const;
        await writeAudit(trx, { actor: actor.id, action, ...about, body: { ...body, fileId: one.fileId } });
      }
      return later.length === 0
        ? done
        : { ...done, body: { ...done.body, with: later.map(({ dealingId: id }) => id) } };
    },
  );
