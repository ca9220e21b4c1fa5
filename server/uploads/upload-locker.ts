import { setTimeout as wait } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker } from '@tus/server';
import type { Notices } from '../registry/register/notices.ts';
import type { UploadLocks } from '../registry/upload/upload-locks.ts';

export interface LockWait {
  /** How long a request waits for another to let go, ms. */
  readonly longestMs: number;
  readonly lookMs: number;
}
const WAIT: LockWait = { longestMs: 20_000, lookMs: 50 };

/**
 * The lock of tus over locks that hold in all processes. A request that finds the upload taken asks the holder, wherever
 * he is, to end (a connection that died half-way still holds it), and looks again until he has.
 */
export function createLocker(
  locks: UploadLocks,
  notices: Notices,
  stopAtOnce: (uploadId: string) => void,
  { longestMs, lookMs }: LockWait = WAIT,
): Locker {
  return {
    newLock(uploadId: string): Lock {
      return {
        async lock(signal, requestRelease) {
          const held = { release: () => void requestRelease(), lose: () => stopAtOnce(uploadId) };
          const until = Date.now() + longestMs;
          for (let asked = false; ; asked = true) {
            if (signal.aborted) throw ERRORS.ABORTED;
            if (await locks.tryLock(uploadId, held)) return;
            if (Date.now() > until) throw ERRORS.ERR_LOCK_TIMEOUT;
            if (!asked) {
              locks.askToRelease(uploadId);
              await notices.say('diaba_upload', uploadId);
            }
            await wait(lookMs);
          }
        },
        unlock: () => locks.unlock(uploadId),
      };
    },
  };
}
