/** Every kind of dealing. A new one is a line here, one of domain/dealing/dealing-kind.ts, and a folder. */
import type { BatchDealingKind, DealingKind, ParcelDealingKind } from '../../domain/dealing/dealing-kind.ts';
import { BOUNDARY_ADJUSTMENT } from './boundary/adjust-boundary.ts';
import { RESURVEY } from './boundary/resurvey.ts';
import { CAVEAT_PLACEMENT } from './caveat/place-caveat.ts';
import { CAVEAT_RELEASE } from './caveat/release-caveat.ts';
import { CERTIFICATE_CONFIRMATION } from './certificate/confirm-certificates.ts';
import { CERTIFICATE_DEALINGS } from './certificate/deal-certificates.ts';
import type { BatchKind, ParcelKind } from './dealing-kind-interface.ts';
import { HOLDER_CORRECTION } from './holder/correct-holder.ts';
import { LEASE_END } from './lease/end-lease.ts';
import { LEASE_REGISTRATION } from './lease/register-lease.ts';
import { MERGE } from './merge/register-merge.ts';
import { MORTGAGE_CHANGE } from './mortgage/change-mortgage.ts';
import { MORTGAGE_REGISTRATION } from './mortgage/register-mortgage.ts';
import { MORTGAGE_RELEASE } from './mortgage/release-mortgage.ts';
import { IMPORT_PROMOTION } from './promotion/import-promotion.ts';
import { PURPOSE_CHANGE } from './purpose/change-purposes.ts';
import { RESTRICTION } from './restriction/register-restriction.ts';
import { IMPORT_REVERSAL } from './reversal/import-reversal.ts';
import { SPLIT } from './split/register-split.ts';
import { TERM_EXTENSION } from './term/extend-term.ts';
import { TRANSFER } from './transfer/register-transfer.ts';
import { REVERSAL } from './undo/register-undo.ts';

const KINDS: {
  readonly [K in DealingKind]: K extends ParcelDealingKind
    ? ParcelKind<K>
    : K extends BatchDealingKind
      ? BatchKind<K>
      : never;
} = {
  split: SPLIT,
  merge: MERGE,
  boundary_adjustment: BOUNDARY_ADJUSTMENT,
  resurvey: RESURVEY,
  transfer: TRANSFER,
  holder_correction: HOLDER_CORRECTION,
  purpose_change: PURPOSE_CHANGE,
  term_extension: TERM_EXTENSION,
  mortgage_registration: MORTGAGE_REGISTRATION,
  mortgage_change: MORTGAGE_CHANGE,
  mortgage_release: MORTGAGE_RELEASE,
  caveat_placement: CAVEAT_PLACEMENT,
  caveat_release: CAVEAT_RELEASE,
  lease_registration: LEASE_REGISTRATION,
  lease_end: LEASE_END,
  restriction: RESTRICTION,
  ...CERTIFICATE_DEALINGS,
  certificate_confirmation: CERTIFICATE_CONFIRMATION,
  reversal: REVERSAL,
  import_promotion: IMPORT_PROMOTION,
  import_reversal: IMPORT_REVERSAL,
};

/** A kind by its name. Its subject is of the same kind, because both were read by it. */
export const parcelKind = (kind: ParcelDealingKind): ParcelKind<ParcelDealingKind> =>
  KINDS[kind] as unknown as ParcelKind<ParcelDealingKind>;

export const batchKind = (kind: BatchDealingKind): BatchKind => KINDS[kind];
