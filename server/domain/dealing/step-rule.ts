/** Rows of a table of steps. Dealings and batches under review have one each, and both are asked by the same functions. */
import { type Actor, hasRole } from '../actor.ts';
import type { Role } from '../role.ts';

export interface StepRule<Status extends string = string> {
  readonly from: readonly Status[];
  readonly roles: readonly Role[];
  /** Four eyes: who proposes does not decide, whatever roles she has. */
  readonly fourEyes?: true;
  /** Those of the roles that may take it only on what they proposed themselves. */
  readonly ownOnly?: readonly Role[];
}

/** What every rule looks at. */
export interface StepFacts<Status extends string = string> {
  readonly status: Status;
  /** Who proposed what is to be decided; null while nothing is proposed. */
  readonly proposedBy: string | null;
}

/** Whether it is this person's own proposal. */
export const isOwn = ({ proposedBy }: Pick<StepFacts, 'proposedBy'>, actor: Pick<Actor, 'id'>): boolean =>
  proposedBy === actor.id;

/** Whether a step with this rule is this person's to take in this state. A door asks for the role; the state is asked with all held. */
export function fitsRule<Status extends string>(
  { from, roles, fourEyes, ownOnly }: StepRule<Status>,
  facts: StepFacts<Status>,
  actor: Pick<Actor, 'id' | 'roles'>,
): boolean {
  if (!from.includes(facts.status)) return false;
  if (isOwn(facts, actor)) return !fourEyes && hasRole(actor, roles);
  return hasRole(
    actor,
    roles.filter((role) => !ownOnly?.includes(role)),
  );
}
