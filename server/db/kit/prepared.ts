import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Name of each statement by its text. */
const NAMES = new Map<string, string>();

function nameOf(text: string): string {
  const known = NAMES.get(text);
  if (known !== undefined) return known;
  const name = `s_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  NAMES.set(text, name);
  return name;
}

/**
 * A statement that each connection parses once, and whose plan PostgreSQL keeps once it has seen that the values make no difference to it (PREPARE, "Notes").
 * For what is asked in every request and takes longer to plan than to run: most statements under row-level security do. Only for texts that are
 * written down here, or of which there are a few: each is kept by every connection.
 */
export const prepared = (text: string, values: readonly unknown[] = []): pg.QueryConfig => ({
  name: nameOf(text),
  text,
  values: [...values],
});
