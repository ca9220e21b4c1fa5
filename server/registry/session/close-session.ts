import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { actAs } from '../../db/kit/act-as.ts';
import { closeSessionRow } from '../../db/session/sessions.ts';
import type { SessionCipher } from './session-cipher.ts';
import type { SessionContent } from './session-content.ts';

/**
 * Ends the session of this browser, and every other token of the same provider session, at once and in every process.
 * Returns what was in it, so that the provider can be told; null where nobody was signed in.
 */
export async function closeSession(pool: pg.Pool, cipher: SessionCipher, id: string): Promise<SessionContent | null> {
  return actAs(pool, { id: 'session', communes: [] }, async (trx) => {
    const sealed = await closeSessionRow(trx, cipher.hash(id));
    const content = sealed ? (cipher.open(sealed) as SessionContent | null) : null;
    if (content) {
      await writeAudit(trx, {
        actor: content.actor.id,
        action: 'session.close',
        subjectKind: 'session',
        subjectId: content.actor.sid ?? '',
        body: {},
      });
    }
    return content;
  });
}
