/** States of a batch, and what is so in each. The database keeps the ways between them (staging.keep_batch_steps). */
import { stateTable } from '../dealing/state-table.ts';

type Trait =
  /** The pipeline still has something to do with it. */
  | 'unread'
  /** A dealing waits for a second person. */
  | 'proposed'
  /** Its land stands in the register. */
  | 'registered'
  /** Its land stands in the register, or stood there until it was taken back. */
  | 'wasRegistered'
  /** It came to nothing, or to nothing any more: the same file may come again. */
  | 'over';

const TRAITS = {
  received: ['unread'],
  staged: ['unread'],
  validated: [],
  proposed: ['proposed'],
  promoted: ['registered', 'wasRegistered'],
  reversal_proposed: ['proposed', 'registered', 'wasRegistered'],
  refused: ['over'],
  rejected: ['over'],
  reversed: ['wasRegistered', 'over'],
} as const satisfies Record<string, readonly Trait[]>;

export type BatchStatus = keyof typeof TRAITS;
/** States that end a batch. */
export type BatchOver = { [S in BatchStatus]: 'over' extends (typeof TRAITS)[S][number] ? S : never }[BatchStatus];

const STATES = stateTable<BatchStatus, Trait>(TRAITS);
export const BATCH_STATUSES = STATES.statuses;
export const isBatch = STATES.is;
/** States in which this is so. */
export const batchStates = STATES.where;
export const isBatchOver = (status: BatchStatus): status is BatchOver => STATES.is(status, 'over');
