import type { Trx } from '../kit/transaction.ts';

/** How far back days are counted where none was kept yet. */
const FARTHEST_BACK = 366;

/**
 * The day that is to be kept next: after the last kept one, else the first on which land was registered, else the one that was running when
 * figures were last counted; null where that is not over yet.
 */
export async function findDayToKeep(trx: Trx, today: string): Promise<string | null> {
  const { rows } = await trx.query<{ day: string | null }>(
    `select day::text from (
       select greatest($1::date - $2::int, coalesce(
         (select max(d.day) + 1 from indicator.day d),
         (select (min(v.registered_at) at time zone 'Asia/Ho_Chi_Minh')::date from cadastre.parcel_version v),
         (select r.day from indicator.running_day r))) as day) next
     where day < $1::date`,
    [today, FARTHEST_BACK],
  );
  return rows[0]?.day ?? null;
}

/** Counts a day that is over and keeps it. False: somebody else did. Two at once wait for each other. */
export async function keepDay(trx: Trx, day: string): Promise<boolean> {
  const { rowCount } = await trx.query('insert into indicator.day (day) values ($1) on conflict do nothing', [day]);
  if (rowCount === 0) return false;
  await trx.query(
    `insert into indicator.figure (day, commune_code, measure, item, value)
     select $1::date, commune_code, measure, item, value from indicator.count_day($1::date)`,
    [day],
  );
  return true;
}

/** Counts the day that runs, in place of what was counted of it before. */
export async function countRunningDay(trx: Trx, today: string): Promise<void> {
  await trx.query(
    `insert into indicator.running_day (day, counted_at) values ($1, clock_timestamp())
     on conflict (one_row) do update set day = excluded.day, counted_at = excluded.counted_at`,
    [today],
  );
  await trx.query('delete from indicator.running_figure');
  await trx.query(
    `insert into indicator.running_figure (commune_code, measure, item, value)
     select commune_code, measure, item, value from indicator.count_day($1::date)`,
    [today],
  );
}
