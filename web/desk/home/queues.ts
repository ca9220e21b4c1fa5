import {
  BATCH_QUEUE_RULES,
  BATCH_QUEUES,
  type BatchQueue,
  queueDoers,
  queueOwners,
} from '../../../server/domain/batch/batch-queue.ts';
import type { BatchSummary } from '../../../server/domain/contract/batch/batch-shapes.ts';
import type { Me } from '../../../server/domain/contract/identity.ts';
import { isInQueue } from '../../../server/domain/dealing/queue-rule.ts';
import type { Role } from '../../../server/domain/role.ts';

/** A queue of work: which batches are in it, and for whom it is. */
export interface Queue {
  readonly id: BatchQueue;
  /** Roles that have something to do in it; for others it is only to be looked at. */
  readonly doers: readonly Role[];
  /** Roles that can have a batch in it at all; null where that is everybody. */
  readonly owners: readonly Role[] | null;
  holds(batch: BatchSummary, me: Pick<Me, 'id'>): boolean;
}

/** Every batch is in exactly one queue (but one's own proposals, which others decide on: `waiting`). */
export const QUEUES: readonly Queue[] = BATCH_QUEUES.map((id) => ({
  id,
  doers: queueDoers(id),
  owners: queueOwners(id),
  holds: ({ status, proposedBy, open }, me) =>
    isInQueue(BATCH_QUEUE_RULES[id], { status, proposedBy: proposedBy?.id ?? null, errors: open.errors }, me),
}));

/** Whether this person has something to do in the queue. */
export const worksIn = (queue: Queue, me: Pick<Me, 'roles'>): boolean =>
  queue.doers.some((role) => me.roles.includes(role));

/** Whether any queue of the desk is work for this person; an archivist or an auditor only looks. */
export const hasWork = (me: Pick<Me, 'roles'>): boolean => QUEUES.some((queue) => worksIn(queue, me));

/** Queues in which this person has something to do, before those she only looks at. */
export function queuesFor(me: Pick<Me, 'roles'>): readonly Queue[] {
  const shown = QUEUES.filter(({ owners }) => owners === null || owners.some((role) => me.roles.includes(role)));
  return [...shown.filter((queue) => worksIn(queue, me)), ...shown.filter((queue) => !worksIn(queue, me))];
}

/** Keys of a queue's words: an order to act only for those who may. */
export function queueWords({ id }: Queue, isMine: boolean) {
  const name = id === 'decide' && !isMine ? 'queue.decided' : (`queue.${id}` as const);
  const acts = id === 'decide' || id === 'put_right' || id === 'propose';
  const action = acts && !isMine ? 'queue.look' : (`queue.${id}.action` as const);
  return { name, about: `${name}.about`, action } as const;
}
