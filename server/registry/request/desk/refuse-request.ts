import type pg from 'pg';
import { moveRequest, runClock } from '../../../db/request/request-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { RefuseRequest, RequestReply } from '../../../domain/contract/paper/requests.ts';
import type { RequestCipher } from '../request-cipher.ts';
import { type SentRequestStep, takeRequestStep } from './take-request-step.ts';

/** Refuses a request, with a ground and a reason that the requester reads. */
export function refuseRequest(
  pool: pg.Pool,
  cipher: RequestCipher,
  actor: Actor,
  requestId: string,
  sent: SentRequestStep<RefuseRequest>,
): Promise<RequestReply> {
  return takeRequestStep(pool, cipher, actor, requestId, 'refuse', sent, async (trx, { suspendedAt, dueOn }) => {
    const { ground, reason } = sent.body;
    if (suspendedAt) await runClock(trx, requestId, dueOn);
    await moveRequest(trx, requestId, actor.id, {
      status: 'refused',
      refusal: { ground, reason: cipher.seal(reason) },
    });
    return { facts: { ground }, tells: 'refused' };
  });
}
