import type pg from 'pg';
import { approveProposal, registerDealing } from '../../../db/promotion/import-dealings.ts';
import { lockCommune, touchTiles } from '../../../db/promotion/promotion.ts';
import { endParcels, endRights } from '../../../db/promotion/reversal.ts';
import { setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch-steps.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { byDealing, type SentDealing, takeStep } from '../../review/take-step.ts';
import { requireReversible } from './reverse-batch.ts';

/**
 * Takes a promotion back whole: its parcels become historic and its rights end by the reversing dealing, and the tiles
 * change. Nothing is deleted. Whether something later stands on it is asked again, with the commune held.
 */
export function approveReversal(pool: pg.Pool, actor: Actor, batchId: string, sent: SentDealing): Promise<StepReply> {
  const { dealingId } = sent.body;
  return takeStep(pool, actor, byDealing(batchId, 'approveReversal', 'approveReversal', sent), async (trx, batch) => {
    if (batch.proposalDealingId !== dealingId) throw new Problem('proposal.not_found');
    if (batch.communeCode === null) throw new Error(`batch ${batchId} belongs to no commune`);
    await lockCommune(trx, batch.communeCode);
    const reverses = await requireReversible(trx, batch);
    await approveProposal(trx, dealingId, actor.id);
    const parcels = await endParcels(trx, reverses, dealingId);
    const rights = await endRights(trx, reverses, dealingId);
    await touchTiles(trx, dealingId);
    await registerDealing(trx, dealingId);
    await setBatchState(trx, batchId, 'reversal_proposed', 'reversed');
    return {
      changed: parcels,
      moved: true,
      dealingId,
      action: 'batch.reversed',
      body: { reverses, parcels, rights, proposedBy: batch.proposedBy },
    };
  });
}
