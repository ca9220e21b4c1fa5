/** The life of a batch under review: its states, the steps between them and who may take which. */
import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import type { Role } from '../role.ts';
import { STAFF_ROLES } from '../role.ts';
import { type ImportKind, KIND_FACTS } from './import-kind.ts';

export const BATCH_STATUSES = [
  'received',
  'staged',
  'validated',
  'proposed',
  'promoted',
  'reversal_proposed',
  'refused',
  'rejected',
  'reversed',
] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

/** Whether the pipeline still has something to do with it. */
export const isUnread = (status: BatchStatus): boolean => status === 'received' || status === 'staged';

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

interface StepRule {
  readonly from: readonly BatchStatus[];
  readonly roles: readonly Role[];
}

/** From which states, and for which roles. A door asks for the role; the state is asked with the batch locked. */
export const STEP_RULES = {
  correct: { from: ['validated'], roles: ['officer', 'surveyor'] },
  exclude: { from: ['validated'], roles: ['officer', 'surveyor'] },
  include: { from: ['validated'], roles: ['officer', 'surveyor'] },
  override: { from: ['validated', 'refused'], roles: ['officer', 'surveyor'] },
  propose: { from: ['validated'], roles: ['officer'] },
  // The approver says no, or who proposed takes it back.
  sendBack: { from: ['proposed', 'reversal_proposed'], roles: ['officer', 'approver'] },
  reject: { from: ['validated', 'proposed', 'refused'], roles: ['officer', 'approver'] },
  promote: { from: ['proposed'], roles: ['approver'] },
  reverse: { from: ['promoted'], roles: ['officer', 'approver'] },
  approveReversal: { from: ['reversal_proposed'], roles: ['approver'] },
  // While it waits to be read or is being read, whoever reads it.
  cancel: { from: ['received', 'staged'], roles: ['officer', 'surveyor', 'approver'] },
} as const satisfies Record<BatchStep, StepRule>;

/** What the rules look at. */
export interface BatchFacts {
  readonly kind: ImportKind;
  readonly status: BatchStatus;
  /** Who made the open proposal; null while there is none. */
  readonly proposedBy: string | null;
}

/** Four eyes: who proposes does not approve, whatever roles she has. */
export const isOwnProposal = (batch: BatchFacts, actor: Pick<Actor, 'id'>): boolean => batch.proposedBy === actor.id;

/** Whether this step is this person's to take in this state. */
export function mayStep(step: BatchStep, batch: BatchFacts, actor: Pick<Actor, 'id' | 'roles'>): boolean {
  const rule: StepRule = STEP_RULES[step];
  // That a batch of a kind without review is being read can be ended like any other reading.
  if (
    (!KIND_FACTS[batch.kind].isReviewed && step !== 'cancel') ||
    !rule.from.includes(batch.status) ||
    !hasRole(actor, rule.roles)
  )
    return false;
  if (step === 'promote' || step === 'approveReversal') return !isOwnProposal(batch, actor);
  if (step === 'sendBack') return hasRole(actor, ['approver']) || isOwnProposal(batch, actor);
  return true;
}

export const allowedSteps = (batch: BatchFacts, actor: Pick<Actor, 'id' | 'roles'>): BatchStep[] =>
  BATCH_STEPS.filter((step) => mayStep(step, batch, actor));
