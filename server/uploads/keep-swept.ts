import type pg from 'pg';
import { sweepUploads } from '../registry/upload/sweep-uploads.ts';
import type { UploadLocks } from '../registry/upload/upload-locks.ts';

export interface Sweeper {
  stop(): Promise<void>;
}

const EVERY_MS = 600_000;

/** Sweeps expired uploads every ten minutes. Several processes may: what one removed is gone for the other. */
export function keepSwept(
  pool: pg.Pool,
  folder: string,
  locks: UploadLocks,
  onTrouble: (error: unknown) => void,
): Sweeper {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = sweepUploads(pool, folder, async (uploadId, remove) => {
      const nothing = () => undefined;
      // Somebody is at it this moment: next time.
      if (!(await locks.tryLock(uploadId, { release: nothing, lose: nothing }))) return;
      await remove().finally(() => locks.unlock(uploadId));
    }).catch(onTrouble);
  }, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
