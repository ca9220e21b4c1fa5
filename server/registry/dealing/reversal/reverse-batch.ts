import type pg from 'pg';
import type { Trx } from '../../../db/kit/transaction.ts';
import { listBuiltUpon } from '../../../db/promotion/reversal.ts';
import { setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch-steps.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { byDealing, type SentDealing, takeStep } from '../../review/take-step.ts';
import { storeProposal } from '../promotion/propose-batch.ts';

const MOST_NAMED = 20;

/** The promotion that can be taken back: nothing later stands on it. Throws batch.built_upon with the parcels. */
export async function requireReversible(
  trx: Trx,
  batch: { readonly batchId: string; readonly status: string; readonly promotionDealingId: string | null },
): Promise<string> {
  const { promotionDealingId } = batch;
  if (promotionDealingId === null) throw new Error(`batch ${batch.batchId} was promoted by no dealing`);
  const parcels = await listBuiltUpon(trx, promotionDealingId, MOST_NAMED);
  if (parcels.length > 0) {
    const errors = parcels.map((id) => ({ field: 'parcelId', message: id }));
    throw new Problem('batch.built_upon', { state: batch.status, errors });
  }
  return promotionDealingId;
}

/** Proposes to take a whole promotion back; a second person approves it (approve-reversal.ts). */
export function reverseBatch(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: SentDealing<{ dealingId: string; reason: string }>,
): Promise<StepReply> {
  const { dealingId, reason } = sent.body;
  return takeStep(pool, actor, byDealing(batchId, 'reverse', 'reverseBatch', sent), async (trx, batch) => {
    const reverses = await requireReversible(trx, batch);
    await storeProposal(trx, batch, { dealingId, kind: 'import_reversal', proposedBy: actor.id, note: reason });
    await setBatchState(trx, batchId, 'promoted', 'reversal_proposed', { reason, proposalDealingId: dealingId });
    return { changed: 1, moved: true, dealingId, action: 'batch.reversal_proposed', body: { reverses } };
  });
}
