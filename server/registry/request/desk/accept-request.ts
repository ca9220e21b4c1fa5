import type pg from 'pg';
import { moveRequest } from '../../../db/request/request-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { AcceptRequest, RequestReply } from '../../../domain/contract/requests.ts';
import type { RequestCipher } from '../request-cipher.ts';
import { type SentRequestStep, takeRequestStep } from './take-request-step.ts';

/** Takes a request on: what the requester may see is decided here, before anything is made. */
export function acceptRequest(
  pool: pg.Pool,
  cipher: RequestCipher,
  actor: Actor,
  requestId: string,
  sent: SentRequestStep<AcceptRequest>,
): Promise<RequestReply> {
  return takeRequestStep(pool, cipher, actor, requestId, 'accept', sent, async (trx) => {
    const { grounds, note } = sent.body;
    await moveRequest(trx, requestId, actor.id, { status: 'accepted', grounds });
    return { facts: { grounds }, note };
  });
}
