import type pg from 'pg';
import { isSessionEnded } from '../../db/sessions.ts';
import { Problem } from '../../domain/problem.ts';

/** Refuses a token whose session was ended, here or at the provider, however long it would still be valid. */
export async function requireNotEnded(
  pool: pg.Pool,
  { sid, subject, issuedAt }: { sid: string | null; subject: string; issuedAt: Date },
): Promise<void> {
  if (await isSessionEnded(pool, sid, subject, issuedAt)) throw new Problem('token.refused');
}
