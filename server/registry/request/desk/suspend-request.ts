import type pg from 'pg';
import { stopClock } from '../../../db/request/request-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { RequestReply, SuspendRequest } from '../../../domain/contract/paper/requests.ts';
import type { RequestCipher } from '../request-cipher.ts';
import { type SentRequestStep, takeRequestStep } from './take-request-step.ts';

/** Stops the clock: something of the requester is waited for. */
export function suspendRequest(
  pool: pg.Pool,
  cipher: RequestCipher,
  actor: Actor,
  requestId: string,
  sent: SentRequestStep<SuspendRequest>,
): Promise<RequestReply> {
  return takeRequestStep(pool, cipher, actor, requestId, 'suspend', sent, async (trx) => {
    const { cause, reason } = sent.body;
    await stopClock(trx, requestId, cause);
    return { facts: { cause }, note: reason, tells: 'stopped' };
  });
}
