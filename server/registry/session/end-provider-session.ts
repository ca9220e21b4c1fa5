import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { actAs } from '../../db/kit/act-as.ts';
import { endSessionRows, useTokenId } from '../../db/session/sessions.ts';

/** What a checked logout token says. */
export interface LogoutNotice {
  readonly jti: string;
  readonly issuedAt: Date;
  readonly sid: string | null;
  readonly subject: string | null;
}

/** A logout token is accepted for two minutes; its id is kept well beyond that. */
const KEEP_ID_MS = 3600_000;

/** Ends what the provider has ended. False where this very notice was taken before. */
export async function endProviderSession(pool: pg.Pool, notice: LogoutNotice): Promise<boolean> {
  return actAs(pool, { id: 'identity-provider', communes: [] }, async (trx) => {
    const until = new Date(notice.issuedAt.getTime() + KEEP_ID_MS);
    if (!(await useTokenId(trx, notice.jti, until))) return false;
    const browsers = await endSessionRows(trx, notice.sid, notice.subject);
    await writeAudit(trx, {
      actor: 'identity-provider',
      action: 'session.end',
      subjectKind: notice.sid === null ? 'subject' : 'session',
      subjectId: notice.sid ?? notice.subject ?? '',
      body: { browsers },
    });
    return true;
  });
}
