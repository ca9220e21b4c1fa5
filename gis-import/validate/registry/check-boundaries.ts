import type { Trx } from '../../../server/db/kit/transaction.ts';
import { judgeRecords } from '../../../server/db/staging/batch-checks.ts';
import {
  checkBoundaryArea,
  checkBoundaryNames,
  checkBoundaryPlace,
  checkDuplicateCodes,
  repairBoundaries,
} from '../../../server/db/staging/boundary-checks.ts';
import type { Profile } from '../../../server/domain/finding/profiles.ts';

/** Checks freshly staged boundaries; the repair comes first, because the others look at the repaired shape. */
export async function checkBoundaries(trx: Trx, batchId: string, verdicts: Profile): Promise<void> {
  await repairBoundaries(trx, batchId, verdicts);
  await checkBoundaryPlace(trx, batchId, verdicts);
  await checkBoundaryArea(trx, batchId, verdicts);
  await checkBoundaryNames(trx, batchId, verdicts);
  await checkDuplicateCodes(trx, batchId, verdicts);
  await judgeRecords(trx, batchId);
}
