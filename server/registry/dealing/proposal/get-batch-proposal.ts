import type pg from 'pg';
import { findProposal } from '../../../db/promotion/proposals.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { BatchProposal } from '../../../domain/contract/batch/batch-shapes.ts';
import { type DealingStatus, isDealing } from '../../../domain/dealing/dealing-state.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { readBatch } from '../../review/read-batch.ts';

function statusOf(status: DealingStatus): BatchProposal['status'] {
  if (isDealing(status, 'undecided')) return 'lodged';
  return isDealing(status, 'registered') ? 'registered' : 'refused';
}

/** The latest proposal of a batch, as it was stored when it was made. Throws proposal.not_found. */
export function getBatchProposal(pool: pg.Pool, actor: Actor, batchId: string): Promise<BatchProposal> {
  return readBatch(pool, actor, batchId, async (trx) => {
    const row = await findProposal(trx, batchId);
    if (!row) throw new Problem('proposal.not_found');
    return { ...row, status: statusOf(row.status), proposedAt: row.proposedAt.toISOString() };
  });
}
