import { stat } from 'node:fs/promises';
import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import { lockOwnRoom, setReserved } from '../../db/staging/uploads.ts';
import type { Actor } from '../../domain/actor.ts';
import { UPLOAD_HOURS } from '../../domain/batch/upload.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { freeBytes, type UploadRoom } from './open-upload.ts';

/** Keeps room for an upload while its bytes come in; from its first byte on it lives its full time. Throws Problem. */
export async function reserveRoom(
  pool: pg.Pool,
  actor: Actor,
  uploadId: string,
  bytes: number,
  room: UploadRoom,
): Promise<void> {
  if ((await freeBytes(pool, room, uploadId)) < bytes) throw new Problem('upload.no_room', { retryAfter: 600 });
  await actAs(pool, actor, async (trx) => {
    const own = await lockOwnRoom(trx, actor.id, uploadId);
    if (own.bytes + bytes > room.perPerson.bytes) throw new Problem('upload.quota_exceeded');
    await setReserved(trx, uploadId, bytes, UPLOAD_HOURS);
  });
}

/** No more bytes come for now: what came needs its room once more, in the store, and nothing else is kept. */
export async function keepWhatCame(pool: pg.Pool, actor: Actor, uploadId: string, path: string): Promise<void> {
  const came = await stat(path).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 0; // received, or given up
      throw error;
    },
  );
  await actAs(pool, actor, (trx) => setReserved(trx, uploadId, came, null));
}
