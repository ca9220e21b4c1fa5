/** Dated numbers that rules of dealings work with. */
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

/** The value in force today; null where no decision is known (fact sheet 11): then nothing is judged by it. */
export async function findSetting(trx: Trx, name: string): Promise<number | null> {
  const { rows } = await trx.query<{ value: number | null }>(
    prepared("select reference.setting_on($1, (now() at time zone 'Asia/Ho_Chi_Minh')::date)::float8 as value", [name]),
  );
  return rows[0]?.value ?? null;
}
