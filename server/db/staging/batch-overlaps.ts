/**
 * Common ground among the records of a batch. What a stranger's shapes cost to compare nobody knows before, so it is done under
 * limits of time; records that could not be compared are findings, and the register refuses them. The database itself keeps the
 * list of what is still to be compared: nothing is taken for compared because this code says so.
 */

import { timeToCompare } from '../../domain/batch/time-for-records.ts';
import { CheckTooLong } from '../kit/check-too-long.ts';
import type { Trx } from '../kit/transaction.ts';
import { doWithinTime, withinTime } from '../kit/within-time.ts';
import type { Verdicts } from './staging-rows.ts';

/** Findings of one kind that a record has at most: who overlaps a thousand others learns nothing from the fifty-first. */
export const MOST_OF_A_RECORD = 50;

/** Common ground among the records: an error when wider or larger than the dated tolerance, else a warning. */
export async function checkOverlaps(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await measureOverlaps(trx, batchId);
  await judgeOverlaps(trx, batchId, verdicts);
}

/** Whether the records are compared with each other, as the database has it. */
export async function isCompared(trx: Trx, batchId: string): Promise<boolean> {
  const { rows } = await trx.query('select from staging.overlap_check where batch_id = $1', [batchId]);
  return rows.length > 0;
}

export async function measureOverlaps(trx: Trx, batchId: string): Promise<void> {
  const { rows } = await trx.query<{ records: number }>('select staging.begin_overlaps($1) as records', [batchId]);
  const time = timeToCompare(rows[0]?.records ?? 0);
  const asked = (sql: string) => async () => (await trx.query(sql, [batchId])).rows[0] as Record<string, unknown>;
  if (!(await withinTime(trx, time, asked('select staging.compare_light($1)')))) {
    const listed = await withinTime(trx, time, asked('select staging.list_pairs($1) as fits'));
    if (listed?.fits !== true) throw new CheckTooLong(batchId);
  }
  await doWithinTime(trx, time, {
    async next(atMost) {
      const sql = 'select staging.compare_next($1, $2) as taken';
      return (await trx.query<{ taken: number }>(sql, [batchId, atMost])).rows[0]?.taken ?? 0;
    },
    giveUp: async () => void (await trx.query('select staging.give_up_next($1)', [batchId])),
  });
  // Without their widths all count as wide.
  if (!(await withinTime(trx, time, asked('select staging.end_overlaps($1, true)'))))
    await trx.query('select staging.end_overlaps($1, false)', [batchId]);
}

/** The findings of what {@link checkOverlaps} measured, among the records that take part. */
export async function judgeOverlaps(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  // Pairs outnumber records where many lie on one ground: who has which shape is worked out once and met by hashes, whatever
  // the statistics of tables this transaction filled a moment ago make the planner believe.
  await trx.query('set local enable_nestloop = off');
  await trx.query(
    `with shared as materialized (
       select record_no as first_no from staging.overlap_pair where batch_id = $1
       union select other_no from staging.overlap_pair where batch_id = $1
       union select first_no from staging.same_shape where batch_id = $1),
     members as materialized (
       select coalesce(s.first_no, r.record_no) as first_no, array_agg(r.record_no order by r.record_no) as nos
       from staging.record r left join staging.same_shape s on s.batch_id = r.batch_id and s.record_no = r.record_no
       where r.batch_id = $1 and r.status <> 'ignored' and coalesce(s.first_no, r.record_no) in (select first_no from shared) group by 1),
     judged as materialized (
       select ones.nos as ones, others.nos as others, p.area_m2, p.width_m,
         case when p.identical then 'topology.duplicate_geometry'
           when p.area_m2 > (select reference.setting_on('overlap_area_m2', current_date))
             or coalesce(p.width_m, 'infinity') > (select reference.setting_on('overlap_width_m', current_date))
           then 'topology.overlap' else 'topology.overlap_minor' end as code
       from staging.overlap_pair p join members ones on ones.first_no = p.record_no join members others on others.first_no = p.other_no
       where p.batch_id = $1),
     -- Of several records with one shape the first stands for all where another is told with whom it shares ground.
     sides as (
       select unnest(ones) as record_no, others[1] as other_no, code, area_m2, width_m from judged
       union all select unnest(others), ones[1], code, area_m2, width_m from judged),
     found as (
       select record_no, code, jsonb_strip_nulls(jsonb_build_object('other', other_no, 'areaM2', round(area_m2::numeric, 4), 'widthM', round(width_m::numeric, 4))) as detail
       from (select *, row_number() over (partition by record_no order by area_m2 desc, other_no) as place from sides) s where place <= ${MOST_OF_A_RECORD}
       union all
       select no, 'topology.duplicate_geometry', jsonb_build_object('other', case when no = nos[1] then nos[2] else nos[1] end)
       from members cross join lateral unnest(nos) no where cardinality(nos) > 1
       union all
       select u.record_no, 'topology.not_compared', '{}' from staging.uncompared u join staging.record r using (batch_id, record_no)
       where u.batch_id = $1 and r.status <> 'ignored')
     insert into staging.finding (batch_id, record_no, code, severity, detail)
     select $1, record_no, code, $2::jsonb ->> code, detail from found order by record_no, code`,
    [batchId, JSON.stringify(verdicts)],
  );
  await trx.query('set local enable_nestloop = on');
}
