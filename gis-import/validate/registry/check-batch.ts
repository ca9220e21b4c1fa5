import type { Trx } from '../../../server/db/kit/transaction.ts';
import {
  checkAgainstRegister,
  checkArea,
  checkDuplicateKeys,
  checkValidity,
  judgeRecords,
} from '../../../server/db/staging/batch-checks.ts';
import { checkOverlaps } from '../../../server/db/staging/batch-overlaps.ts';
import { checkInsideCommune, checkShapes } from '../../../server/db/staging/shape-checks.ts';
import type { Profile } from '../../../server/domain/finding/profiles.ts';

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
