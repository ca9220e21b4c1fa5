import { open, rm } from 'node:fs/promises';
import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { findLatestBatch } from '../../db/staging/batches.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import { endUpload, findUpload, type UploadRow } from '../../db/staging/uploads.ts';
import type { Actor } from '../../domain/actor.ts';
import { type BatchStatus, isBatch } from '../../domain/batch/batch-state.ts';
import { isImport } from '../../domain/batch/upload.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { keepSourceFile } from '../batch/keep-source-file.ts';
import type { QueueImport } from '../batch/queue-import.ts';
import { batchIdentity, type ReceivedSource, receiveBatch } from '../batch/receive-batch.ts';
import { bytesOf, digestOf, mediaTypeOf, onceMore } from '../batch/received-file.ts';
import type { QueueScan } from '../document/queue-scan.ts';
import { receiveScan } from '../document/receive-scan.ts';
import { type ResolvedCommune, resolveCommune } from '../search/resolve-commune.ts';
import { closeUpload } from './close-upload.ts';
import { requireUploadScope } from './get-upload.ts';

export interface UploadStore {
  readonly pool: pg.Pool;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  readonly queue: QueueImport;
  readonly queueScan: QueueScan;
}

/** What a whole upload became. */
export type ReceivedUpload =
  /** `found`: state of that batch when the file turned out to be there already; null for a new batch. */
  { readonly batchId: string; readonly found: BatchStatus | null } | { readonly scanId: string };

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

/** What an upload became that was received before; null while it was not. */
export function becameOf({ status, batchId, batchFound, scanId }: UploadRow): ReceivedUpload | null {
  if (status !== 'received') return null;
  if (batchId !== null) return { batchId, found: batchFound };
  return scanId === null ? null : { scanId };
}

/**
 * Makes a whole upload a batch, or a scan of the archive: its digest is that which was announced, its bytes are in the store and on the disk, and
 * what it becomes, job and the end of the upload are one transaction. The bytes on their way are the caller's to remove. Done twice,
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
  const became = becameOf(upload);
  if (became) return became;
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
  // The batch of a layer is of no commune, so that whoever brings one writes it beyond her own.
  const scope = options.kind === 'layer' ? ({ ...actor, communes: '*' } as const) : actor;
  return onceMore(() =>
    actAs(pool, scope, async (trx) => {
      const now = await findUpload(trx, uploadId, true);
      const before = now && becameOf(now);
      if (before) return before;
      await rememberStaff(trx, actor);
      const made = await makeOf(trx, store, actor, upload, source, commune);
      if (!(await endUpload(trx, uploadId, 'received', made))) throw new Problem('upload.gone');
      return made;
    }),
  );
}

async function makeOf(
  trx: Trx,
  { queue, queueScan }: UploadStore,
  actor: Actor,
  { options, again }: UploadRow,
  source: ReceivedSource,
  commune: ResolvedCommune | null,
): Promise<ReceivedUpload> {
  if (!isImport(options)) {
    if (commune === null) throw new Error('a scan without the commune of its archive');
    return { scanId: await receiveScan(trx, actor.id, source, commune.commune.code, queueScan) };
  }
  const before = await findLatestBatch(trx, batchIdentity(source.sha256, options));
  const batch = await receiveBatch(trx, actor.id, source, options, commune, again);
  if (isBatch(batch.status, 'unread')) await queue(trx, batch.batchId);
  return { batchId: batch.batchId, found: before?.batchId === batch.batchId ? batch.status : null };
}

/** Removes the bytes of an upload, and what tus notes about them. */
export async function removeUploaded(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.json`, { force: true });
}
