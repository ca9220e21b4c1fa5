import type pg from 'pg';
import { countRunningDay, findDayToKeep, keepDay } from '../../db/indicator/count-days.ts';
import { inTransaction, limitTime, type Scope, type Trx } from '../../db/kit/transaction.ts';
import { dayOf } from '../../domain/legal-day.ts';

const COUNTER: Scope = { id: 'indicator-worker', communes: '*' };

/** Every parcel is looked at: minutes where there are millions. */
const LIMITS = { statement: '15min', lock: '1min' };

/** Keeps every day that is over, the oldest first and each in its own transaction, then counts the day that runs. Returns how many days were kept. */
export async function countIndicators(pool: pg.Pool, now: Date = new Date(), signal?: AbortSignal): Promise<number> {
  const today = dayOf(now);
  const act = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    inTransaction(pool, COUNTER, async (trx) => {
      await limitTime(trx, LIMITS);
      return work(trx);
    });
  let kept = 0;
  while (!signal?.aborted) {
    const found = await act(async (trx) => {
      const day = await findDayToKeep(trx, today);
      return day === null ? null : { kept: await keepDay(trx, day) };
    });
    if (found === null) break;
    if (found.kept) kept += 1;
  }
  if (!signal?.aborted) await act((trx) => countRunningDay(trx, today));
  return kept;
}
