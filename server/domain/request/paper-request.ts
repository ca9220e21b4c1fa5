/** The life of a request for a paper: what may be asked for, its states, the steps between them and who may take which. */
import { type Actor, hasRole } from '../actor.ts';
import { PAPER_KINDS, type PaperKind } from '../paper.ts';
import type { Role } from '../role.ts';

/** Kinds that anybody may ask for. */
export const REQUEST_KINDS = PAPER_KINDS;
export type RequestKind = PaperKind;

export const REQUESTER_KINDS = ['person', 'organisation'] as const;
export type RequesterKind = (typeof REQUESTER_KINDS)[number];

/** How the paper comes to who asked: fetched with reference and code, at the counter, by post. */
export const DELIVERY_WAYS = ['download', 'counter', 'post'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

export const REQUEST_STATUSES = ['received', 'accepted', 'fulfilled', 'refused'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/**
 * What the requester may see, as an officer found: the holder himself, by consent of the holder, an authority within its
 * tasks, or only what is public. Only the first three get a paper that names holders.
 */
export const REQUEST_GROUNDS = ['holder', 'consent', 'authority', 'public'] as const;
export type RequestGrounds = (typeof REQUEST_GROUNDS)[number];

/** Why a request is refused: no purpose, the privacy of others, a secret, an unpaid fee, not in the register, something else. */
export const REFUSAL_GROUNDS = ['purpose', 'privacy', 'secret', 'fee', 'not_in_register', 'other'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

export const FEE_STATUSES = ['undecided', 'due', 'paid', 'waived'] as const;
export type FeeStatus = (typeof FEE_STATUSES)[number];

export const STOP_CAUSES = ['fee', 'papers', 'other'] as const;
export type StopCause = (typeof STOP_CAUSES)[number];

export const REQUEST_STEPS = ['accept', 'fee', 'suspend', 'resume', 'fulfil', 'refuse', 'code'] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** Requests hold persons: those who answer them see them. */
export const REQUEST_READERS = ['officer', 'approver'] as const satisfies readonly Role[];

/** What the rules look at. */
export interface RequestFacts {
  readonly status: RequestStatus;
  readonly suspended: boolean;
  readonly feeStatus: FeeStatus;
}

const OPEN: readonly RequestStatus[] = ['received', 'accepted'];

/** From which states; null: whether the clock runs or not. */
const STEP_RULES: Record<RequestStep, { readonly from: readonly RequestStatus[]; readonly suspended: boolean | null }> =
  {
    accept: { from: ['received'], suspended: false },
    fee: { from: OPEN, suspended: null },
    suspend: { from: OPEN, suspended: false },
    resume: { from: OPEN, suspended: true },
    fulfil: { from: ['accepted'], suspended: false },
    refuse: { from: OPEN, suspended: null },
    code: { from: REQUEST_STATUSES, suspended: null },
  };

/** Whether this step is this person's to take in this state. */
export function mayTakeStep(step: RequestStep, request: RequestFacts, actor: Pick<Actor, 'roles'>): boolean {
  const { from, suspended } = STEP_RULES[step];
  if (!hasRole(actor, REQUEST_READERS) || !from.includes(request.status)) return false;
  if (suspended !== null && suspended !== request.suspended) return false;
  return step !== 'fulfil' || request.feeStatus === 'paid' || request.feeStatus === 'waived';
}

export const stepsNow = (request: RequestFacts, actor: Pick<Actor, 'roles'>): RequestStep[] =>
  REQUEST_STEPS.filter((step) => mayTakeStep(step, request, actor));

/** Whether its paper names the holders. */
export const showsHolders = (grounds: RequestGrounds): boolean => grounds !== 'public';

/** Longest answers, letters. A request fits sealed into one cookie while it is written. */
export const REQUEST_BOUNDS = { name: 120, address: 200, purpose: 300, copies: 10, email: 100 } as const;

/** A personal number (9 or 12 digits) or an enterprise's code (10 digits, with a branch's three). */
export const REQUESTER_NUMBER: Readonly<Record<RequesterKind, string>> = {
  person: '^([0-9]{9}|[0-9]{12})$',
  organisation: '^[0-9]{10}(-[0-9]{3})?$',
};
export const PHONE = '^(\\+84|0)[0-9]{9,10}$';
/** Enough to tell an address from a mistake; whether it is one, the mail will say. */
export const EMAIL = '^[^\\s@<>,;:"()\\[\\]\\\\]+@[^\\s@<>,;:"()\\[\\]\\\\]+\\.[^\\s@<>,;:"()\\[\\]\\\\]{2,}$';
