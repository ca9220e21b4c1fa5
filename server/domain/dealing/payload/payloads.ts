/** What a dealing of each kind says (contract section 6). */
import type { Static } from 'typebox';
import type { ParcelDealingKind } from '../dealing-kind.ts';
import { CertificateConfirmationPayload } from './archive.ts';
import { LeaseEndPayload, LeaseRegistrationPayload, MortgageChangePayload, RestrictionPayload } from './burdens.ts';
import { CertificatePayload } from './certificates.ts';
import { HolderCorrectionPayload } from './holder.ts';
import {
  BoundaryAdjustmentPayload,
  MergePayload,
  PurposeChangePayload,
  ResurveyPayload,
  SplitPayload,
} from './land.ts';
import {
  CaveatPlacementPayload,
  CaveatReleasePayload,
  MortgageRegistrationPayload,
  MortgageReleasePayload,
  ReversalPayload,
  TermExtensionPayload,
  TransferPayload,
} from './rights.ts';

export const PAYLOADS = {
  split: SplitPayload,
  merge: MergePayload,
  boundary_adjustment: BoundaryAdjustmentPayload,
  resurvey: ResurveyPayload,
  transfer: TransferPayload,
  holder_correction: HolderCorrectionPayload,
  purpose_change: PurposeChangePayload,
  term_extension: TermExtensionPayload,
  mortgage_registration: MortgageRegistrationPayload,
  mortgage_change: MortgageChangePayload,
  mortgage_release: MortgageReleasePayload,
  caveat_placement: CaveatPlacementPayload,
  caveat_release: CaveatReleasePayload,
  lease_registration: LeaseRegistrationPayload,
  lease_end: LeaseEndPayload,
  restriction: RestrictionPayload,
  certificate_issue: CertificatePayload,
  certificate_exchange: CertificatePayload,
  certificate_reissue: CertificatePayload,
  certificate_correction: CertificatePayload,
  certificate_recall: CertificatePayload,
  certificate_cancellation: CertificatePayload,
  certificate_confirmation: CertificateConfirmationPayload,
  reversal: ReversalPayload,
} as const satisfies Record<ParcelDealingKind, unknown>;

export type PayloadOf<K extends ParcelDealingKind> = Static<(typeof PAYLOADS)[K]>;
