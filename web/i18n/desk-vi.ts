import { blankVi } from './desk-blank-vi.ts';
import { dealVi } from './desk-deal-vi.ts';
import { findVi } from './desk-find-vi.ts';
import { frameVi } from './desk-frame-vi.ts';
import { landVi } from './desk-land-vi.ts';
import { layerVi } from './desk-layer-vi.ts';
import { lookupVi } from './desk-lookup-vi.ts';
import { mapSheetVi } from './desk-map-sheet-vi.ts';
import { paperVi } from './desk-paper-vi.ts';
import { requestVi } from './desk-request-vi.ts';
import { reviewVi } from './desk-review-vi.ts';
import { scanVi } from './desk-scan-vi.ts';
import { uploadVi } from './desk-upload-vi.ts';

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
