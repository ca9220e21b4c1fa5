import type pg from 'pg';
import type { Actor } from '../../../domain/actor.ts';
import type { RequestReply } from '../../../domain/contract/paper/requests.ts';
import type { RequestCipher } from '../request-cipher.ts';
import { resumeClock } from './clock.ts';
import { type SentRequestStep, takeRequestStep } from './take-request-step.ts';

/** Lets the clock run again. */
export function resumeRequest(
  pool: pg.Pool,
  cipher: RequestCipher,
  actor: Actor,
  requestId: string,
  sent: SentRequestStep,
): Promise<RequestReply> {
  return takeRequestStep(pool, cipher, actor, requestId, 'resume', sent, async (trx, request) => ({
    facts: { dueOn: await resumeClock(trx, request) },
  }));
}
