/**
 * The two times of the register (bitemporal): `before`, the instant as of which facts are told, and `known`, by when they must have been recorded.
 * A fact is known once it is recorded, and not before it holds; its end once the dealing that ended it was decided.
 */

/** SQL: from when on the end of a row is known. A dealing that may not be seen is taken to be as old as the end it caused. */
export const endKnownAt = (row: string): string =>
  `greatest(${row}.ended_at, (select coalesce(e.decided_at, e.created_at) from dealing.dealing e where e.dealing_id = ${row}.ended_by))`;

/**
 * SQL: a row of facts under its alias holds just before an instant, by what was known before another; both are placeholders. Null for the first: now;
 * for the second: all that is known today.
 */
export const heldAsKnown = (row: string, before: string, known: string): string =>
  `(${before}::timestamptz is null and ${row}.ended_at is null
    or ${row}.registered_at < ${before}::timestamptz
      and (${row}.ended_at is null or ${row}.ended_at >= ${before}::timestamptz
        or (${known}::timestamptz is not null and ${endKnownAt(row)} >= ${known}::timestamptz))
      and (${known}::timestamptz is null or greatest(${row}.recorded_at, ${row}.registered_at) < ${known}::timestamptz))`;
