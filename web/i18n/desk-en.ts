import { blankEn } from './desk-blank-en.ts';
import { dealEn } from './desk-deal-en.ts';
import { findEn } from './desk-find-en.ts';
import { frameEn } from './desk-frame-en.ts';
import { landEn } from './desk-land-en.ts';
import { layerEn } from './desk-layer-en.ts';
import { lookupEn } from './desk-lookup-en.ts';
import { mapSheetEn } from './desk-map-sheet-en.ts';
import { paperEn } from './desk-paper-en.ts';
import { requestEn } from './desk-request-en.ts';
import { reviewEn } from './desk-review-en.ts';
import { scanEn } from './desk-scan-en.ts';
import { uploadEn } from './desk-upload-en.ts';
import type { DeskWordKey } from './desk-vi.ts';

export const deskEn: Readonly<Record<DeskWordKey, string>> = {
  ...blankEn,
  ...dealEn,
  ...findEn,
  ...frameEn,
  ...landEn,
  ...layerEn,
  ...lookupEn,
  ...mapSheetEn,
  ...paperEn,
  ...requestEn,
  ...reviewEn,
  ...scanEn,
  ...uploadEn,
};
