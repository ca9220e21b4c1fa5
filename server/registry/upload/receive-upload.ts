import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import { findLatestBatch } from '../../db/staging/batches.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import { endUpload, findUpload, type UploadRow } from '../../db/staging/uploads.ts';
import type { Actor } from '../../domain/actor.ts';
import { type BatchStatus, isBatch } from '../../domain/batch/batch-state.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { keepSourceFile } from '../batch/keep-source-file.ts';
import type { QueueImport } from '../batch/queue-import.ts';
import { batchIdentity, receiveBatch } from '../batch/receive-batch.ts';
import { resolveCommune } from '../search/resolve-commune.ts';
import { closeUpload } from './close-upload.ts';
import { requireUploadScope } from './get-upload.ts';

export interface UploadStore {
  readonly pool: pg.Pool;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  readonly queue: QueueImport;
}

/** What a whole upload became. */
export interface ReceivedUpload {
  readonly batchId: string;
  /** State of that batch when the file turned out to be there already; null for a new batch. */
  readonly found: BatchStatus | null;
}

const CHUNK = 1 << 20;

async function* bytesOf(path: string): AsyncIterable<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) yield chunk as Buffer;
}

/** What lies on the disk itself, not in a cache that a power cut empties. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes sure of the bytes, and takes their digest. Given up in the same moment, they are gone. */
async function settle(path: string): Promise<string> {
  try {
    await syncFile(path);
    return await digestOf(path);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Problem('upload.gone', { cause: error }) : error;
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(path)) hash.update(chunk);
  return hash.digest('hex');
}

function mediaTypeOf(name: string): string {
  if (/\.zip$/i.test(name)) return 'application/zip';
  return /\.(?:geo)?json$/i.test(name) ? 'application/geo+json' : 'application/octet-stream';
}

const isReceived = (upload: UploadRow): upload is UploadRow & { batchId: string } =>
  upload.status === 'received' && upload.batchId !== null;

/**
 * Makes a whole upload a batch: its digest is that which was announced, its bytes are in the store and on the disk, and
 * batch, job and the end of the upload are one transaction. The bytes on their way are the caller's to remove. Done twice,
 * or broken off anywhere and done again, it comes to the same batch. Throws Problem `upload.digest_mismatch`, and then nothing of the file stays.
 */
export async function receiveUpload(
  store: UploadStore,
  actor: Actor,
  uploadId: string,
  path: string,
): Promise<ReceivedUpload> {
  const { pool, storageDir, personalDataKey } = store;
  const upload = await actAs(pool, actor, (trx) => findUpload(trx, uploadId));
  if (!upload) throw new Problem('upload.not_found');
  if (isReceived(upload)) return { batchId: upload.batchId, found: upload.batchFound };
  if (upload.status !== 'open') throw new Problem('upload.gone', { state: upload.status });
  requireUploadScope(actor, upload);
  const sha256 = await settle(path);
  if (upload.sha256 !== null && upload.sha256 !== sha256) {
    await closeUpload(pool, actor, uploadId, 'refused');
    await removeUploaded(path);
    throw new Problem('upload.digest_mismatch');
  }
  const { options, sourceName } = upload;
  const { commune: code, at } = options;
  const commune =
    code === null ? null : await actAs(pool, actor, (trx) => resolveCommune(trx, code, at, dayOf(new Date())));
  const kept = await keepSourceFile(storageDir, personalDataKey, sha256, bytesOf(path));
  const source = { ...kept, name: sourceName, mediaType: mediaTypeOf(sourceName) };
  return onceMore(() =>
    actAs(pool, actor, async (trx) => {
      const now = await findUpload(trx, uploadId, true);
      if (now && isReceived(now)) return { batchId: now.batchId, found: now.batchFound };
      await rememberStaff(trx, actor);
      const before = await findLatestBatch(trx, batchIdentity(sha256, options));
      const batch = await receiveBatch(trx, actor.id, source, options, commune, upload.again);
      if (isBatch(batch.status, 'unread')) await store.queue(trx, batch.batchId);
      const became = { batchId: batch.batchId, found: before?.batchId === batch.batchId ? batch.status : null };
      if (!(await endUpload(trx, uploadId, 'received', became))) throw new Problem('upload.gone');
      return became;
    }),
  );
}

/** The same file came twice at the same moment, by two roads: the second time, its batch is there. */
async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'batch_identity_key') throw error;
    return work();
  }
}

/** Removes the bytes of an upload, and what tus notes about them. */
export async function removeUploaded(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.json`, { force: true });
}
