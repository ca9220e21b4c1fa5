import type { Trx } from '../../db/kit/transaction.ts';
import { checkAgainstRegister, judgeRecords } from '../../db/staging/batch-checks.ts';
import { countRecords, hasBlockingFileFinding } from '../../db/staging/batch-report.ts';
import type { Verdicts } from '../../db/staging/staging-rows.ts';
import type { ImportCounts } from '../../domain/batch/import-report.ts';

/** Nothing to register, or something that must not be. */
export const isHeldUp = ({ valid, warned, blocked }: ImportCounts, fileBlocked: boolean): boolean =>
  fileBlocked || blocked > 0 || valid + warned === 0;

/** What is staged, judged against the register as it is now: the world moved since it was read. */
export async function judgeBatch(
  trx: Trx,
  batchId: string,
  verdicts: Verdicts,
): Promise<{ readonly registrable: number; readonly blocked: number; readonly heldUp: boolean }> {
  await checkAgainstRegister(trx, batchId, verdicts);
  await judgeRecords(trx, batchId);
  const counts = await countRecords(trx, batchId);
  const heldUp = isHeldUp(counts, await hasBlockingFileFinding(trx, batchId));
  return { registrable: counts.valid + counts.warned, blocked: counts.blocked, heldUp };
}
