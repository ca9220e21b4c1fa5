import type pg from 'pg';
import { moveRequest } from '../../../db/request/request-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { AcceptRequest, RequestReply } from '../../../domain/contract/paper/requests.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { groundsFor } from '../../../domain/request/request-step.ts';
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
  return takeRequestStep(pool, cipher, actor, requestId, 'accept', sent, async (trx, { kind }) => {
    const { grounds, note } = sent.body;
    if (!groundsFor(kind).includes(grounds))
      throw new Problem('paper_request.answers_unfit', {
        errors: [{ field: 'grounds', message: `a ${kind} is given to nobody on these grounds` }],
      });
    await moveRequest(trx, requestId, actor.id, { status: 'accepted', grounds });
    return { facts: { grounds }, note };
  });
}
