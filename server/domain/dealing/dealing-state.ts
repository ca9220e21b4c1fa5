/** States of a dealing, and what is so in each. A dealing only moves forward (ADR 0014). */
import { stateTable } from './state-table.ts';

type Trait =
  /** Somebody may still change what is in the register by it. */
  | 'open'
  /** Fixed and not ended: what it is about and the numbers it took are told to others. */
  | 'lodged'
  /** Waits for a second person. */
  | 'undecided'
  | 'registered';

const TRAITS = {
  draft: ['open'],
  lodged: ['open', 'lodged', 'undecided'],
  examined: ['open', 'lodged', 'undecided'],
  approved: ['open', 'lodged'],
  registered: ['registered'],
  closed: ['registered'],
  refused: [],
  withdrawn: [],
} as const satisfies Record<string, readonly Trait[]>;

export type DealingStatus = keyof typeof TRAITS;
const STATES = stateTable<DealingStatus, Trait>(TRAITS);
export const DEALING_STATUSES = STATES.statuses;
export const isDealing = STATES.is;
/** States in which this is so. */
export const dealingStates = STATES.where;
