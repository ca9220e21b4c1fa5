import {
  checkAgainstRegister,
  checkArea,
  checkDuplicateKeys,
  checkValidity,
  judgeRecords,
} from '../../../server/db/batch-checks.ts';
import { checkOverlaps } from '../../../server/db/batch-overlaps.ts';
import { checkInsideCommune, checkShapes } from '../../../server/db/shape-checks.ts';
import type { Trx } from '../../../server/db/transaction.ts';
import type { Profile } from '../../../server/domain/profiles.ts';

/** Checks a freshly staged batch: each record, the records among themselves, the records against the register. */
export async function checkBatch(
  trx: Trx,
  batchId: string,
  extent: { minLon: number; minLat: number; maxLon: number; maxLat: number } | undefined,
  verdicts: Profile,
): Promise<void> {
  await checkValidity(trx, batchId, verdicts);
  await checkArea(trx, batchId, verdicts);
  if (extent) await checkInsideCommune(trx, batchId, extent, verdicts);
  await checkShapes(trx, batchId, verdicts);
  await checkDuplicateKeys(trx, batchId, verdicts);
  await checkOverlaps(trx, batchId, verdicts);
  await checkAgainstRegister(trx, batchId, verdicts);
  await judgeRecords(trx, batchId);
}
