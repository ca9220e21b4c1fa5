import type { Trx } from '../../../db/kit/transaction.ts';
import { drawSample, insertProposal, measureLand } from '../../../db/promotion/proposals.ts';
import { countCorrections } from '../../../db/review/batch-corrections.ts';
import { listFindingGroups } from '../../../db/review/batch-findings.ts';
import { countRecords } from '../../../db/staging/batch-report.ts';
import type { BatchSubject } from '../dealing-kind-interface.ts';

/** Records drawn for the second person's look. */
const SAMPLE_SIZE = 20;

/** Keeps what the second person will be shown: the same for all who look, whatever becomes of the register meanwhile. */
export async function keepProposal(
  trx: Trx,
  dealingId: string,
  { batch: { batchId, version }, note, survey }: BatchSubject,
  change: 'promotion' | 'reversal',
): Promise<void> {
  const groups = await listFindingGroups(trx, batchId);
  await insertProposal(trx, {
    dealingId,
    batchId,
    batchVersion: version,
    note,
    survey,
    counts: await countRecords(trx, batchId),
    findings: groups
      .filter(({ open }) => open > 0)
      .map(({ code, severity, open }) => ({ code, severity, count: open })),
    corrections: await countCorrections(trx, batchId),
    sample: await drawSample(trx, batchId, SAMPLE_SIZE),
    ...(await measureLand(trx, batchId, change)),
  });
}
