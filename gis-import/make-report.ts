import type { Trx } from '../server/db/kit/transaction.ts';
import { countRecords, listFiles, listFindings } from '../server/db/staging/batch-report.ts';
import type { Batch } from '../server/db/staging/batches.ts';
import type { ImportCounts, ImportReport } from '../server/domain/batch/import-report.ts';
import type { Run } from './pipeline.ts';
import { buildReport, NOTHING_READ, type SourceFacts } from './report/build-report.ts';

/** The report of a batch as it stands in this transaction. */
export async function makeReport(trx: Trx, run: Run, batch: Batch): Promise<ImportReport> {
  const earlier = (batch.report as unknown as ImportReport | null)?.stages ?? {};
  return buildReport({
    batch,
    communeName: run.kind.commune?.commune.name ?? null,
    status: statusOf(batch),
    files: await listFiles(trx, batch.batchId),
    counts: batch.status === 'refused' ? refusedCounts(batch) : await countRecords(trx, batch.batchId),
    facts: (batch.source as unknown as SourceFacts | null) ?? NOTHING_READ,
    findings: await listFindings(trx, batch.batchId),
    stages: { ...earlier, ...run.stages },
    promotion: await run.kind.findPromotion(trx, batch),
  });
}

function statusOf(batch: Batch): ImportReport['status'] {
  switch (batch.status) {
    case 'validated':
    case 'promoted':
    case 'refused':
      return batch.status;
    default:
      throw new Error(`a batch that is ${batch.status} has no report`);
  }
}

/** Nothing of a refused file is staged; what it claims to hold is counted, so that nothing vanishes from the sums. */
function refusedCounts(batch: Batch): ImportCounts {
  const claimed = Number(batch.refusal?.records ?? 0);
  return { read: claimed, valid: 0, warned: 0, blocked: 0, refused: claimed, ignored: 0 };
}
