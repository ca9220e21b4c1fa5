import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import { forgetSessionRow, lockSessionRow, updateSessionRow } from '../../db/session/sessions.ts';
import type { SessionCipher } from './session-cipher.ts';
import type { LiveSession, SessionContent } from './session-content.ts';

/** What the provider said to a refresh: new tokens, no (the session has ended there), or nothing at all. */
export type Renewal = LiveSession | 'ended' | 'unreachable';

/** Left of an access token's life when it is renewed rather than used, ms. */
export const RENEW_BEFORE_MS = 15_000;

export const isFresh = ({ accessExpiresAt }: Pick<LiveSession, 'accessExpiresAt'>): boolean =>
  accessExpiresAt.getTime() - Date.now() > RENEW_BEFORE_MS;

/**
 * Renews a session's tokens. The row stays locked while the provider is asked: a refresh token counts once, so of many
 * requests, in whatever process, one asks and the others find what it got; and a sign-out waits, then finds nothing left
 * to resurrect. Undefined where the session has ended; unchanged where the provider cannot be reached.
 */
export async function renewSession(
  pool: pg.Pool,
  cipher: SessionCipher,
  id: string,
  refresh: (session: SessionContent) => Promise<Renewal>,
): Promise<LiveSession | undefined> {
  const hash = cipher.hash(id);
  return actAs(pool, { id: 'session', communes: [] }, async (trx) => {
    const row = await lockSessionRow(trx, hash);
    const content = row && (cipher.open(row.sealed) as SessionContent | null);
    if (!content) return undefined;
    const held = { ...content, accessExpiresAt: row.access_expires_at };
    if (isFresh(held)) return held;
    const renewal = await refresh(held);
    if (renewal === 'unreachable') return held;
    if (renewal === 'ended') {
      await forgetSessionRow(trx, hash);
      return undefined;
    }
    const { accessExpiresAt, ...next } = renewal;
    await updateSessionRow(trx, hash, cipher.seal(next), accessExpiresAt);
    return renewal;
  });
}
