/** The table of rules: those with a file each, and what plans say of a payload while they work it out. */
import { areaDiffers } from './land/area-differs.ts';
import { axesSwapped } from './land/axes-swapped.ts';
import { groundLost } from './land/ground-lost.ts';
import { noRoadAccess } from './land/no-road-access.ts';
import { otherZone } from './land/other-zone.ts';
import { partAreaDiffers } from './land/part-area-differs.ts';
import { pieceTooNarrow } from './land/piece-too-narrow.ts';
import { pieceTooSmall } from './land/piece-too-small.ts';
import { purposesAddUp } from './land/purposes-add-up.ts';
import { sliver } from './land/sliver.ts';
import { surveyLeavesGap } from './land/survey-leaves-gap.ts';
import { surveyOverlaps } from './land/survey-overlaps.ts';
import { ARCHIVE_RULES } from './plan/archive-rules.ts';
import { BOUNDARY_RULES } from './plan/boundary-rules.ts';
import { CERTIFICATE_RULES } from './plan/certificate-rules.ts';
import { ENTRY_RULES } from './plan/entry-rules.ts';
import { FILE_RULES } from './plan/file-rules.ts';
import { HOLDER_RULES } from './plan/holder-rules.ts';
import { LEASE_RULES } from './plan/lease-rules.ts';
import { MERGE_RULES } from './plan/merge-rules.ts';
import { MORTGAGE_RULES } from './plan/mortgage-rules.ts';
import { PROOF_RULES } from './plan/proof-rules.ts';
import { PURPOSE_RULES } from './plan/purpose-rules.ts';
import { REGISTER_RULES } from './plan/register-rules.ts';
import { RESTRICTION_RULES } from './plan/restriction-rules.ts';
import { RESURVEY_RULES } from './plan/resurvey-rules.ts';
import { REVERSAL_RULES } from './plan/reversal-rules.ts';
import { SPLIT_RULES } from './plan/split-rules.ts';
import { TERM_RULES } from './plan/term-rules.ts';
import { caveatStopsMortgage } from './right/caveat-stops-mortgage.ts';
import { caveatStopsSplit } from './right/caveat-stops-split.ts';
import { caveatStopsTransfer } from './right/caveat-stops-transfer.ts';
import { holderLeftOut } from './right/holder-left-out.ts';
import { holderNotOfPart } from './right/holder-not-of-part.ts';
import { leaseBeyondTerm } from './right/lease-beyond-term.ts';
import { moreThanHeld } from './right/more-than-held.ts';
import { mortgaged } from './right/mortgaged.ts';
import { noHolder } from './right/no-holder.ts';
import { notGivenWhole } from './right/not-given-whole.ts';
import { shareSum } from './right/share-sum.ts';
import { termExpired } from './right/term-expired.ts';
import { unproven } from './right/unproven.ts';
import { documentInFuture } from './target/document-in-future.ts';
import { notCurrent } from './target/not-current.ts';
import { stale } from './target/stale.ts';

/** Rules of law and of the register, each judged by its own check in its own file. */
export const CHECKED_RULES = {
  [areaDiffers.code]: areaDiffers,
  [axesSwapped.code]: axesSwapped,
  [groundLost.code]: groundLost,
  [noRoadAccess.code]: noRoadAccess,
  [otherZone.code]: otherZone,
  [partAreaDiffers.code]: partAreaDiffers,
  [pieceTooNarrow.code]: pieceTooNarrow,
  [pieceTooSmall.code]: pieceTooSmall,
  [purposesAddUp.code]: purposesAddUp,
  [sliver.code]: sliver,
  [surveyLeavesGap.code]: surveyLeavesGap,
  [surveyOverlaps.code]: surveyOverlaps,
  [caveatStopsMortgage.code]: caveatStopsMortgage,
  [caveatStopsSplit.code]: caveatStopsSplit,
  [caveatStopsTransfer.code]: caveatStopsTransfer,
  [holderLeftOut.code]: holderLeftOut,
  [holderNotOfPart.code]: holderNotOfPart,
  [leaseBeyondTerm.code]: leaseBeyondTerm,
  [moreThanHeld.code]: moreThanHeld,
  [mortgaged.code]: mortgaged,
  [noHolder.code]: noHolder,
  [notGivenWhole.code]: notGivenWhole,
  [shareSum.code]: shareSum,
  [termExpired.code]: termExpired,
  [unproven.code]: unproven,
  [documentInFuture.code]: documentInFuture,
  [notCurrent.code]: notCurrent,
  [stale.code]: stale,
} as const;

/** Codes that fall out of a plan: it cannot be drawn, changes nothing, or has something to tell. */
const PLAN_RULES = {
  ...ARCHIVE_RULES,
  ...BOUNDARY_RULES,
  ...CERTIFICATE_RULES,
  ...ENTRY_RULES,
  ...FILE_RULES,
  ...HOLDER_RULES,
  ...LEASE_RULES,
  ...MERGE_RULES,
  ...MORTGAGE_RULES,
  ...PROOF_RULES,
  ...PURPOSE_RULES,
  ...REGISTER_RULES,
  ...RESTRICTION_RULES,
  ...RESURVEY_RULES,
  ...REVERSAL_RULES,
  ...SPLIT_RULES,
  ...TERM_RULES,
} as const;

export const ALL_RULES = { ...CHECKED_RULES, ...PLAN_RULES } as const;
export type RuleCode = keyof typeof ALL_RULES;
