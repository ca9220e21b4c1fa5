import type pg from 'pg';
import type { Trx } from '../../../db/kit/transaction.ts';
import { findOpenStop, moveRequest, type RequestInHand, stopClock } from '../../../db/request/request-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { RequestReply, SetRequestFee } from '../../../domain/contract/paper/requests.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import type { RequestCipher } from '../request-cipher.ts';
import { resumeClock } from './clock.ts';
import { type RequestStepTaken, type SentRequestStep, takeRequestStep } from './take-request-step.ts';

/** The amount and by which rule: as the request has it, else as the officer read it from the price list. */
function amountOf({ feeVnd, feeBasis }: RequestInHand, { amountVnd, legalBasis }: SetRequestFee) {
  const known = feeVnd !== null && feeBasis !== null;
  const [vnd, basis] = known && amountVnd === undefined ? [feeVnd, feeBasis] : [amountVnd, legalBasis];
  if (vnd === undefined || basis === undefined) {
    throw new Problem('paper_request.answers_unfit', {
      errors: [
        ...(vnd === undefined ? [{ field: 'amountVnd', message: 'no rule names an amount: give it' }] : []),
        ...(basis === undefined ? [{ field: 'legalBasis', message: 'say by which price list' }] : []),
      ],
    });
  }
  return { vnd, basis };
}

async function settle(trx: Trx, actor: Actor, request: RequestInHand, body: SetRequestFee): Promise<RequestStepTaken> {
  const { requestId, feeVnd, feeBasis } = request;
  const { status, note } = body;
  if (status === 'waived' && note === undefined) {
    throw new Problem('paper_request.answers_unfit', { errors: [{ field: 'note', message: 'say why it is waived' }] });
  }
  const { vnd, basis } = status === 'waived' ? { vnd: feeVnd, basis: feeBasis } : amountOf(request, body);
  await moveRequest(trx, requestId, actor.id, { fee: { status, vnd, basis } });
  const stop = await findOpenStop(trx, requestId);
  // Waiting for the requester's money does not count; what else is waited for goes on being so.
  if (status === 'due' && !stop) await stopClock(trx, requestId, 'fee');
  if (status !== 'due' && stop?.cause === 'fee') await resumeClock(trx, request);
  return {
    facts: { status, amountVnd: vnd, legalBasis: basis },
    note,
    ...(status === 'due' ? { tells: 'fee_due' } : {}),
  };
}

/** Settles the fee: due, paid or waived. */
export function setRequestFee(
  pool: pg.Pool,
  cipher: RequestCipher,
  actor: Actor,
  requestId: string,
  sent: SentRequestStep<SetRequestFee>,
): Promise<RequestReply> {
  return takeRequestStep(pool, cipher, actor, requestId, 'fee', sent, (trx, request) =>
    settle(trx, actor, request, sent.body),
  );
}
