/**
 * Checks of a staged batch that PostgreSQL does: each adds findings, none changes a record. `verdicts` gives the
 * severity per code, so that a profile is data. What shares ground is asked in batch-overlaps.ts and register-overlaps.ts, through
 * definer functions (the index is off under row-level security) that check the caller's communes themselves.
 */

import type { Trx } from '../kit/transaction.ts';
import { compareWithCurrent, judgeDifferences } from './register-differences.ts';
import { checkRegisteredGround } from './register-overlaps.ts';
import type { Verdicts } from './staging-rows.ts';

const INSERT = 'insert into staging.finding (batch_id, record_no, code, severity, detail)';

/** Rings that cross themselves, and other reasons for which a polygon is not valid (OGC 06-103r4 6.1.11). */
export async function checkValidity(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await trx.query(
    `${INSERT}
     select batch_id, record_no, 'geometry.self_intersection', $2::text, jsonb_build_object('reason', left(invalid_reason, 120))
     from staging.record where batch_id = $1 and status <> 'ignored' and invalid_reason is not null`,
    [batchId, verdicts['geometry.self_intersection']],
  );
}

/**
 * Computed against declared area by the legal tolerance of the sheet's scale; without a scale by that of 1:2000. What is
 * allowed is never less than the least base of all scales, so most records need not be looked up.
 */
export async function checkArea(
  trx: Trx,
  batchId: string,
  verdicts: Verdicts,
  recordNos: readonly number[] | null = null,
): Promise<void> {
  await trx.query(
    `${INSERT}
     select r.batch_id, r.record_no, 'area.outside_tolerance', $2::text, jsonb_build_object(
       'computedM2', round(r.area_m2, 2), 'declaredM2', r.legal_area_m2, 'allowedM2', round(t.allowed, 2),
       'scale', coalesce(r.scale, 2000), 'scaleAssumed', r.scale is null)
     from staging.record r
     cross join lateral (select reference.area_tolerance_m2(coalesce(r.scale, 2000), r.legal_area_m2, current_date) as allowed offset 0) t
     where r.batch_id = $1 and r.status <> 'ignored' and r.invalid_reason is null and r.legal_area_m2 is not null
       and abs(r.area_m2 - r.legal_area_m2) > (select min(base_m2) from reference.area_tolerance)
       and abs(r.area_m2 - r.legal_area_m2) > t.allowed and ($3::int[] is null or r.record_no = any($3))`,
    [batchId, verdicts['area.outside_tolerance'], recordNos],
  );
}

/** Two records of one sheet and number. */
export async function checkDuplicateKeys(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await trx.query(
    `${INSERT}
     select r.batch_id, r.record_no, 'key.duplicate', $2::text, jsonb_build_object('sheet', k.sheet_no, 'no', k.parcel_no, 'times', k.times)
     from (
       select sheet_no, scale, parcel_no, count(*) as times from staging.record
       where batch_id = $1 and status <> 'ignored' and sheet_no is not null and parcel_no is not null and geom is not null
       group by sheet_no, scale, parcel_no having count(*) > 1) k
     join staging.record r on r.sheet_no = k.sheet_no and r.scale is not distinct from k.scale and r.parcel_no = k.parcel_no
     where r.batch_id = $1 and r.status <> 'ignored' and r.geom is not null
     order by k.sheet_no, k.scale, k.parcel_no, r.record_no`,
    [batchId, verdicts['key.duplicate']],
  );
}

/** Numbers that a living parcel of the same sheet has, which is another than the record's. */
export async function checkKeysTaken(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await trx.query(
    `${INSERT}
     select r.batch_id, r.record_no, 'register.key_taken', $2::text, jsonb_build_object('parcelId', v.parcel_id, 'sheet', s.number, 'no', v.parcel_no)
     from staging.record r
     join staging.batch b using (batch_id)
     join cadastre.sheet s on s.unit_code = b.unit_code and s.unit_valid_from = b.unit_valid_from and s.number = r.sheet_no
       and s.scale is not distinct from r.scale
     join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.parcel_no = r.parcel_no and v.status in ('pending', 'current')
     where r.batch_id = $1 and r.status <> 'ignored' and not coalesce(r.candidate ? $3, false)
       and not exists (select from staging.difference d where d.batch_id = r.batch_id and d.record_no = r.record_no)`,
    // What is known by its numbers alone takes none.
    [batchId, verdicts['register.key_taken'], 'unitCode'],
  );
}

/** Against what is registered: what of it comes again, then the number taken, the code taken, the ground taken. Repeatable: replaces its findings. */
export async function checkAgainstRegister(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await compareWithCurrent(trx, batchId);
  await trx.query(`delete from staging.finding where batch_id = $1 and code like 'register.%'`, [batchId]);
  await judgeDifferences(trx, batchId, verdicts);
  await checkKeysTaken(trx, batchId, verdicts);
  await trx.query(
    `${INSERT}
     select r.batch_id, r.record_no, 'register.code_taken', $2::text, jsonb_build_object('parcelId', v.parcel_id, 'sheet', s.number, 'no', v.parcel_no)
     from staging.record r
     join cadastre.parcel_version v on v.parcel_code = r.parcel_code and v.status in ('pending', 'current')
     join cadastre.sheet s using (sheet_id)
     where r.batch_id = $1 and r.status <> 'ignored'
       and not exists (select from staging.difference d where d.batch_id = r.batch_id and d.record_no = r.record_no and d.parcel_id = v.parcel_id)`,
    [batchId, verdicts['register.code_taken']],
  );
  await checkRegisteredGround(trx, batchId, verdicts);
}

/** Sets each record's status by its worst finding; touches only those that change. Ignored records stay ignored. */
export async function judgeRecords(trx: Trx, batchId: string): Promise<void> {
  await trx.query(
    `with worst as (
       select record_no, case when bool_or(severity = 'refuse') then 'refused' when bool_or(severity = 'error') then 'blocked'
         when bool_or(severity = 'warning') then 'warned' else 'valid' end as status
       from staging.finding where batch_id = $1 and record_no is not null and settled_by is null group by record_no)
     update staging.record r set status = coalesce(w.status, 'valid')
     from staging.record o left join worst w using (record_no)
     where o.batch_id = $1 and r.batch_id = $1 and r.record_no = o.record_no and r.status <> 'ignored'
       and r.status <> coalesce(w.status, 'valid')`,
    [batchId],
  );
}

/** Leaves every blocked record out, with the codes for which it was blocked as the reason; returns their number. */
export async function excludeBlocked(trx: Trx, batchId: string): Promise<number> {
  const { rowCount } = await trx.query(
    `update staging.record r set status = 'ignored', exclusion_reason = 'excluded: ' || (
         select string_agg(distinct f.code, ', ' order by f.code) from staging.finding f
         where f.batch_id = r.batch_id and f.record_no = r.record_no and f.severity = 'error')
     where r.batch_id = $1 and r.status = 'blocked'`,
    [batchId],
  );
  return rowCount ?? 0;
}
