import { writeAudit } from '../../../db/audit/write-audit.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { lockBoundaries, upsertBoundaries } from '../../../db/promotion/boundary-promotion.ts';
import { countRecords, hasBlockingFileFinding } from '../../../db/staging/batch-report.ts';
import { lockBatch, moveBatch } from '../../../db/staging/batches.ts';

export type BoundaryOutcome =
  | { readonly kind: 'promoted'; readonly boundaries: number }
  /** Blocking findings: nothing was changed. */
  | { readonly kind: 'blocked'; readonly blocked: number };

/**
 * Gives every valid and warned boundary of a validated batch to its unit, or none. Reference data: no parcel changes, so
 * there is no dealing; the audit log says of each unit what its boundary was and is.
 */
export async function promoteBoundaries(trx: Trx, batchId: string, actor: string): Promise<BoundaryOutcome> {
  const batch = await lockBatch(trx, batchId);
  if (batch.status !== 'validated') throw new Error(`batch ${batchId} is ${batch.status}, not validated`);
  const counts = await countRecords(trx, batchId);
  if (counts.blocked > 0 || (await hasBlockingFileFinding(trx, batchId)))
    return { kind: 'blocked', blocked: counts.blocked };
  await lockBoundaries(trx);
  const boundaries = await upsertBoundaries(trx, batchId, actor);
  const expected = counts.valid + counts.warned;
  if (boundaries !== expected) throw new Error(`batch ${batchId}: ${expected} boundaries to set, ${boundaries} set`);
  await moveBatch(trx, batchId, 'validated', 'promoted');
  await writeAudit(trx, {
    actor,
    action: 'batch.promoted',
    subjectKind: 'batch',
    subjectId: batchId,
    body: { boundaries, sourceSha256: batch.sourceSha256 },
  });
  return { kind: 'promoted', boundaries };
}
