/** Taking a batch from step to step: the locked row, and its moves. */
import type { BatchStatus } from '../../domain/batch/batch-state.ts';
import type { ImportKind } from '../../domain/batch/import-kind.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { Trx } from '../kit/transaction.ts';
import { BATCH_COLUMNS, type Batch } from './batches.ts';

/** What the rules of the steps ask of a batch. */
export interface BatchUnderReview extends Batch {
  readonly kind: ImportKind;
  readonly proposalDealingId: string | null;
  /** Who made the open proposal. */
  readonly proposedBy: string | null;
}

/**
 * The batch, and nobody else can change it until the transaction ends. Who only refers to it, as a run does that writes findings,
 * goes on and holds nobody up here. Throws batch.not_found.
 */
export async function lockForStep(trx: Trx, batchId: string): Promise<BatchUnderReview> {
  const { rows } = await trx.query<Omit<BatchUnderReview, 'proposedBy'>>(
    `select ${BATCH_COLUMNS}, kind, proposal_dealing_id as "proposalDealingId" from staging.batch where batch_id = $1 for no key update`,
    [batchId],
  );
  const [batch] = rows;
  if (!batch) throw new Problem('batch.not_found');
  // Only now, with the batch held: the proposal cannot change any more.
  const proposer = await trx.query<{ proposedBy: string }>(
    'select proposed_by as "proposedBy" from dealing.dealing where dealing_id = $1',
    [batch.proposalDealingId],
  );
  return { ...batch, proposedBy: proposer.rows[0]?.proposedBy ?? null };
}

export interface StateChange {
  readonly reason?: string;
  readonly proposalDealingId?: string | null;
  readonly promotionDealingId?: string;
  readonly supersededBy?: string;
}

/** Moves a batch to its next state; the database knows which there are. */
export async function setBatchState(
  trx: Trx,
  batchId: string,
  from: BatchStatus,
  to: BatchStatus,
  change: StateChange = {},
): Promise<void> {
  const { rowCount } = await trx.query(
    `update staging.batch set status = $3, reason = coalesce($4, reason),
       proposal_dealing_id = $5, promotion_dealing_id = coalesce($6, promotion_dealing_id), superseded_by = coalesce($7, superseded_by)
     where batch_id = $1 and status = $2`,
    [
      batchId,
      from,
      to,
      change.reason ?? null,
      change.proposalDealingId ?? null,
      change.promotionDealingId ?? null,
      change.supersededBy ?? null,
    ],
  );
  if (rowCount !== 1) throw new Error(`batch ${batchId} is no longer ${from}`);
}

/** Counts a version of a batch whose records changed, and not its state. */
export async function touchBatch(trx: Trx, batchId: string): Promise<void> {
  await trx.query('update staging.batch set status = status where batch_id = $1', [batchId]);
}

/** Counts what is in the batch now rather than at the end of the transaction: the answer is read from it. */
export async function countBatchNow(trx: Trx): Promise<void> {
  await trx.query('set constraints staging.batch_tally immediate');
}

/** Holds importers and others who would open a batch of this identity off until the transaction ends. */
export async function lockIdentity(trx: Trx, identity: Buffer): Promise<void> {
  await trx.query('select pg_advisory_xact_lock($1)', [identity.readBigInt64BE(0).toString()]);
}
