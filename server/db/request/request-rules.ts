/** Deadlines, fees and days off as they are on a day: dated rows, read as portal or as app. */
import type pg from 'pg';
import type { RequestKind } from '../../domain/request/paper-request.ts';
import type { DeadlineRule, WorkCalendar } from '../../domain/request/work-calendar.ts';
import type { Trx } from '../kit/transaction.ts';

/** What PostgreSQL is asked through: a pool or a transaction. */
type Asks = pg.Pool | Trx;

export async function readWorkCalendar(from: Asks): Promise<WorkCalendar> {
  const { rows } = await (from as pg.Pool).query<{ day: string; working: boolean }>(
    'select day::text as day, working from portal.calendar_day',
  );
  const days = (working: boolean) => new Set(rows.filter((row) => row.working === working).map(({ day }) => day));
  return { off: days(false), worked: days(true) };
}

export async function findDeadlineRule(from: Asks, kind: RequestKind, day: string): Promise<DeadlineRule | undefined> {
  const { rows } = await (from as pg.Pool).query<DeadlineRule>(
    `select to_char(cut_off, 'HH24:MI') as "cutOff", working_days as "workingDays" from portal.request_rule
     where kind = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) order by valid_from desc limit 1`,
    [kind, day],
  );
  return rows[0];
}

export interface FeeRule {
  readonly amountVnd: number;
  readonly legalBasis: string;
}

/** What a paper costs on a day; undefined where no row says so: then nobody makes an amount up. */
export async function findFee(from: Asks, kind: RequestKind, day: string): Promise<FeeRule | undefined> {
  const { rows } = await (from as pg.Pool).query<FeeRule>(
    `select amount_vnd::float8 as "amountVnd", legal_basis as "legalBasis" from portal.request_fee
     where kind = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) order by valid_from desc limit 1`,
    [kind, day],
  );
  return rows[0];
}
