import type pg from 'pg';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import type { SentDealing } from '../../review/take-batch-step.ts';
import { approve } from '../proposal/approve.ts';

/** Takes a promotion back, as somebody else proposed. */
export const approveReversal = (pool: pg.Pool, actor: Actor, batchId: string, sent: SentDealing): Promise<StepReply> =>
  approve(pool, actor, batchId, 'import_reversal', 'approveReversal', sent);
