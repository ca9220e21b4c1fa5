/** Queues of dealings: all that are not decided, one's own, and those that wait for one's decision. */
import { type DealingStatus, dealingStates } from './dealing-state.ts';
import type { QueueRule } from './queue-rule.ts';

export const DEALING_QUEUE_RULES = {
  open: { states: dealingStates('open') },
  mine: { proposedBy: 'me' },
  to_decide: { states: dealingStates('undecided'), proposedBy: 'another' },
} as const satisfies Record<string, QueueRule<DealingStatus>>;

export type DealingQueue = keyof typeof DEALING_QUEUE_RULES;
export const DEALING_QUEUES = Object.keys(DEALING_QUEUE_RULES) as readonly DealingQueue[];
