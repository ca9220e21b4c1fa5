import type pg from 'pg';
import { type FeeRule, findDeadlineRule, findFee } from '../../db/request/request-rules.ts';
import { dayOf } from '../../domain/legal-day.ts';
import type { RequestKind } from '../../domain/request/paper-request.ts';
import type { DeadlineRule } from '../../domain/request/work-calendar.ts';

/** By when and for how much a paper is made that is asked for today. */
export async function readRequestTerms(
  portal: pg.Pool,
  kind: RequestKind,
): Promise<{ rule: DeadlineRule; fee: FeeRule | null }> {
  const today = dayOf(new Date());
  const [rule, fee] = await Promise.all([findDeadlineRule(portal, kind, today), findFee(portal, kind, today)]);
  if (!rule) throw new Error(`no rule says by when a ${kind} is answered`);
  return { rule, fee: fee ?? null };
}
