import type pg from 'pg';
import type { PaperPress } from './issue-paper.ts';
import { openSeal, type PaperSeal, type SigningSettings } from './signing/open-seal.ts';
import { TEMPLATE_SHELF, type TemplateShelf } from './versions/template-shelf.ts';

/** What papers are made with. The keys are opened when the first one is signed, once. */
export function openPress(
  pool: pg.Pool,
  given: Pick<PaperPress, 'storageDir' | 'personalDataKey' | 'publicUrl'>,
  signing: SigningSettings,
  templates: TemplateShelf = TEMPLATE_SHELF,
): PaperPress {
  let seal: Promise<PaperSeal> | undefined;
  return {
    pool,
    ...given,
    templates,
    openSeal: () => {
      seal ??= openSeal(signing, given.storageDir, given.personalDataKey).catch((error: unknown) => {
        seal = undefined;
        throw error;
      });
      return seal;
    },
  };
}
