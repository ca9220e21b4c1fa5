/** How large a look-up may be, and who may ask for one. */
import { type Role, STAFF_ROLES } from '../role.ts';

export const LOOKUP_ROLES = ['business', ...STAFF_ROLES] as const satisfies readonly Role[];

export const LOOKUP_BOUNDS = {
  rows: 200_000,
  columns: 60,
  /** Letters of one cell. */
  cell: 2_000,
  bytes: 16 * 1024 * 1024,
  /** Rows of a look-up that come as JSON. */
  jsonRows: 10_000,
  purpose: 300,
  name: 120,
} as const;

export const LOOKUP_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type LookupState = (typeof LOOKUP_STATES)[number];

/** Parcels that are kept of a row that may mean several. */
export const MOST_CANDIDATES = 20;
