import type { BatchQueue } from '../../../server/domain/batch/batch-queue.ts';
import type { BatchSummary } from '../../../server/domain/contract/batch-shapes.ts';
import type { Me } from '../../../server/domain/contract/identity.ts';
import type { Role } from '../../../server/domain/role.ts';

/** A queue of work: which batches are in it, and for whom it is. */
export interface Queue {
  readonly id: BatchQueue;
  /** Roles that have something to do in it; for others it is only to be looked at. */
  readonly doers: readonly Role[];
  /** Roles that can have a batch in it at all, where that is not everybody. */
  readonly owners?: readonly Role[];
  holds(batch: BatchSummary, me: Pick<Me, 'id'>): boolean;
}

const isProposed = ({ status }: BatchSummary) => status === 'proposed' || status === 'reversal_proposed';
const isMine = (batch: BatchSummary, me: Pick<Me, 'id'>) => batch.proposedBy?.id === me.id;
const BRINGERS: readonly Role[] = ['officer', 'surveyor'];
/** An officer proposes to register; an approver too may propose that something is taken back. */
const PROPOSERS: readonly Role[] = ['officer', 'approver'];

/** Every batch is in exactly one queue (but one's own proposals, which others decide on: `waiting`). */
export const QUEUES: readonly Queue[] = [
  { id: 'decide', doers: ['approver'], holds: (batch, me) => isProposed(batch) && !isMine(batch, me) },
  { id: 'put_right', doers: BRINGERS, holds: ({ status, open }) => status === 'validated' && open.errors > 0 },
  { id: 'propose', doers: ['officer'], holds: ({ status, open }) => status === 'validated' && open.errors === 0 },
  { id: 'waiting', doers: [], owners: PROPOSERS, holds: (batch, me) => isProposed(batch) && isMine(batch, me) },
  { id: 'running', doers: [], holds: ({ status }) => status === 'received' || status === 'staged' },
  { id: 'refused', doers: BRINGERS, holds: ({ status }) => status === 'refused' },
  { id: 'registered', doers: [], holds: ({ status }) => status === 'promoted' },
  { id: 'closed', doers: [], holds: ({ status }) => status === 'rejected' || status === 'reversed' },
];

/** Whether this person has something to do in the queue. */
export const worksIn = (queue: Queue, me: Pick<Me, 'roles'>): boolean =>
  queue.doers.some((role) => me.roles.includes(role));

/** Whether any queue of the desk is work for this person; an archivist or an auditor only looks. */
export const hasWork = (me: Pick<Me, 'roles'>): boolean => QUEUES.some((queue) => worksIn(queue, me));

/** Queues in which this person has something to do, before those she only looks at. */
export function queuesFor(me: Pick<Me, 'roles'>): readonly Queue[] {
  const shown = QUEUES.filter(({ owners }) => owners === undefined || owners.some((role) => me.roles.includes(role)));
  return [...shown.filter((queue) => worksIn(queue, me)), ...shown.filter((queue) => !worksIn(queue, me))];
}

/** Keys of a queue's words: an order to act only for those who may. */
export function queueWords({ id }: Queue, isMine: boolean) {
  const name = id === 'decide' && !isMine ? 'queue.decided' : (`queue.${id}` as const);
  const acts = id === 'decide' || id === 'put_right' || id === 'propose';
  const action = acts && !isMine ? 'queue.look' : (`queue.${id}.action` as const);
  return { name, about: `${name}.about`, action } as const;
}
