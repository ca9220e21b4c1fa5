import type pg from 'pg';
import type { BatchStatus } from '../../domain/batch/batch-state.ts';
import type { UploadOptions } from '../../domain/batch/upload.ts';
import { queryRows } from '../kit/query-rows.ts';
import type { Trx } from '../kit/transaction.ts';

export type UploadStatus = 'open' | 'received' | 'refused' | 'expired' | 'ended';

export interface UploadRow {
  readonly uploadId: string;
  readonly status: UploadStatus;
  readonly communeCode: string | null;
  readonly sourceName: string;
  readonly options: UploadOptions;
  readonly sha256: string | null;
  readonly byteLength: number | null;
  readonly batchId: string | null;
  readonly scanId: string | null;
  readonly expiresAt: Date;
  readonly isExpired: boolean;
  /** Upload-Metadata as it was given. */
  readonly metadata: string;
  readonly again: boolean;
  /** State of the batch when the file turned out to be there already; null for a new batch. */
  readonly batchFound: BatchStatus | null;
}

const COLUMNS = `upload_id as "uploadId", status, commune_code as "communeCode", source_name as "sourceName", options,
  encode(sha256, 'hex') as sha256, byte_length::float8 as "byteLength", batch_id as "batchId", scan_id as "scanId", expires_at as "expiresAt",
  expires_at < clock_timestamp() as "isExpired", metadata, again, batch_found as "batchFound"`;

/** An upload of the acting person; nobody else's is found. */
export async function findUpload(trx: Trx, uploadId: string, lock = false): Promise<UploadRow | undefined> {
  const { rows } = await trx.query<UploadRow>(
    `select ${COLUMNS} from staging.upload where upload_id = $1 ${lock ? 'for update' : ''}`,
    [uploadId],
  );
  return rows[0];
}

export interface NewUpload {
  readonly uploadId: string;
  readonly createdBy: string;
  readonly communeCode: string | null;
  readonly sourceName: string;
  readonly options: UploadOptions;
  readonly sha256: string | null;
  readonly byteLength: number | null;
  readonly reservedBytes: number;
  readonly expiresAt: Date;
  readonly metadata: string;
  readonly again: boolean;
}

export async function insertUpload(trx: Trx, upload: NewUpload): Promise<void> {
  await trx.query(
    `insert into staging.upload (upload_id, created_by, commune_code, source_name, options, sha256, byte_length, reserved_bytes, expires_at, metadata, again)
     values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, $9, $10, $11)`,
    [
      upload.uploadId,
      upload.createdBy,
      upload.communeCode,
      upload.sourceName,
      JSON.stringify(upload.options),
      upload.sha256,
      upload.byteLength,
      upload.reservedBytes,
      upload.expiresAt,
      upload.metadata,
      upload.again,
    ],
  );
}

/** Room of the sender's uploads on their way but this one, by what each will be; held still until the transaction ends, so that two cannot share the last of it. */
export async function lockOwnRoom(
  trx: Trx,
  actorId: string,
  butUploadId: string,
): Promise<{ uploads: number; bytes: number }> {
  await trx.query("select pg_advisory_xact_lock(hashtextextended('diaba upload ' || $1, 0))", [actorId]);
  const { rows } = await trx.query<{ uploads: number; bytes: number }>(
    `select count(*)::int as uploads, coalesce(sum(greatest(reserved_bytes, byte_length)), 0)::float8 as bytes from staging.upload
     where status = 'open' and created_by = $1 and upload_id <> $2`,
    [actorId, butUploadId],
  );
  return rows[0]!;
}

/** Uploads on their way, of everybody, with the room kept for each. */
export function listOpenUploads(pool: pg.Pool): Promise<{ uploadId: string; reservedBytes: number }[]> {
  return queryRows(
    pool,
    'select upload_id as "uploadId", reserved_bytes::float8 as "reservedBytes" from staging.open_uploads()',
  );
}

/** Ends uploads whose time is up; how many. */
export async function expireUploads(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ expired: number }>('select staging.expire_uploads() as expired');
  return rows[0]!.expired;
}

export async function setUploadLength(trx: Trx, uploadId: string, byteLength: number): Promise<void> {
  await trx.query('update staging.upload set byte_length = $2, reserved_bytes = $2 where upload_id = $1', [
    uploadId,
    byteLength,
  ]);
}

/** Keeps this room for an upload from now on. Where `hours` is given it lives that long from its beginning. */
export async function setReserved(trx: Trx, uploadId: string, bytes: number, hours: number | null): Promise<void> {
  await trx.query(
    `update staging.upload set reserved_bytes = $2, expires_at = coalesce(created_at + make_interval(hours => $3), expires_at)
     where upload_id = $1 and status = 'open'`,
    [uploadId, bytes, hours],
  );
}

/** What an upload became. */
export type BecameOf = { readonly batchId: string; readonly found: BatchStatus | null } | { readonly scanId: string };

/** Ends an open upload. False when it is not open any more. */
export async function endUpload(
  trx: Trx,
  uploadId: string,
  status: Exclude<UploadStatus, 'open'>,
  became: BecameOf | null,
): Promise<boolean> {
  const { rowCount } = await trx.query(
    `update staging.upload set status = $2, batch_id = $3, batch_found = $4, scan_id = $5, ended_at = clock_timestamp()
     where upload_id = $1 and status = 'open'`,
    [
      uploadId,
      status,
      became && 'batchId' in became ? became.batchId : null,
      became && 'batchId' in became ? became.found : null,
      became && 'scanId' in became ? became.scanId : null,
    ],
  );
  return rowCount === 1;
}
