import type { Trx } from '../kit/transaction.ts';

export interface LookupUse {
  /** Rows a day, and those of this day. */
  readonly allowed: number;
  readonly used: number;
}

/** Rows a day of an account: its own allowance, else the general one. */
const ALLOWED = `coalesce((select a.rows_a_day from reference.lookup_allowance a where a.account = $1 and a.valid_from <= $2::date
    and (a.valid_to is null or $2::date < a.valid_to)), reference.setting_on('lookup_rows_a_day', $2::date)::int, 0)`;

export async function findLookupUse(trx: Trx, account: string, day: string): Promise<LookupUse> {
  const { rows } = await trx.query<LookupUse>(
    `select ${ALLOWED} as allowed, coalesce((select u.rows from lookup.use u where u.account = $1 and u.day = $2::date), 0) as used`,
    [account, day],
  );
  return rows[0]!;
}

/** Counts rows against the day. False, and nothing counted, where they are more than are left; two at once wait for each other. */
export async function takeLookupRows(trx: Trx, account: string, day: string, rows: number): Promise<boolean> {
  await trx.query('insert into lookup.use (account, day, rows) values ($1, $2, 0) on conflict do nothing', [
    account,
    day,
  ]);
  const { rowCount } = await trx.query(
    `update lookup.use set rows = rows + $3 where account = $1 and day = $2::date and rows + $3 <= ${ALLOWED}`,
    [account, day, rows],
  );
  return rowCount === 1;
}
