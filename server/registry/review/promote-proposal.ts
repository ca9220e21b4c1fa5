import type pg from 'pg';
import { setBatchState } from '../../db/batch-steps.ts';
import { approveProposal } from '../../db/dealings.ts';
import type { Actor } from '../../domain/actor.ts';
import { allowedSteps } from '../../domain/batch.ts';
import type { StepReply } from '../../domain/contract/batch-steps.ts';
import { Problem } from '../../domain/problem.ts';
import { getProfile } from '../../domain/profiles.ts';
import { registerRecords } from '../promote-batch.ts';
import { byDealing, type SentDealing, takeStep } from './take-step.ts';

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
