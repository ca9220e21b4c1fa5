/** What can be done with an edition that waits, and by whom. */
import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import type { Role } from '../role.ts';

export const EDITION_STEPS = ['enforce', 'refuse'] as const;
export type EditionStep = (typeof EDITION_STEPS)[number];

export const EDITION_STATES = ['proposed', 'in_force', 'superseded', 'refused'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/** A layer is of no commune: who decides on it decides for all. */
export const EDITION_DECIDERS = ['approver', 'admin'] as const satisfies readonly Role[];

/** Steps this person may take now. Four eyes: who brought an edition does not decide on it. */
export const editionSteps = (
  { status, proposedBy }: { readonly status: EditionState; readonly proposedBy: string },
  actor: Pick<Actor, 'id' | 'roles'>,
): EditionStep[] =>
  status === 'proposed' && proposedBy !== actor.id && hasRole(actor, EDITION_DECIDERS) ? [...EDITION_STEPS] : [];
