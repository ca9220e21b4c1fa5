import type pg from 'pg';
import { countAnswers, findEntitlement, listStatements } from '../../db/lookup/given-answers.ts';
import type { Actor } from '../../domain/actor.ts';
import type { AnswerStatement, OwnAnswers } from '../../domain/contract/answers.ts';
import { dayOf, endOfDay } from '../../domain/legal-day.ts';
import { asStaff } from '../../registry/kit/as-staff.ts';
import { readOwnStatement } from './sign-statement.ts';

const MOST = 20;
const DAY_MS = 86_400_000;

/** What an account was answered, and whether it may ask. Once listed and listed no more, it keeps what it was told. */
export function listOwnAnswers(pool: pg.Pool, actor: Actor): Promise<OwnAnswers> {
  return asStaff(pool, actor, async (trx) => {
    const day = dayOf(new Date());
    const entitled = await findEntitlement(trx, actor.id, day);
    const used = await countAnswers(trx, actor.id, new Date(endOfDay(day).getTime() - DAY_MS));
    const statements = await listStatements(trx, actor.id, MOST);
    const items = statements.map((statement) => ({ said: readOwnStatement<AnswerStatement>(statement), statement }));
    return { entitled, used, items };
  });
}
