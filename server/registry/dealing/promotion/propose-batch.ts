import type pg from 'pg';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import type { DocumentReference } from '../../../domain/dealing/payload/parts.ts';
import type { SentDealing } from '../../review/take-batch-step.ts';
import { propose } from '../proposal/propose.ts';

/** Proposes to register the valid and warned records of a batch; a second person registers them (promote-proposal.ts). */
export const proposeBatch = (
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: SentDealing<{ dealingId: string; note?: string; survey?: DocumentReference }>,
): Promise<StepReply> =>
  propose(pool, actor, batchId, 'import_promotion', 'proposeBatch', sent, {
    note: sent.body.note ?? null,
    survey: sent.body.survey ?? null,
  });
