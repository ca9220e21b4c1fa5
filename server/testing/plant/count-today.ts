import pg from 'pg';

/** Counts the indicators of the day that runs, as the worker would; the days before it are left. */
export async function countToday(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const today = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
    await client.query(`insert into indicator.running_day (day, counted_at) values (${today}, now())`);
    await client.query(
      `insert into indicator.running_figure select commune_code, measure, item, value from indicator.count_day(${today})`,
    );
  } finally {
    await client.end();
  }
}
