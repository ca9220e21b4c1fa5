import type pg from 'pg';
import type { AnswerAbout } from '../../../db/dealing/answers.ts';
import { sendTogether } from '../../../db/kit/send-together.ts';
import { inTransaction, limitTime, type Trx } from '../../../db/kit/transaction.ts';
import { rememberStaff } from '../../../db/staging/staff.ts';
import type { Actor } from '../../../domain/actor.ts';
import { isOwn, type StepFacts, type StepRule } from '../../../domain/dealing/step-rule.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { type AskedOnce, answerOnce, type HeldUp, isHeldUp } from './answer-once.ts';
import { type StepCodes, stepProblem } from './step-problem.ts';

/** A step that somebody asks for. */
export interface StepRequest<Step extends string> extends AskedOnce {
  /** Of the batch or dealing. */
  readonly id: string;
  readonly step: Step;
  /** Version it was decided on; null where the caller did not say. */
  readonly version: number | null;
}

/** What a step did. */
export interface StepDone {
  readonly action: string;
  /** Ids, codes and counts for the audit row. */
  readonly body: Record<string, unknown>;
}

/** On what steps are taken: dealings, and batches under review, each with its table of steps. */
export interface Ground<Held, Step extends string, Done extends StepDone, Reply extends object> {
  readonly rules: Readonly<Record<Step, StepRule>>;
  readonly codes: StepCodes;
  /** How long a step may take, and wait for what somebody else holds. */
  readonly limits: { readonly statement: string; readonly lock: string };
  /** The thing itself, and nobody else can change it until the transaction ends. Throws where there is none to see. */
  hold(trx: Trx, id: string): Promise<Held>;
  /** Steps that are the actor's to take now. */
  stepsNow(held: Held, actor: Actor): Step[];
  /** Why a step is not for this thing whoever asks, where there is more to say than its state. */
  refuses?(held: Held, step: Step): Problem | undefined;
  /** What is to be noted on the thing itself after a step, also after one that was held up. */
  settle?(trx: Trx, id: string, done: Done | HeldUp): Promise<void>;
  /** The thing as it is afterwards, for the actor. */
  reply(trx: Trx, id: string, actor: Actor, done: Done): Promise<Reply>;
  readonly about: (id: string) => AnswerAbout;
  /** What the audit row is about. */
  subject(
    id: string,
    done: Done,
  ): { subjectKind: 'batch' | 'dealing'; subjectId: string; body: Record<string, unknown> };
}

type Steppable = StepFacts & { readonly version: number };

function requireStep<Held extends Steppable, Step extends string>(
  {
    rules,
    codes,
    stepsNow,
    refuses,
  }: Pick<Ground<Held, Step, StepDone, object>, 'rules' | 'codes' | 'stepsNow' | 'refuses'>,
  held: Held,
  step: Step,
  actor: Actor,
): void {
  const allowed = stepsNow(held, actor);
  if (allowed.includes(step)) return;
  const more = refuses?.(held, step);
  if (more) throw more;
  if (rules[step].fourEyes && isOwn(held, actor)) throw new Problem(codes.own);
  throw new Problem(codes.refused, { state: held.status, allowed });
}

/**
 * The frame of every step: one transaction in the scope of the actor, a repetition answered as the first time, the thing held,
 * its state and version asked; then the step, the answer and its audit row, all or nothing. A refused step is told with the
 * present state and the steps allowed.
 */
export async function takeStep<
  Held extends Steppable,
  Step extends string,
  Done extends StepDone,
  Reply extends object,
>(
  pool: pg.Pool,
  actor: Actor,
  ground: Ground<Held, Step, Done, Reply>,
  request: StepRequest<Step>,
  work: (trx: Trx, held: Held) => Promise<Done | HeldUp>,
): Promise<Reply> {
  const { id, step, version } = request;
  let outcome: Reply | HeldUp;
  try {
    outcome = await inTransaction(pool, actor, async (trx) => {
      const once = { ...request, asked: [id, request.asked] };
      const answer = async () => {
        const held = await ground.hold(trx, id);
        requireStep(ground, held, step, actor);
        if (version !== null && version !== held.version) throw new Problem('version.stale', { state: held.status });
        const [, done] = await sendTogether(trx, () => [rememberStaff(trx, actor), work(trx, held)]);
        await ground.settle?.(trx, id, done);
        if (isHeldUp(done)) return done;
        return {
          reply: await ground.reply(trx, id, actor, done),
          about: ground.about(id),
          audit: { action: done.action, ...ground.subject(id, done) },
        };
      };
      return answerOnce(trx, actor, once, answer, () => limitTime(trx, ground.limits));
    });
  } catch (error) {
    throw stepProblem(error, ground.codes);
  }
  if (isHeldUp(outcome)) throw outcome.problem;
  return outcome;
}
