/** Queues of work: every batch is in exactly one, but for one's own proposals, which others decide on. */
import type { QueueRule } from '../dealing/queue-rule.ts';
import type { Role } from '../role.ts';
import { type BatchStatus, batchStates } from './batch-state.ts';
import { type BatchStep, STEP_RULES } from './batch-step.ts';

interface BatchQueueRule extends QueueRule<BatchStatus> {
  /** Steps for which one comes to it; in a queue without one there is nothing to do but wait or look. */
  readonly work: readonly BatchStep[];
}

export const BATCH_QUEUE_RULES = {
  decide: { states: batchStates('proposed'), proposedBy: 'another', work: ['promote', 'approveReversal'] },
  put_right: { states: ['validated'], errors: true, work: ['correct', 'exclude'] },
  propose: { states: ['validated'], errors: false, work: ['propose'] },
  waiting: { states: batchStates('proposed'), proposedBy: 'me', work: [] },
  running: { states: batchStates('unread'), work: [] },
  refused: { states: ['refused'], work: ['override'] },
  registered: { states: ['promoted'], work: [] },
  closed: { states: ['rejected', 'reversed'], work: [] },
} as const satisfies Record<string, BatchQueueRule>;

export type BatchQueue = keyof typeof BATCH_QUEUE_RULES;
export const BATCH_QUEUES = Object.keys(BATCH_QUEUE_RULES) as readonly BatchQueue[];

const rolesOf = (steps: readonly BatchStep[]): Role[] => [...new Set(steps.flatMap((step) => STEP_RULES[step].roles))];

/** Roles that have something to do in a queue; for others it is only to be looked at. */
export const queueDoers = (queue: BatchQueue): readonly Role[] => rolesOf(BATCH_QUEUE_RULES[queue].work);

/** Roles that can have a batch in it at all: of what one proposed oneself, those that propose; null where it is everybody. */
export function queueOwners(queue: BatchQueue): readonly Role[] | null {
  const rule: BatchQueueRule = BATCH_QUEUE_RULES[queue];
  return rule.proposedBy === 'me' ? rolesOf(['propose', 'reverse']) : null;
}
