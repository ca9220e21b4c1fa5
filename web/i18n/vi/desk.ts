import { blankVi } from './desk-blank.ts';
import { dealVi } from './desk-deal.ts';
import { findVi } from './desk-find.ts';
import { frameVi } from './desk-frame.ts';
import { landVi } from './desk-land.ts';
import { layerVi } from './desk-layer.ts';
import { lookupVi } from './desk-lookup.ts';
import { mapSheetVi } from './desk-map-sheet.ts';
import { paperVi } from './desk-paper.ts';
import { requestVi } from './desk-request.ts';
import { reviewVi } from './desk-review.ts';
import { scanVi } from './desk-scan.ts';
import { uploadVi } from './desk-upload.ts';

/** Vietnamese: the complete list of words of the desk; English must have the same keys. */
export const deskVi = {
  ...blankVi,
  ...dealVi,
  ...findVi,
  ...frameVi,
  ...landVi,
  ...layerVi,
  ...lookupVi,
  ...mapSheetVi,
  ...paperVi,
  ...requestVi,
  ...reviewVi,
  ...scanVi,
  ...uploadVi,
} as const;

export type DeskWordKey = keyof typeof deskVi;
