import { createHash } from 'node:crypto';
import type pg from 'pg';
import { openSessionLocks } from '../../db/kit/session-locks.ts';

interface Held {
  /** Asks the holder to end what he is doing. */
  release: () => void;
  /** Tells the holder that the lock is gone and he must stop at once. */
  lose: () => void;
}

export interface UploadLocks {
  /** Whether the upload is now this caller's alone, in all processes. Never waits. */
  tryLock(uploadId: string, held: Held): Promise<boolean>;
  unlock(uploadId: string): Promise<void>;
  /** Asks the holder in this process, if it is here, to let go. */
  askToRelease(uploadId: string): void;
  close(): Promise<void>;
}

/** A key of 64 bits by the id, apart from the keys of batches. */
const keyOf = (uploadId: string): bigint =>
  createHash('sha256').update(`diaba upload ${uploadId}`).digest().readBigInt64BE(0);

/** Who may write to an upload: one request, whichever of our processes it came to. */
export function openUploadLocks(pool: pg.Pool): UploadLocks {
  const held = new Map<string, Held>();
  const locks = openSessionLocks(pool, () => {
    for (const { lose } of held.values()) lose();
  });
  return {
    async tryLock(uploadId, holder) {
      if (held.has(uploadId)) return false;
      // Taken here before anybody is asked: of two requests in this process one waits, whatever the database says.
      held.set(uploadId, holder);
      try {
        if (await locks.tryLock(keyOf(uploadId))) return true;
      } catch (error) {
        held.delete(uploadId);
        throw error;
      }
      held.delete(uploadId);
      return false;
    },
    async unlock(uploadId) {
      if (!held.delete(uploadId)) return;
      await locks.unlock(keyOf(uploadId));
    },
    askToRelease: (uploadId) => held.get(uploadId)?.release(),
    close: () => locks.close(),
  };
}
