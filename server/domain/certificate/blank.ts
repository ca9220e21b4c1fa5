/** Numbered blanks of certificates: what becomes of one, and the moves that the ledger knows. */
import type { DocumentReference } from '../dealing/payload/parts.ts';
import type { Role } from '../role.ts';

export const BLANK_STATUSES = ['received', 'given', 'used', 'spoiled', 'lost'] as const;
export type BlankStatus = (typeof BLANK_STATUSES)[number];

export const BLANK_MOVES = ['received', 'given', 'returned', 'used', 'spoiled', 'lost'] as const;
export type BlankMoveKind = (typeof BLANK_MOVES)[number];
/** Moves that somebody notes; a blank is used by the dealing that issues a certificate on it. */
export const NOTED_MOVES = ['received', 'given', 'returned', 'spoiled', 'lost'] as const;
export type NotedMove = (typeof NOTED_MOVES)[number];

/** Who keeps the store. */
export const STOCK_KEEPERS = ['archivist'] as const satisfies readonly Role[];

/** Blanks that one move may be about. */
export const MOVED_AT_ONCE = 10_000;

export interface BlankMove {
  readonly moveNo: number;
  readonly kind: BlankMoveKind;
  readonly firstSerial: string;
  readonly lastSerial: string;
  readonly quantity: number;
  readonly givenTo: string | null;
  readonly reason: string | null;
  readonly document: DocumentReference | null;
  readonly dealingId: string | null;
  readonly movedBy: string;
  /** ISO */
  readonly movedAt: string;
}

export interface BlankRun {
  readonly firstSerial: string;
  readonly lastSerial: string;
  readonly quantity: number;
  readonly status: BlankStatus;
  readonly givenTo: string | null;
}

/** `AA 01234567` as blanks are numbered, from what somebody typed; null where it can be none. */
export function readBlankSerial(typed: string): string | null {
  const match = /^\s*([A-Z]{2})[ .-]?([0-9]{8})\s*$/.exec(typed.toUpperCase());
  return match ? `${match[1]} ${match[2]}` : null;
}

/** So many serials from the first one on; null where the series has no more numbers. */
export function serialsFrom(first: string, quantity: number): string[] | null {
  const [series = '', from] = [first.slice(0, 2), Number(first.slice(3))];
  if (from + quantity - 1 > 99_999_999) return null;
  return Array.from({ length: quantity }, (_, at) => `${series} ${String(from + at).padStart(8, '0')}`);
}
