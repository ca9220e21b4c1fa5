import type pg from 'pg';

/** Wrong passwords that cost nothing; each one more doubles the wait, which starts at 5 s and ends at 5 minutes. */
const FREE = 3;

/** Seconds until this user name may be tried again; 0 = now. Kept in the database: a restart forgives nothing. */
export async function waitBeforeAttempt(pool: pg.Pool, userName: string): Promise<number> {
  const { rows } = await pool.query<{ wait: number }>(
    `select ceil(extract(epoch from last_at - now()) + least(300, 5 * 2 ^ least(failures - $2, 10)))::int as wait
     from identity.attempt where user_name = $1 and failures >= $2`,
    [userName, FREE],
  );
  return Math.max(0, rows[0]?.wait ?? 0);
}

/** Counts a wrong password. Failures of an hour ago are forgotten. */
export async function countFailure(pool: pg.Pool, userName: string): Promise<void> {
  await pool.query(
    `insert into identity.attempt values ($1, 1, now()) on conflict (user_name) do update set
       failures = case when attempt.last_at < now() - interval '1 hour' then 1 else attempt.failures + 1 end, last_at = now()`,
    [userName],
  );
}

export async function forgiveFailures(pool: pg.Pool, userName: string): Promise<void> {
  await pool.query('delete from identity.attempt where user_name = $1', [userName]);
}
