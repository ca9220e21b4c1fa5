import type pg from 'pg';
import type { PaperPress } from './issue-paper.ts';
import { openTrialSigner } from './open-trial-signer.ts';
import type { PaperSigner } from './signer.ts';

/** What papers are made with. The key is opened when the first one is signed, once. */
export function openPress(
  pool: pg.Pool,
  given: Pick<PaperPress, 'storageDir' | 'personalDataKey' | 'publicUrl'>,
): PaperPress {
  let signer: Promise<PaperSigner> | undefined;
  return {
    pool,
    ...given,
    openSigner: () => {
      signer ??= openTrialSigner(given.storageDir, given.personalDataKey).catch((error: unknown) => {
        signer = undefined;
        throw error;
      });
      return signer;
    },
  };
}
