/** Steps of a request for a paper: from which states, by whom, and what the fee has to do with it. */
import { type Actor, hasRole } from '../actor.ts';
import type { Role } from '../role.ts';
import type { FeeStatus, RequestKind, RequestStatus } from './paper-request.ts';

/**
 * What the requester may see, as an officer found: the holder himself, by consent of the holder, an authority within its
 * tasks, or only what is public. Only the first three get a paper that names holders.
 */
export const REQUEST_GROUNDS = ['holder', 'consent', 'authority', 'public'] as const;
export type RequestGrounds = (typeof REQUEST_GROUNDS)[number];

/** Whether its paper names the holders. */
export const showsHolders = (grounds: RequestGrounds): boolean => grounds !== 'public';

/** Grounds on which a paper of this kind can be given at all: a certificate is about its holders, and not public. */
export const groundsFor = (kind: RequestKind): readonly RequestGrounds[] =>
  kind === 'certificate' ? REQUEST_GROUNDS.filter(showsHolders) : REQUEST_GROUNDS;

/** What is waited for while the clock is stopped. A fee that is due stops it by itself. */
export const STOP_CAUSES = ['fee', 'papers', 'other'] as const;
export type StopCause = (typeof STOP_CAUSES)[number];

export const REQUEST_STEPS = ['accept', 'fee', 'suspend', 'resume', 'fulfil', 'refuse', 'code'] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** Requests hold persons: those who answer them see them. */
export const REQUEST_READERS = ['officer', 'approver'] as const satisfies readonly Role[];

export const OPEN_REQUESTS = ['received', 'accepted'] as const satisfies readonly RequestStatus[];

interface RequestStepRule {
  readonly from: readonly RequestStatus[];
  /** For a request whose clock is stopped, or for one whose clock runs; for either unless said. */
  readonly suspended?: boolean;
  /** Standing of the fee; any unless said. */
  readonly fee?: readonly FeeStatus[];
}

export const REQUEST_STEP_RULES = {
  accept: { from: ['received'] },
  fee: { from: OPEN_REQUESTS },
  suspend: { from: OPEN_REQUESTS, suspended: false },
  resume: { from: OPEN_REQUESTS, suspended: true },
  fulfil: { from: ['accepted'], suspended: false, fee: ['paid', 'waived'] },
  refuse: { from: OPEN_REQUESTS },
  // A lost code of an answered request is replaced too: its paper is fetched by it.
  code: { from: ['received', 'accepted', 'fulfilled', 'refused'] },
} as const satisfies Record<RequestStep, RequestStepRule>;

/** What the rules look at. */
export interface RequestFacts {
  readonly status: RequestStatus;
  readonly suspended: boolean;
  readonly feeStatus: FeeStatus;
}

/** Whether this step is this person's to take in this state. */
export function mayTakeRequestStep(step: RequestStep, request: RequestFacts, actor: Pick<Actor, 'roles'>): boolean {
  const { from, suspended, fee }: RequestStepRule = REQUEST_STEP_RULES[step];
  if (!hasRole(actor, REQUEST_READERS) || !from.includes(request.status)) return false;
  if (suspended !== undefined && suspended !== request.suspended) return false;
  return fee === undefined || fee.includes(request.feeStatus);
}

export const requestStepsNow = (request: RequestFacts, actor: Pick<Actor, 'roles'>): RequestStep[] =>
  REQUEST_STEPS.filter((step) => mayTakeRequestStep(step, request, actor));
