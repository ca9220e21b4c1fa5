/** Rows of a table of queues: which batches or dealings are in one. The database builds its condition from the rule the desk asks. */
import type { Actor } from '../actor.ts';
import { isOwn, type StepFacts } from './step-rule.ts';

export interface QueueRule<Status extends string = string> {
  /** Any state unless said. */
  readonly states?: readonly Status[];
  /** Whose proposals, from where somebody stands; anybody's unless said. */
  readonly proposedBy?: 'me' | 'another';
  /** Whether errors are open in it; either unless said. */
  readonly errors?: boolean;
}

export interface QueueFacts<Status extends string = string> extends StepFacts<Status> {
  /** Findings that nobody answered and that stop it. */
  readonly errors: number;
}

/** Whether something with these facts is in the queue of this person. */
export function isInQueue<Status extends string>(
  { states, proposedBy, errors }: QueueRule<Status>,
  facts: QueueFacts<Status>,
  me: Pick<Actor, 'id'>,
): boolean {
  if (states && !states.includes(facts.status)) return false;
  if (proposedBy !== undefined && isOwn(facts, me) !== (proposedBy === 'me')) return false;
  return errors === undefined || facts.errors > 0 === errors;
}
