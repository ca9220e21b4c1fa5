import type pg from 'pg';
import { listAnswersAbout } from '../../db/lookup/given-answers.ts';
import type { Actor } from '../../domain/actor.ts';
import type { AnswerStatement, AnswersAboutMe } from '../../domain/contract/answers.ts';
import { asStaff } from '../../registry/kit/as-staff.ts';
import { createIdentityCipher } from '../../registry/store/identity-cipher.ts';
import { readOwnStatement } from './sign-statement.ts';

const MOST = 200;

/** Who asked about certificates that the actor holds or held by, and what was answered; the latest first. Nothing where nobody vouches for a number. */
export async function listAnswersAboutMe(
  pool: pg.Pool,
  personalDataKey: Buffer,
  actor: Actor,
): Promise<AnswersAboutMe> {
  if (actor.identityNumber === undefined) return { vouched: false, items: [] };
  const hash = createIdentityCipher(personalDataKey).hash(actor.identityNumber);
  const rows = await asStaff(pool, actor, (trx) => listAnswersAbout(trx, hash, MOST));
  const items = rows.map(({ answerId, askedAt, asker, matterNo, statement, parcelId, code, sheet, no, commune }) => {
    const { current, mortgage, caveat, pendingDealing } = readOwnStatement<AnswerStatement>(statement);
    const parcel = { id: parcelId, code, sheet, no, commune };
    return {
      answerId,
      askedAt: askedAt.toISOString(),
      asker,
      matterNo,
      parcel,
      current,
      mortgage,
      caveat,
      pendingDealing,
    };
  });
  return { vouched: true, items };
}
