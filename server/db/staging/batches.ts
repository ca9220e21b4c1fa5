import type pg from 'pg';
import type { BatchStatus } from '../../domain/batch/batch-state.ts';
import type { ImportOptions } from '../../domain/batch/import-report.ts';
import type { Trx } from '../kit/transaction.ts';

export interface Batch {
  readonly batchId: string;
  readonly version: number;
  readonly attempt: number;
  readonly status: BatchStatus;
  readonly sourceSha256: string;
  readonly sourceName: string;
  /** Today's commune and the unit the sheets were numbered in; null for boundaries of many communes. */
  readonly communeCode: string | null;
  readonly communeValidFrom: string | null;
  readonly unitCode: string | null;
  readonly unitValidFrom: string | null;
  readonly options: ImportOptions;
  readonly source: Record<string, unknown> | null;
  readonly refusal: Record<string, unknown> | null;
  readonly report: Record<string, unknown> | null;
  readonly promotionDealingId: string | null;
  readonly createdBy: string;
}

/** Columns of staging.batch that make a {@link Batch}. */
export const BATCH_COLUMNS = `batch_id as "batchId", version, attempt, status, encode(source_sha256, 'hex') as "sourceSha256",
  source_name as "sourceName", commune_code as "communeCode", commune_valid_from::text as "communeValidFrom",
  unit_code as "unitCode", unit_valid_from::text as "unitValidFrom", options, source, refusal, report,
  promotion_dealing_id as "promotionDealingId", created_by as "createdBy"`;

/** The newest attempt at a file with these options. */
export async function findLatestBatch(trx: Trx, identity: Buffer): Promise<Batch | undefined> {
  const { rows } = await trx.query<Batch>(
    `select ${BATCH_COLUMNS} from staging.batch where identity_sha256 = $1 order by attempt desc limit 1`,
    [identity],
  );
  return rows[0];
}

export async function getBatch(trx: Trx, batchId: string): Promise<Batch> {
  const { rows } = await trx.query<Batch>(`select ${BATCH_COLUMNS} from staging.batch where batch_id = $1`, [batchId]);
  if (!rows[0]) throw new Error(`batch ${batchId} does not exist or is not yours to see`);
  return rows[0];
}

/** As {@link getBatch}, and nobody else can change it until the transaction ends. */
export async function lockBatch(trx: Trx, batchId: string): Promise<Batch> {
  const { rows } = await trx.query<Batch>(`select ${BATCH_COLUMNS} from staging.batch where batch_id = $1 for update`, [
    batchId,
  ]);
  if (!rows[0]) throw new Error(`batch ${batchId} does not exist or is not yours to see`);
  return rows[0];
}

export interface NewBatch {
  readonly batchId: string;
  readonly identity: Buffer;
  readonly attempt: number;
  readonly sourceSha256: string;
  readonly sourceName: string;
  /** Today's commune and the unit the sheets were numbered in; null for boundaries of many communes. */
  readonly communeCode: string | null;
  readonly communeValidFrom: string | null;
  readonly unitCode: string | null;
  readonly unitValidFrom: string | null;
  readonly options: ImportOptions;
  readonly createdBy: string;
}

export async function insertBatch(trx: Trx, batch: NewBatch): Promise<void> {
  await trx.query(
    `insert into staging.batch (batch_id, identity_sha256, attempt, source_sha256, source_name, kind, commune_code,
       commune_valid_from, unit_code, unit_valid_from, options, status, created_by)
     values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9, $10, $11, 'received', $12)`,
    [
      batch.batchId,
      batch.identity,
      batch.attempt,
      batch.sourceSha256,
      batch.sourceName,
      batch.options.kind,
      batch.communeCode,
      batch.communeValidFrom,
      batch.unitCode,
      batch.unitValidFrom,
      JSON.stringify(batch.options),
      batch.createdBy,
    ],
  );
}

export interface BatchChange {
  readonly source?: unknown;
  readonly refusal?: unknown;
  readonly report?: unknown;
  readonly promotionDealingId?: string;
}

/** Moves a batch on; it must still be in `from`, or somebody else was faster and nothing is changed. */
export async function moveBatch(
  trx: Trx,
  batchId: string,
  from: BatchStatus,
  to: BatchStatus,
  change: BatchChange = {},
): Promise<void> {
  const { rowCount } = await trx.query(
    `update staging.batch set status = $3, finished_at = now(),
       source = coalesce($4, source), refusal = coalesce($5, refusal), report = coalesce($6, report),
       promotion_dealing_id = coalesce($7, promotion_dealing_id)
     where batch_id = $1 and status = $2`,
    [
      batchId,
      from,
      to,
      change.source === undefined ? null : JSON.stringify(change.source),
      change.refusal === undefined ? null : JSON.stringify(change.refusal),
      change.report === undefined ? null : JSON.stringify(change.report),
      change.promotionDealingId ?? null,
    ],
  );
  if (rowCount !== 1) throw new Error(`batch ${batchId} is no longer ${from}`);
}

/**
 * Holds everybody else off a batch while `work` runs. A session lock on a connection of its own: a killed importer
 * leaves none behind.
 */
export async function withAdvisoryLock<T>(pool: pg.Pool, identity: Buffer, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const key = identity.readBigInt64BE(0).toString();
  // The server may go away while the lock is held; the work notices by itself.
  client.on('error', ignoreLostLock);
  let lost: Error | undefined;
  try {
    await client.query("set lock_timeout = '30min'; set statement_timeout = 0");
    await client.query('select pg_advisory_lock($1)', [key]);
    return await work();
  } finally {
    await client
      .query('select pg_advisory_unlock($1)', [key])
      .then(() => client.query('reset lock_timeout; reset statement_timeout'))
      .catch((error: Error) => {
        lost = error;
      });
    client.off('error', ignoreLostLock);
    client.release(lost);
  }
}

function ignoreLostLock(): void {}

export async function insertFiles(
  trx: Trx,
  batchId: string,
  files: readonly { name: string; kind: string; status: string; reason: string | null; records: number }[],
): Promise<void> {
  await trx.query(
    `insert into staging.file (batch_id, file_no, name, kind, status, reason, records)
     select $1, f.no, f.file ->> 'name', f.file ->> 'kind', f.file ->> 'status', f.file ->> 'reason', (f.file ->> 'records')::int
     from jsonb_array_elements($2::jsonb) with ordinality as f(file, no)`,
    [batchId, JSON.stringify(files)],
  );
}

/** Keeps the report with its batch. */
export async function setBatchReport(trx: Trx, batchId: string, report: unknown): Promise<void> {
  await trx.query('update staging.batch set report = $2 where batch_id = $1', [batchId, JSON.stringify(report)]);
}
