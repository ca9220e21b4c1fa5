import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { actAs } from '../../db/kit/act-as.ts';
import { forgetSessionRow, insertSession } from '../../db/session/sessions.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { LIFETIME_S } from '../../domain/session/session-duration.ts';
import type { SessionCipher } from './session-cipher.ts';
import type { LiveSession } from './session-content.ts';

/**
 * Opens a session after a sign-in and returns its id, which only the browser keeps. The id is new whatever the browser
 * brought (session fixation); the session it came with, if any, is forgotten.
 */
export async function openSession(
  pool: pg.Pool,
  cipher: SessionCipher,
  { accessExpiresAt, ...content }: LiveSession,
  former: string | undefined,
): Promise<string> {
  const { actor } = content;
  const id = randomBytes(32).toString('base64url');
  const sid = actor.sid;
  if (sid === null) throw new Problem('token.refused');
  const opened = await actAs(pool, actor, async (trx) => {
    if (former !== undefined) await forgetSessionRow(trx, cipher.hash(former));
    const isNew = await insertSession(trx, {
      hash: cipher.hash(id),
      sid,
      subject: actor.id,
      sealed: cipher.seal(content),
      expires: accessExpiresAt,
      lifetimeS: LIFETIME_S,
    });
    const { roles, azp } = actor;
    const body = { roles, azp };
    if (isNew)
      await writeAudit(trx, { actor: actor.id, action: 'session.open', subjectKind: 'session', subjectId: sid, body });
    return isNew;
  });
  // Signed out at the provider between its reply and ours.
  if (!opened) throw new Problem('session.expired');
  return id;
}
