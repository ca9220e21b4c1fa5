/** Steps of a batch under review, and who may take which. Those that a second person takes decide on its open dealing. */
import type { Actor } from '../actor.ts';
import { fitsRule, type StepFacts, type StepRule } from '../dealing/step-rule.ts';
import type { Role } from '../role.ts';
import { STAFF_ROLES } from '../role.ts';
import { type BatchStatus, batchStates } from './batch-state.ts';
import { type ImportKind, KIND_FACTS } from './import-kind.ts';

export const BATCH_STEPS = [
  'correct',
  'exclude',
  'include',
  'override',
  'propose',
  'sendBack',
  'reject',
  'promote',
  'reverse',
  'approveReversal',
  'cancel',
] as const;
export type BatchStep = (typeof BATCH_STEPS)[number];

/** Who may look at a batch. Persons in it are shown to {@link PERSON_ROLES} only. */
export const BATCH_READERS = [...STAFF_ROLES, 'auditor', 'admin'] as const satisfies readonly Role[];
export const PERSON_ROLES: readonly Role[] = STAFF_ROLES;

interface BatchStepRule extends StepRule<BatchStatus> {
  /** Also of a batch of a kind without review: that it is being read can be ended like any other reading. */
  readonly withoutReview?: true;
}

export const STEP_RULES = {
  correct: { from: ['validated'], roles: ['officer', 'surveyor'] },
  exclude: { from: ['validated'], roles: ['officer', 'surveyor'] },
  include: { from: ['validated'], roles: ['officer', 'surveyor'] },
  override: { from: ['validated', 'refused'], roles: ['officer', 'surveyor'] },
  propose: { from: ['validated'], roles: ['officer'] },
  // The approver says no, or who proposed takes it back.
  sendBack: { from: batchStates('proposed'), roles: ['officer', 'approver'], ownOnly: ['officer'] },
  reject: { from: ['validated', 'proposed', 'refused'], roles: ['officer', 'approver'] },
  promote: { from: ['proposed'], roles: ['approver'], fourEyes: true },
  reverse: { from: ['promoted'], roles: ['officer', 'approver'] },
  approveReversal: { from: ['reversal_proposed'], roles: ['approver'], fourEyes: true },
  // While it waits to be read or is being read, whoever reads it.
  cancel: { from: batchStates('unread'), roles: ['officer', 'surveyor', 'approver'], withoutReview: true },
} as const satisfies Record<BatchStep, BatchStepRule>;

/** What the rules look at. */
export interface BatchFacts extends StepFacts<BatchStatus> {
  readonly kind: ImportKind;
}

/** Whether this step is this person's to take in this state. */
export function mayStep(step: BatchStep, batch: BatchFacts, actor: Pick<Actor, 'id' | 'roles'>): boolean {
  const rule: BatchStepRule = STEP_RULES[step];
  return (KIND_FACTS[batch.kind].isReviewed || rule.withoutReview === true) && fitsRule(rule, batch, actor);
}

export const allowedSteps = (batch: BatchFacts, actor: Pick<Actor, 'id' | 'roles'>): BatchStep[] =>
  BATCH_STEPS.filter((step) => mayStep(step, batch, actor));
