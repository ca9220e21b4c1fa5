/** The life of a dealing on registered parcels: its kinds, its states, the steps between them and who may take which. */
import { type Actor, hasRole } from '../actor.ts';
import { type Role, STAFF_ROLES } from '../role.ts';

export const DEALING_STATUSES = [
  'draft',
  'lodged',
  'examined',
  'approved',
  'registered',
  'closed',
  'refused',
  'withdrawn',
] as const;
export type DealingStatus = (typeof DEALING_STATUSES)[number];

/** Kinds that people open on parcels; promotions and reversals of imports have doors of their own (batches). */
export const PARCEL_DEALING_KINDS = [
  'split',
  'transfer',
  'mortgage_registration',
  'mortgage_release',
  'caveat_placement',
  'caveat_release',
] as const;
export type ParcelDealingKind = (typeof PARCEL_DEALING_KINDS)[number];
export const DEALING_KINDS = [...PARCEL_DEALING_KINDS, 'import_promotion', 'import_reversal'] as const;
export type DealingKind = (typeof DEALING_KINDS)[number];

export const DEALING_STEPS = ['lodge', 'examine', 'suspend', 'resume', 'approve', 'refuse', 'withdraw'] as const;
export type DealingStep = (typeof DEALING_STEPS)[number];

export const DEALING_READERS = [...STAFF_ROLES, 'auditor', 'admin'] as const satisfies readonly Role[];
/** Who may open one and work on it before a decision. */
export const DEALING_OPENERS = ['officer', 'surveyor'] as const satisfies readonly Role[];

interface StepRule {
  readonly from: readonly DealingStatus[];
  readonly roles: readonly Role[];
  /** Whether the step is for a dealing whose clock is stopped, for one whose clock runs, or either. */
  readonly suspended: boolean | null;
}

/** From which states, and for which roles. A door asks for the role; the state is asked with the dealing locked. */
export const DEALING_STEP_RULES: Record<DealingStep, StepRule> = {
  lodge: { from: ['draft'], roles: DEALING_OPENERS, suspended: null },
  examine: { from: ['lodged'], roles: ['officer', 'surveyor', 'approver'], suspended: false },
  suspend: { from: ['lodged', 'examined'], roles: ['officer', 'approver'], suspended: false },
  resume: { from: ['lodged', 'examined'], roles: ['officer', 'approver'], suspended: true },
  approve: { from: ['lodged', 'examined'], roles: ['approver'], suspended: false },
  refuse: { from: ['lodged', 'examined'], roles: ['approver'], suspended: null },
  withdraw: { from: ['draft', 'lodged', 'examined'], roles: DEALING_OPENERS, suspended: null },
};

/** What the rules look at. */
export interface DealingFacts {
  readonly kind: DealingKind;
  readonly status: DealingStatus;
  readonly proposedBy: string;
  readonly suspended: boolean;
}

export const isParcelKind = (kind: string): kind is ParcelDealingKind =>
  (PARCEL_DEALING_KINDS as readonly string[]).includes(kind);

/** Whether somebody may still change what is in the register by it. */
export const isOpen = (status: DealingStatus): boolean =>
  status === 'draft' || status === 'lodged' || status === 'examined' || status === 'approved';

/** Four eyes: who proposes does not decide, whatever roles she has. */
export const isOwnDealing = (dealing: Pick<DealingFacts, 'proposedBy'>, actor: Pick<Actor, 'id'>): boolean =>
  dealing.proposedBy === actor.id;

/** Whether this step is this person's to take in this state. */
export function mayTakeStep(step: DealingStep, dealing: DealingFacts, actor: Pick<Actor, 'id' | 'roles'>): boolean {
  const rule = DEALING_STEP_RULES[step];
  if (!isParcelKind(dealing.kind) || !rule.from.includes(dealing.status) || !hasRole(actor, rule.roles)) return false;
  if (rule.suspended !== null && rule.suspended !== dealing.suspended) return false;
  if (step === 'approve' || step === 'refuse') return !isOwnDealing(dealing, actor);
  if (step === 'lodge' || step === 'withdraw') return isOwnDealing(dealing, actor);
  return true;
}

export const stepsNow = (dealing: DealingFacts, actor: Pick<Actor, 'id' | 'roles'>): DealingStep[] =>
  DEALING_STEPS.filter((step) => mayTakeStep(step, dealing, actor));
