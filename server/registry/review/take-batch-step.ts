import type pg from 'pg';
import type { Trx } from '../../db/kit/transaction.ts';
import { type BatchUnderReview, countBatchNow, lockForStep, touchBatch } from '../../db/staging/batch-steps.ts';
import type { Actor } from '../../domain/actor.ts';
import { allowedSteps, type BatchStep, STEP_RULES } from '../../domain/batch/batch-step.ts';
import type { StepReply } from '../../domain/contract/batch/batch-steps.ts';
import { type HeldUp, isHeldUp } from '../dealing/frame/answer-once.ts';
import { type Ground, type StepDone, type StepRequest, takeStep } from '../dealing/frame/take-step.ts';
import { describeBatch } from './describe-batch.ts';

/** What a step of a batch did. */
export interface BatchStepDone<Extra extends object = object> extends StepDone {
  readonly changed: number;
  /** The step moved the batch itself, which counted a version already. */
  readonly moved?: boolean;
  /** What the audit row is about; the batch unless said otherwise. */
  readonly dealingId?: string;
  readonly extra?: Extra;
}

const batches = <Extra extends object>(): Ground<
  BatchUnderReview,
  BatchStep,
  BatchStepDone<Extra>,
  StepReply & Extra
> => ({
  rules: STEP_RULES,
  codes: { own: 'batch.own_proposal', refused: 'batch.step_refused', blocked: 'batch.blocked' },
  limits: { statement: '5min', lock: '30s' },
  hold: lockForStep,
  stepsNow: allowedSteps,
  async settle(trx, id, done) {
    if (isHeldUp(done) || !done.moved) await touchBatch(trx, id);
  },
  async reply(trx, id, actor, { changed, extra }) {
    await countBatchNow(trx);
    return { batch: await describeBatch(trx, id, actor), changed, ...extra } as StepReply & Extra;
  },
  about: (batchId) => ({ batchId }),
  subject: (batchId, { dealingId, body }) => ({
    subjectKind: dealingId === undefined ? 'batch' : 'dealing',
    subjectId: dealingId ?? batchId,
    body: { batchId, ...body },
  }),
});

/** Takes a step of a batch under review, in the frame of every step. */
export const takeBatchStep = <Extra extends object>(
  pool: pg.Pool,
  actor: Actor,
  request: StepRequest<BatchStep>,
  work: (trx: Trx, batch: BatchUnderReview) => Promise<BatchStepDone<Extra> | HeldUp>,
): Promise<StepReply & Extra> => takeStep(pool, actor, batches<Extra>(), request, work);

/** What a door passes on: the body, the key under which it is repeated, the version it was decided on. */
export interface Sent<Body> {
  readonly body: Body;
  readonly key: string;
  readonly version: number | null;
}

/** What a door passes on whose body names the dealing it writes. */
export type SentDealing<Body extends { dealingId: string } = { dealingId: string }> = Omit<Sent<Body>, 'key'>;

/** A step that is repeated under its idempotency key. */
export const byKey = <Body>(
  id: string,
  step: BatchStep,
  door: string,
  { body, key, version }: Sent<Body>,
): StepRequest<BatchStep> => ({ id, step, door, key, reused: 'idempotency.key_reused', version, asked: body });

/** A step that writes a dealing is repeated under the dealing's id. */
export const byDealing = (
  id: string,
  step: BatchStep,
  door: string,
  { body, version }: SentDealing,
): StepRequest<BatchStep> => ({
  id,
  step,
  door,
  key: body.dealingId,
  reused: 'dealing.id_taken',
  version,
  asked: body,
});
