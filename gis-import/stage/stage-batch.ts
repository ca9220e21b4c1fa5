import type { Readable } from 'node:stream';
import type { Trx } from '../../server/db/kit/transaction.ts';
import { insertFiles, moveBatch } from '../../server/db/staging/batches.ts';
import {
  absorbScratch,
  copyToScratch,
  insertFileFindings,
  type Verdicts,
} from '../../server/db/staging/staging-rows.ts';
import type { Finding } from '../../server/domain/finding/finding.ts';

interface StagedFile {
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly reason: string | null;
  readonly records: number;
}

/** Streams a parser's rows into scratch, as they come. */
export async function receiveRows(trx: Trx, rows: Readable): Promise<void> {
  await copyToScratch(trx, rows);
}

export interface StageInput {
  readonly batchId: string;
  readonly runId: string;
  readonly srid: number;
  readonly records: number;
  readonly files: readonly StagedFile[];
  readonly findings: readonly Finding[];
  readonly source: unknown;
}

/**
 * Writes raw and candidate side by side, all records of the file or none: a number of rows other than the file's is a
 * fault of ours and nothing is kept.
 */
export async function stageBatch(trx: Trx, input: StageInput, verdicts: Verdicts): Promise<void> {
  const absorbed = await absorbScratch(trx, input.batchId, input.runId, input.srid, verdicts);
  if (absorbed !== input.records)
    throw new Error(`batch ${input.batchId}: ${absorbed} rows staged of ${input.records} read`);
  await insertFiles(trx, input.batchId, input.files);
  await insertFileFindings(trx, input.batchId, input.findings, verdicts);
  await moveBatch(trx, input.batchId, 'received', 'staged', { source: input.source });
}
