import type pg from 'pg';
import { type IssuedToken, isSessionEnded } from '../../db/session/sessions.ts';
import { Problem } from '../../domain/problem/problem.ts';

/** Refuses a token whose session was ended, here or at the provider, however long it would still be valid. */
export async function requireNotEnded(pool: pg.Pool, token: IssuedToken): Promise<void> {
  if (await isSessionEnded(pool, token)) throw new Problem('token.refused');
}
