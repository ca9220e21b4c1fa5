/** States of a dealing, and what is so in each. A dealing only moves forward (ADR 0014). */
import { stateTable } from './state-table.ts';

type Trait =
  /** Somebody may still change what is in the register by it. */
  | 'open'
  /** Fixed and not ended: what it is about and the numbers it took are told to others. */
  | 'lodged'
  /** Waits for a second person. */
  | 'undecided'
  /** A person decided, whatever came of it. */
  | 'decided'
  | 'registered';

const TRAITS = {
  draft: ['open'],
  lodged: ['open', 'lodged', 'undecided'],
  examined: ['open', 'lodged', 'undecided'],
  approved: ['open', 'lodged', 'decided'],
  registered: ['registered'],
  closed: ['registered'],
  refused: ['decided'],
  withdrawn: ['decided'],
} as const satisfies Record<string, readonly Trait[]>;

export type DealingStatus = keyof typeof TRAITS;
const STATES = stateTable<DealingStatus, Trait>(TRAITS);
export const DEALING_STATUSES = STATES.statuses;
export const isDealing = STATES.is;
/** States in which this is so. */
export const dealingStates = STATES.where;
