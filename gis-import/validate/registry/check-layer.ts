import type { Trx } from '../../../server/db/kit/transaction.ts';
import { judgeRecords } from '../../../server/db/staging/batch-checks.ts';
import { repairLayer } from '../../../server/db/staging/layer-checks.ts';
import type { Profile } from '../../../server/domain/finding/profiles.ts';

/** Checks freshly staged shapes of a layer: each by itself, since they may well lie over each other. */
export async function checkLayer(trx: Trx, batchId: string, verdicts: Profile): Promise<void> {
  await repairLayer(trx, batchId, verdicts);
  await judgeRecords(trx, batchId);
}
