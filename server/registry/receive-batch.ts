import { createHash, randomUUID } from 'node:crypto';
import { writeAudit } from '../db/audit.ts';
import { type Batch, findLatestBatch, getBatch, insertBatch } from '../db/batches.ts';
import { insertStoredFile } from '../db/stored-files.ts';
import type { Trx } from '../db/transaction.ts';
import type { ImportOptions } from '../domain/import-report.ts';
import { AGAIN_FROM } from '../domain/upload.ts';
import type { ResolvedCommune } from './resolve-commune.ts';

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
  const { kind, commune, at, srid, encoding, profile, sheet, scale } = options;
  return createHash('sha256')
    .update(JSON.stringify([sha256, kind, commune, at, srid, encoding, profile, sheet, scale]))
    .digest();
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
  if (last && !(again && AGAIN_FROM.includes(last.status))) return last;
  const batchId = randomUUID();
  await insertStoredFile(trx, source);
  await insertBatch(trx, {
    batchId,
    identity,
    attempt: (last?.attempt ?? 0) + 1,
    sourceSha256: source.sha256,
    sourceName: source.name.normalize('NFC').slice(0, 200),
    communeCode: commune?.commune.code ?? null,
    communeValidFrom: commune?.commune.validFrom ?? null,
    unitCode: commune?.unit.code ?? null,
    unitValidFrom: commune?.unit.validFrom ?? null,
    options,
    createdBy: actor,
  });
  await writeAudit(trx, {
    actor,
    action: 'batch.received',
    subjectKind: 'batch',
    subjectId: batchId,
    body: {
      sourceSha256: source.sha256,
      kind: options.kind,
      commune: commune?.commune.code ?? null,
      unit: commune?.unit.code ?? null,
    },
  });
  return getBatch(trx, batchId);
}
