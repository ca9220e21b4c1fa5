/** What can be done with an edition, and by whom. */
import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import type { Role } from '../role.ts';

export const EDITION_STEPS = ['enforce', 'refuse', 'withdraw', 'restore'] as const;
export type EditionStep = (typeof EDITION_STEPS)[number];

export const EDITION_STATES = ['proposed', 'in_force', 'superseded', 'refused', 'withdrawn'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/** A layer is of no commune: who decides on it decides for all. */
export const EDITION_DECIDERS = ['approver', 'admin'] as const satisfies readonly Role[];

/** Who may bring a layer or a newer edition of one, whatever communes they serve: it is shown to nobody until a decider has put it in force. */
export const LAYER_BRINGERS = ['officer', 'surveyor'] as const satisfies readonly Role[];

/** Who may take any step at all. */
export const EDITION_ACTORS = [...LAYER_BRINGERS, ...EDITION_DECIDERS] as const satisfies readonly Role[];

interface EditionFacts {
  readonly status: EditionState;
  readonly proposedBy: string;
  /** When it was put in force or refused. */
  readonly decidedAt: string | null;
}

/**
 * Steps this person may take now. Four eyes: who brought an edition does not put it in force, though she may take it back while it waits. What
 * is in force is taken back by one decider: what is wrong goes at once. What was in force comes back as a new edition, under four eyes again.
 */
export function editionSteps(
  { status, proposedBy, decidedAt }: EditionFacts,
  actor: Pick<Actor, 'id' | 'roles'>,
): EditionStep[] {
  const decides = hasRole(actor, EDITION_DECIDERS);
  if (status === 'proposed') {
    if (proposedBy === actor.id) return hasRole(actor, EDITION_ACTORS) ? ['withdraw'] : [];
    return decides ? ['enforce', 'refuse'] : [];
  }
  if (status === 'in_force') return decides ? ['withdraw'] : [];
  const wasInForce = status === 'superseded' || (status === 'withdrawn' && decidedAt !== null);
  return wasInForce && hasRole(actor, EDITION_ACTORS) ? ['restore'] : [];
}
