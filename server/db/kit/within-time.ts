import type { Trx } from './transaction.ts';

/** query_canceled: statement_timeout ran out. A run that somebody breaks off loses its connection instead. */
const STOPPED = '57014';

/**
 * Runs statements of a transaction under a time limit each. Undefined when time ran out: what they had done is undone, and
 * the transaction goes on.
 */
export async function withinTime<T>(trx: Trx, milliseconds: number, work: () => Promise<T>): Promise<T | undefined> {
  await trx.query('savepoint within_time');
  const limit = Math.max(1, Math.floor(milliseconds));
  const { rows } = await trx.query<{ before: string }>("select current_setting('statement_timeout') as before");
  await setLimit(trx, String(limit));
  try {
    const result = await work();
    await setLimit(trx, rows[0]?.before ?? '0');
    await trx.query('release savepoint within_time');
    return result;
  } catch (error) {
    if ((error as { code?: unknown }).code !== STOPPED) throw error;
    // Takes the limit back too.
    await trx.query('rollback to savepoint within_time; release savepoint within_time');
    return undefined;
  }
}

const setLimit = (trx: Trx, limit: string) => trx.query("select set_config('statement_timeout', $1, true)", [limit]);

/** What is to be done bit by bit until it is done or time is up. */
export interface Bits {
  /** Does the next few; how many there were, 0 at the end. */
  next(atMost: number): Promise<number>;
  /** The next one alone takes too long. */
  giveUp(): Promise<void>;
}

/** No single thing may take longer. */
const LONGEST_MS = 1_500;

/** Does as much as can be done in the time, larger bits while it goes well; whether all was done. */
export async function doWithinTime(trx: Trx, milliseconds: number, bits: Bits): Promise<boolean> {
  const end = performance.now() + milliseconds;
  let atMost = 64;
  for (;;) {
    const left = end - performance.now();
    if (left <= 0) return false;
    const done = await withinTime(trx, Math.min(left, LONGEST_MS), () => bits.next(atMost));
    if (done === 0) return true;
    if (done === undefined && atMost === 1 && left > LONGEST_MS) await bits.giveUp();
    atMost = done === undefined ? Math.max(1, atMost >> 3) : Math.min(4_096, atMost * 2);
  }
}
