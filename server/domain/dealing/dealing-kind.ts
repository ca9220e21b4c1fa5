/**
 * Every kind of dealing, and what is known of it before anybody says what it shall do. A new kind begins with a line here;
 * server/registry/README.md has the files that follow.
 */
import type { BatchStatus } from '../batch/batch-state.ts';
import type { BatchStep } from '../batch/batch-step.ts';
import type { CaveatEffect } from './payload/rights.ts';

/** A kind that people open on registered parcels. */
export interface ParcelKindRule {
  readonly about: 'parcel';
  /** How many parcels it can be about. */
  readonly targets: readonly [least: number, most: number];
  /** The effect of a caveat that stops it; none where it goes on whatever caveats there are. */
  readonly stoppedBy?: CaveatEffect;
  /** What a mortgage on the parcel does to it: stops it, or is only told to who decides. */
  readonly mortgage?: 'stops' | 'told';
  /** Where people begin it: on the page of a parcel unless said. */
  readonly begunOn?: 'dealing' | 'archive';
  /** A right whose term is over stops it. */
  readonly needsTerm?: true;
  /** It is done to somebody's right, so there must be one. */
  readonly needsHolder?: true;
}

/** A kind that is proposed on a batch of imported records, by steps of the batch (batch/batch-step.ts). */
export interface BatchKindRule {
  readonly about: 'batch';
  readonly steps: { readonly propose: BatchStep; readonly approve: BatchStep };
  /** States of the batch: in which it is proposed and to which it is sent back, while it is decided on, and once it is registered. */
  readonly batch: { readonly before: BatchStatus; readonly proposed: BatchStatus; readonly registered: BatchStatus };
}

export const DEALING_KIND_RULES = {
  // A cut takes nothing from the mortgagee: the mortgage goes on on every part. A transfer needs the release first.
  split: { about: 'parcel', targets: [1, 1], stoppedBy: 'split', mortgage: 'told', needsTerm: true },
  merge: { about: 'parcel', targets: [2, 100], stoppedBy: 'split', mortgage: 'told', needsTerm: true },
  boundary_adjustment: { about: 'parcel', targets: [2, 20], stoppedBy: 'split', mortgage: 'told', needsTerm: true },
  resurvey: { about: 'parcel', targets: [1, 1], stoppedBy: 'split', mortgage: 'told' },
  transfer: {
    about: 'parcel',
    targets: [1, 1],
    stoppedBy: 'transfer',
    mortgage: 'stops',
    needsHolder: true,
    needsTerm: true,
  },
  holder_correction: { about: 'parcel', targets: [1, 1], needsHolder: true },
  purpose_change: { about: 'parcel', targets: [1, 1], mortgage: 'told', needsHolder: true },
  term_extension: { about: 'parcel', targets: [1, 1], mortgage: 'told', needsHolder: true },
  mortgage_registration: {
    about: 'parcel',
    targets: [1, 100],
    stoppedBy: 'mortgage',
    needsHolder: true,
    needsTerm: true,
  },
  mortgage_change: { about: 'parcel', targets: [1, 100], stoppedBy: 'mortgage' },
  mortgage_release: { about: 'parcel', targets: [1, 100] },
  caveat_placement: { about: 'parcel', targets: [1, 100] },
  caveat_release: { about: 'parcel', targets: [1, 1] },
  // A caveat that stops transfers stops what gives the land into other hands for a time as well.
  lease_registration: {
    about: 'parcel',
    targets: [1, 1],
    stoppedBy: 'transfer',
    mortgage: 'told',
    needsHolder: true,
    needsTerm: true,
  },
  lease_end: { about: 'parcel', targets: [1, 100] },
  restriction: { about: 'parcel', targets: [1, 1] },
  certificate_issue: { about: 'parcel', targets: [1, 100], needsHolder: true, needsTerm: true },
  certificate_exchange: { about: 'parcel', targets: [1, 100], needsHolder: true },
  certificate_reissue: { about: 'parcel', targets: [1, 100], needsHolder: true },
  certificate_correction: { about: 'parcel', targets: [1, 100], needsHolder: true },
  certificate_recall: { about: 'parcel', targets: [1, 100], needsHolder: true },
  certificate_cancellation: { about: 'parcel', targets: [1, 100], needsHolder: true },
  certificate_confirmation: { about: 'parcel', targets: [1, 100], begunOn: 'archive' },
  reversal: { about: 'parcel', targets: [1, 100], begunOn: 'dealing' },
  import_promotion: {
    about: 'batch',
    steps: { propose: 'propose', approve: 'promote' },
    batch: { before: 'validated', proposed: 'proposed', registered: 'promoted' },
  },
  import_reversal: {
    about: 'batch',
    steps: { propose: 'reverse', approve: 'approveReversal' },
    batch: { before: 'promoted', proposed: 'reversal_proposed', registered: 'reversed' },
  },
} as const satisfies Record<string, ParcelKindRule | BatchKindRule>;

type Rules = typeof DEALING_KIND_RULES;
export type DealingKind = keyof Rules;
type KindAbout<About> = { [K in DealingKind]: Rules[K]['about'] extends About ? K : never }[DealingKind];
export type ParcelDealingKind = KindAbout<'parcel'>;
export type BatchDealingKind = KindAbout<'batch'>;

export const DEALING_KINDS = Object.keys(DEALING_KIND_RULES) as readonly DealingKind[];

export const isParcelKind = (kind: DealingKind): kind is ParcelDealingKind =>
  DEALING_KIND_RULES[kind].about === 'parcel';

export const PARCEL_DEALING_KINDS: readonly ParcelDealingKind[] = DEALING_KINDS.filter(isParcelKind);

export const parcelKindRule = (kind: ParcelDealingKind): ParcelKindRule => DEALING_KIND_RULES[kind];

export const batchKindRule = (kind: BatchDealingKind): BatchKindRule => DEALING_KIND_RULES[kind];

/** The kind that waits for a second person while a batch is in this state. */
export const kindProposedIn = (status: BatchStatus): BatchDealingKind | undefined =>
  DEALING_KINDS.find(
    (kind): kind is BatchDealingKind => !isParcelKind(kind) && batchKindRule(kind).batch.proposed === status,
  );
