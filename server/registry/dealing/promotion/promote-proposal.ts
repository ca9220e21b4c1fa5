import type pg from 'pg';
import { approveProposal } from '../../../db/promotion/import-dealings.ts';
import { setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import { allowedSteps } from '../../../domain/batch/batch-step.ts';
import type { StepReply } from '../../../domain/contract/batch-steps.ts';
import { getProfile } from '../../../domain/finding/profiles.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { byDealing, type SentDealing, takeStep } from '../../review/take-step.ts';
import { registerRecords } from './promote-batch.ts';

/** Approves what somebody else proposed and registers all of it, in one transaction. */
export function promoteProposal(pool: pg.Pool, actor: Actor, batchId: string, sent: SentDealing): Promise<StepReply> {
  const { dealingId } = sent.body;
  return takeStep(pool, actor, byDealing(batchId, 'promote', 'promoteBatch', sent), async (trx, batch) => {
    if (batch.proposalDealingId !== dealingId) throw new Problem('proposal.not_found');
    const outcome = await registerRecords(trx, batch, getProfile(batch.options.profile), async () => {
      await approveProposal(trx, dealingId, actor.id);
      return dealingId;
    });
    if (outcome.kind === 'blocked') {
      const allowed = allowedSteps(batch, actor).filter((step) => step !== 'promote');
      return { problem: new Problem('batch.blocked', { state: batch.status, allowed }) };
    }
    await setBatchState(trx, batchId, 'proposed', 'promoted', { promotionDealingId: dealingId });
    return {
      changed: outcome.parcels,
      moved: true,
      dealingId,
      action: 'batch.promoted',
      body: {
        parcels: outcome.parcels,
        proposedBy: batch.proposedBy,
        initialLoad: false,
        sourceSha256: batch.sourceSha256,
      },
    };
  });
}
