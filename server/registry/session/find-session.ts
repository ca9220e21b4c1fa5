import type pg from 'pg';
import { findSessionRow } from '../../db/session/sessions.ts';
import { IDLE_S } from '../../domain/session/session-duration.ts';
import type { SessionCipher } from './session-cipher.ts';
import type { LiveSession, SessionContent } from './session-content.ts';

/**
 * The live session behind a cookie; undefined where there is none, or no longer. What a page asks by itself (`attended` is false)
 * does not keep it alive.
 */
export async function findSession(
  pool: pg.Pool,
  cipher: SessionCipher,
  id: string,
  attended = true,
): Promise<LiveSession | undefined> {
  const row = await findSessionRow(pool, cipher.hash(id), IDLE_S, attended);
  const content = row && (cipher.open(row.sealed) as SessionContent | null);
  return content ? { ...content, accessExpiresAt: row.access_expires_at } : undefined;
}
