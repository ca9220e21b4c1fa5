import type pg from 'pg';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import type { SentDealing } from '../../review/take-batch-step.ts';
import { propose } from '../proposal/propose.ts';

/** Proposes to take a whole promotion back; a second person approves it (approve-reversal.ts). */
export const reverseBatch = (
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: SentDealing<{ dealingId: string; reason: string }>,
): Promise<StepReply> =>
  propose(pool, actor, batchId, 'import_reversal', 'reverseBatch', sent, {
    note: sent.body.reason,
    survey: null,
  });
