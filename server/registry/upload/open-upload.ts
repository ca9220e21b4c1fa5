import { mkdir, statfs } from 'node:fs/promises';
import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { findColumnProfile } from '../../db/staging/column-profiles.ts';
import { insertUpload, listOpenUploads, lockOwnRoom } from '../../db/staging/uploads.ts';
import { type Actor, actsIn, hasRole } from '../../domain/actor.ts';
import {
  EMPTY_UPLOAD_HOURS,
  isOfOneCommune,
  OPEN_UPLOADS,
  SCAN_SENDERS,
  UPLOAD_HOURS,
  type UploadMetadata,
} from '../../domain/batch/upload.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { CommuneUnresolved, resolveCommune } from '../search/resolve-commune.ts';
import { bringsForAll } from './get-upload.ts';

export interface UploadRoom {
  readonly storageDir: string;
  /** Bytes of the disk that uploads leave free. */
  readonly spareBytes: number;
  /** For one person. */
  readonly perPerson: { readonly count: number; readonly bytes: number };
}

/** What uploads leave free by default: a file needs its room twice, on its way and in the store. */
export const DEFAULT_ROOM = { spareBytes: 1024 ** 3, perPerson: OPEN_UPLOADS } as const;

export interface UploadRequest {
  readonly uploadId: string;
  readonly metadata: UploadMetadata;
  /** The same as it was given. */
  readonly given: string;
  /** Null while the sender does not know it. */
  readonly byteLength: number | null;
  readonly largest: number;
  /** Whether its first bytes come with it. */
  readonly withBytes: boolean;
}

/** The commune of today that the code names, if this person serves it. */
async function communeOf(pool: pg.Pool, actor: Actor, { options }: UploadMetadata): Promise<string | null> {
  if (options.kind === 'scan' && !hasRole(actor, SCAN_SENDERS)) throw new Problem('auth.forbidden');
  if (!isOfOneCommune(options.kind)) {
    if (!bringsForAll(actor, options.kind)) throw new Problem('auth.forbidden');
    return null;
  }
  const { commune: code } = options;
  if (code === null) throw new Error(`${options.kind} without their commune`);
  try {
    const { commune } = await actAs(pool, actor, (trx) => resolveCommune(trx, code, options.at, dayOf(new Date())));
    if (!actsIn(actor, commune.code)) throw new Problem('auth.forbidden');
    return commune.code;
  } catch (error) {
    if (!(error instanceof CommuneUnresolved)) throw error;
    // Whoever serves nothing like it is not told which codes exist.
    if (!actsIn(actor, code)) throw new Problem('auth.forbidden', { cause: error });
    throw new Problem('upload.metadata_invalid', {
      errors: [{ field: 'commune', message: error.message }],
      cause: error,
    });
  }
}

/** What the columns mean by the profile that was chosen is part of the options from here on, whatever becomes of its name. */
async function withColumns(trx: Trx, { options, columnProfile }: UploadMetadata): Promise<UploadMetadata['options']> {
  if (columnProfile === null) return options;
  const profile = await findColumnProfile(trx, columnProfile);
  if (!profile)
    throw new Problem('upload.metadata_invalid', {
      errors: [{ field: 'columns', message: 'there is no such column profile' }],
    });
  return { ...options, columns: profile.columns };
}

/** Bytes that can still be promised to an upload. */
export async function freeBytes(
  pool: pg.Pool,
  { storageDir, spareBytes }: UploadRoom,
  forUploadId: string,
): Promise<number> {
  await mkdir(storageDir, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(storageDir);
  const others = (await listOpenUploads(pool)).filter(({ uploadId }) => uploadId !== forUploadId);
  const promised = others.reduce((sum, { reservedBytes }) => sum + reservedBytes, 0);
  return bavail * bsize - promised - spareBytes;
}

/**
 * Notes an upload before its first byte: in the sender's scope, within what one person may have on the way, and with room
 * on the disk. Nothing is kept for it before bytes come, and it is soon dropped if none do: what was only announced shuts nobody
 * out. Until when it lives. Throws Problem.
 */
export async function openUpload(pool: pg.Pool, actor: Actor, request: UploadRequest, room: UploadRoom): Promise<Date> {
  const { uploadId, metadata, given, byteLength, largest, withBytes } = request;
  if (byteLength !== null && byteLength > largest) throw new Problem('upload.too_large');
  const communeCode = await communeOf(pool, actor, metadata);
  const wanted = byteLength ?? (withBytes ? largest : 0);
  if ((await freeBytes(pool, room, uploadId)) < wanted) throw new Problem('upload.no_room', { retryAfter: 600 });
  const expiresAt = new Date(Date.now() + (withBytes ? UPLOAD_HOURS : EMPTY_UPLOAD_HOURS) * 3_600_000);
  await actAs(pool, actor, async (trx) => {
    const own = await lockOwnRoom(trx, actor.id, uploadId);
    if (own.uploads >= room.perPerson.count || own.bytes + wanted > room.perPerson.bytes)
      throw new Problem('upload.quota_exceeded');
    const { filename, sha256, again } = metadata;
    const options = await withColumns(trx, metadata);
    await insertUpload(trx, {
      uploadId,
      createdBy: actor.id,
      communeCode,
      sourceName: filename,
      options,
      sha256,
      byteLength,
      reservedBytes: withBytes ? wanted : 0,
      expiresAt,
      metadata: given,
      again,
    });
  });
  return expiresAt;
}
