import { createHash, randomUUID } from 'node:crypto';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { insertStoredFile } from '../../db/document/stored-files.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { type Batch, findLatestBatch, getBatch, insertBatch, type NewBatch } from '../../db/staging/batches.ts';
import { isBatch } from '../../domain/batch/batch-state.ts';
import type { ImportOptions } from '../../domain/batch/import-report.ts';
import type { ResolvedCommune } from '../search/resolve-commune.ts';

export interface ReceivedSource {
  readonly sha256: string;
  readonly byteLength: number;
  readonly name: string;
  readonly mediaType: string;
}

/**
 * What makes two imports the same batch: the bytes and the options as given (contract 2). A day or an encoding that was
 * not given stays out, so that tomorrow's run finds today's batch.
 */
export function batchIdentity(sha256: string, options: ImportOptions): Buffer {
  const { kind, commune, at, srid, encoding, profile, sheet, scale, layer, columns } = options;
  return createHash('sha256')
    .update(
      JSON.stringify([
        ...[sha256, kind, commune, at, srid, encoding, profile, sheet, scale],
        ...(layer ? [layer] : []),
        ...(columns ? [Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1))] : []),
      ]),
    )
    .digest();
}

/** Opens the next attempt at an identity, after `last`, with its audit row, and gives its id. `noted` goes into that row too. */
export async function openAttempt(
  trx: Trx,
  batch: Omit<NewBatch, 'batchId' | 'attempt'>,
  last: Batch | undefined,
  noted: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { sourceSha256, options, communeCode, unitCode, createdBy } = batch;
  const batchId = randomUUID();
  await insertBatch(trx, { ...batch, batchId, attempt: (last?.attempt ?? 0) + 1 });
  await writeAudit(trx, {
    actor: createdBy,
    action: 'batch.received',
    subjectKind: 'batch',
    subjectId: batchId,
    body: { sourceSha256, kind: options.kind, commune: communeCode, unit: unitCode, ...noted },
  });
  return batchId;
}

/**
 * Opens the batch of a source, or finds the one it already is. `again` opens a further attempt where the last one was
 * refused, rejected or taken back.
 */
export async function receiveBatch(
  trx: Trx,
  actor: string,
  source: ReceivedSource,
  options: ImportOptions,
  commune: ResolvedCommune | null,
  again: boolean,
): Promise<Batch> {
  const identity = batchIdentity(source.sha256, options);
  const last = await findLatestBatch(trx, identity);
  if (last && !(again && isBatch(last.status, 'over'))) return last;
  await insertStoredFile(trx, source);
  const next = {
    identity,
    sourceSha256: source.sha256,
    sourceName: source.name.normalize('NFC').slice(0, 200),
    communeCode: commune?.commune.code ?? null,
    communeValidFrom: commune?.commune.validFrom ?? null,
    unitCode: commune?.unit.code ?? null,
    unitValidFrom: commune?.unit.validFrom ?? null,
    options,
    createdBy: actor,
  };
  return getBatch(trx, await openAttempt(trx, next, last));
}
