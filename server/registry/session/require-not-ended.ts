import type pg from 'pg';
import { areSessionsEnded, type IssuedToken } from '../../db/session/sessions.ts';
import { Problem } from '../../domain/problem/problem.ts';

/** Refuses a token whose session was ended, here or at the provider, however long it would still be valid. */
export async function requireNotEnded(pool: pg.Pool, token: IssuedToken): Promise<void> {
  const [ended] = await areSessionsEnded(pool, [token]);
  if (ended) throw new Problem('token.refused');
}
