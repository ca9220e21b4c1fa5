import type { DeskWordKey } from '../vi/desk.ts';
import { blankEn } from './desk-blank.ts';
import { dealEn } from './desk-deal.ts';
import { findEn } from './desk-find.ts';
import { frameEn } from './desk-frame.ts';
import { landEn } from './desk-land.ts';
import { layerEn } from './desk-layer.ts';
import { lookupEn } from './desk-lookup.ts';
import { mapSheetEn } from './desk-map-sheet.ts';
import { paperEn } from './desk-paper.ts';
import { requestEn } from './desk-request.ts';
import { reviewEn } from './desk-review.ts';
import { scanEn } from './desk-scan.ts';
import { uploadEn } from './desk-upload.ts';

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
