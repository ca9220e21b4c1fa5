import type pg from 'pg';
import { areSessionsEnded, type IssuedToken } from '../../db/session/sessions.ts';

/** Of those who were let in some time ago: whose session was ended since. */
export async function findEnded<T extends IssuedToken>(pool: pg.Pool, tokens: readonly T[]): Promise<T[]> {
  if (tokens.length === 0) return [];
  const ended = await areSessionsEnded(pool, tokens);
  return tokens.filter((_, i) => ended[i]);
}
