import { writeAudit } from '../../db/audit/write-audit.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { carryDecisions } from '../../db/review/batch-corrections.ts';
import { recheckCorrected, recheckMembers } from '../../db/staging/batch-rechecks.ts';
import type { Verdicts } from '../../db/staging/staging-rows.ts';

/**
 * A file that comes again after its batch was taken back or rejected finds what was decided then: corrections whose values
 * are the same are in effect again, under the names of those who made them and with their reasons, and records that were left
 * out are out. Each can be undone as before. The batch must be under review.
 */
export async function carryOverDecisions(trx: Trx, actor: string, batchId: string, verdicts: Verdicts): Promise<void> {
  const { source, corrected, excluded } = await carryDecisions(trx, batchId);
  if (source === null || corrected.length + excluded.length === 0) return;
  const recordNos = [...new Set(corrected)];
  if (recordNos.length > 0) await recheckCorrected(trx, batchId, recordNos, verdicts);
  if (excluded.length > 0) await recheckMembers(trx, batchId, verdicts);
  await writeAudit(trx, {
    actor,
    action: 'batch.decisions_carried',
    subjectKind: 'batch',
    subjectId: batchId,
    body: { from: source, recordNos: [...new Set([...corrected, ...excluded])].sort((a, b) => a - b) },
  });
}
