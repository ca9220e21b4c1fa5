/** Steps of a dealing that stands by itself, and who may take which. Those of imports are steps of their batch (batch/batch-step.ts). */
import type { Actor } from '../actor.ts';
import { type Role, STAFF_ROLES } from '../role.ts';
import { type DealingKind, isParcelKind } from './dealing-kind.ts';
import { type DealingStatus, dealingStates } from './dealing-state.ts';
import { fitsRule, type StepFacts, type StepRule } from './step-rule.ts';

export const DEALING_STEPS = ['lodge', 'examine', 'suspend', 'resume', 'approve', 'refuse', 'withdraw'] as const;
export type DealingStep = (typeof DEALING_STEPS)[number];

export const DEALING_READERS = [...STAFF_ROLES, 'auditor', 'admin'] as const satisfies readonly Role[];
/** Who may open one and work on it before a decision. */
export const DEALING_OPENERS = ['officer', 'surveyor'] as const satisfies readonly Role[];

interface DealingStepRule extends StepRule<DealingStatus> {
  /** For a dealing whose clock is stopped, or for one whose clock runs; for either unless said. */
  readonly suspended?: boolean;
}

const UNDECIDED = dealingStates('undecided');

export const DEALING_STEP_RULES = {
  lodge: { from: ['draft'], roles: DEALING_OPENERS, ownOnly: DEALING_OPENERS },
  examine: { from: ['lodged'], roles: ['officer', 'surveyor', 'approver'], suspended: false },
  suspend: { from: UNDECIDED, roles: ['officer', 'approver'], suspended: false },
  resume: { from: UNDECIDED, roles: ['officer', 'approver'], suspended: true },
  approve: { from: UNDECIDED, roles: ['approver'], fourEyes: true, suspended: false },
  refuse: { from: UNDECIDED, roles: ['approver'], fourEyes: true },
  withdraw: { from: ['draft', ...UNDECIDED], roles: DEALING_OPENERS, ownOnly: DEALING_OPENERS },
} as const satisfies Record<DealingStep, DealingStepRule>;

/** What the rules look at. */
export interface DealingFacts extends StepFacts<DealingStatus> {
  readonly kind: DealingKind;
  readonly suspended: boolean;
  /** Place in its file, from 1. */
  readonly fileNo: number;
}

/** Whether it follows others in a file: it moves with the first of them. */
export const isLater = ({ fileNo }: Pick<DealingFacts, 'fileNo'>): boolean => fileNo > 1;

/** Steps of a dealing that follows others, while it is a draft: it can be taken out of the file, and what follows it with it. */
export const LATER_STEPS: readonly DealingStep[] = ['withdraw'];

/** Whether this step is this person's to take in this state. */
export function mayTakeStep(step: DealingStep, dealing: DealingFacts, actor: Pick<Actor, 'id' | 'roles'>): boolean {
  const rule: DealingStepRule = DEALING_STEP_RULES[step];
  if (!isParcelKind(dealing.kind)) return false;
  if (isLater(dealing) && !(LATER_STEPS.includes(step) && dealing.status === 'draft')) return false;
  if (rule.suspended !== undefined && rule.suspended !== dealing.suspended) return false;
  return fitsRule(rule, dealing, actor);
}

export const stepsNow = (dealing: DealingFacts, actor: Pick<Actor, 'id' | 'roles'>): DealingStep[] =>
  DEALING_STEPS.filter((step) => mayTakeStep(step, dealing, actor));
