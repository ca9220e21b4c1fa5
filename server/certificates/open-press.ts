import type pg from 'pg';
import type { PaperPress } from './issue-paper.ts';
import { openSeal, type PaperSeal, type SigningSettings } from './signing/open-seal.ts';

/** What papers are made with. The keys are opened when the first one is signed, once. */
export function openPress(
  pool: pg.Pool,
  given: Pick<PaperPress, 'storageDir' | 'personalDataKey' | 'publicUrl'>,
  signing: SigningSettings,
): PaperPress {
  let seal: Promise<PaperSeal> | undefined;
  return {
    pool,
    ...given,
    openSeal: () => {
      seal ??= openSeal(signing, given.storageDir, given.personalDataKey).catch((error: unknown) => {
        seal = undefined;
        throw error;
      });
      return seal;
    },
  };
}
