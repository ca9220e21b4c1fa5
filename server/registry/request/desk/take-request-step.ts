import { createHash } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../../../db/audit/write-audit.ts';
import { lockAnswer } from '../../../db/dealing/answers.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import {
  findStepByKey,
  insertRequestStep,
  lockRequest,
  type RequestInHand,
} from '../../../db/request/request-steps.ts';
import { rememberStaff } from '../../../db/staging/staff.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { RequestReply } from '../../../domain/contract/paper/requests.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { mayTakeRequestStep, type RequestStep, requestStepsNow } from '../../../domain/request/request-step.ts';
import { asStaff } from '../../kit/as-staff.ts';
import type { RequestCipher } from '../request-cipher.ts';
import { describeRequest } from './describe-request.ts';
import { tellRequester } from './tell-requester.ts';

/** What a door passes on. */
export interface SentRequestStep<Body = object> {
  readonly body: Body;
  readonly key: string;
  readonly version: number | null;
}

/** What a step did. */
export interface RequestStepTaken {
  /** Codes, amounts and serials for the audit row; no persons. */
  readonly facts: Record<string, unknown>;
  /** What the officer wrote. */
  readonly note?: string | undefined;
  /** What the requester is told of it. */
  readonly tells?: 'accepted' | 'fee_due' | 'stopped' | 'fulfilled' | 'refused' | 'code';
}

/** The key of a step as it is kept: of it a code may have been made. */
export const digestKey = (key: string): string => createHash('sha256').update(`diaba step ${key}`).digest('hex');
export const digestAsked = (requestId: string, step: RequestStep, body: object): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([requestId, step, body]))
    .digest();

const factsOf = (request: RequestInHand) => ({ ...request, suspended: request.suspendedAt !== null });

/** Whether this was done before under this key; another step or body under it is refused. */
export async function wasTaken(trx: Trx, actor: Actor, key: string, asked: Buffer): Promise<boolean> {
  const first = await findStepByKey(trx, actor.id, digestKey(key));
  if (first && !first.asked.equals(asked)) throw new Problem('idempotency.key_reused');
  return first !== undefined;
}

/** The request, held, in a state and version in which the step may be taken. */
export async function holdRequest(
  trx: Trx,
  actor: Actor,
  requestId: string,
  step: RequestStep,
  version: number | null,
): Promise<RequestInHand> {
  const request = await lockRequest(trx, requestId);
  if (!request) throw new Problem('paper_request.not_found');
  if (!mayTakeRequestStep(step, factsOf(request), actor)) {
    throw new Problem('paper_request.step_refused', {
      state: request.status,
      allowed: requestStepsNow(factsOf(request), actor),
    });
  }
  if (version !== null && version !== request.version) throw new Problem('version.stale', { state: request.status });
  return request;
}

/** Notes a step that was taken, tells the requester, and writes the audit row. */
export async function noteStep(
  trx: Trx,
  cipher: RequestCipher,
  actor: Actor,
  noted: { readonly requestId: string; readonly step: RequestStep; readonly key: string; readonly asked: Buffer },
  { facts, note, tells }: RequestStepTaken,
): Promise<void> {
  const { requestId, step, key, asked } = noted;
  await rememberStaff(trx, actor);
  await insertRequestStep(trx, {
    requestId,
    step,
    actor: actor.id,
    key: digestKey(key),
    asked,
    facts,
    note: note === undefined ? null : cipher.seal(note),
  });
  if (tells) await tellRequester(trx, cipher, requestId, tells);
  await writeAudit(trx, {
    actor: actor.id,
    action: `request.${step}`,
    subjectKind: 'request',
    subjectId: requestId,
    body: facts,
  });
}

/**
 * The frame of every step of a request: one transaction in the scope of the actor, a repetition answered with the request as
 * it is, the request held, its state and version asked; then the step, its note, its message and its audit row, all or nothing.
 */
export function takeRequestStep(
  pool: pg.Pool,
  cipher: RequestCipher,
  actor: Actor,
  requestId: string,
  step: RequestStep,
  { body, key, version }: SentRequestStep,
  work: (trx: Trx, request: RequestInHand) => Promise<RequestStepTaken>,
): Promise<RequestReply> {
  const asked = digestAsked(requestId, step, body);
  return asStaff(pool, actor, async (trx) => {
    await lockAnswer(trx, actor.id, 'request', key);
    if (!(await wasTaken(trx, actor, key, asked))) {
      const request = await holdRequest(trx, actor, requestId, step, version);
      await noteStep(trx, cipher, actor, { requestId, step, key, asked }, await work(trx, request));
    }
    return { request: await describeRequest(trx, cipher, requestId, actor) };
  });
}
