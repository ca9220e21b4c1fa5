/** What is judged again when records of a batch were corrected, left out or taken back in. */
import { ANSWERED_FINDINGS, COLUMN_OF_TEXT } from '../../domain/finding/answered-findings.ts';
import type { Trx } from '../kit/transaction.ts';
import { checkAgainstRegister, checkArea, checkDuplicateKeys, checkKeysTaken, judgeRecords } from './batch-checks.ts';
import { isCompared, judgeOverlaps, measureOverlaps } from './batch-overlaps.ts';
import { compareWithCurrent } from './register-differences.ts';
import { checkShapes, SHAPE_CODES } from './shape-checks.ts';
import type { Verdicts } from './staging-rows.ts';

const forget = (trx: Trx, batchId: string, codes: readonly string[]) =>
  trx.query('delete from staging.finding where batch_id = $1 and code = any($2)', [batchId, codes]);

/** Marks what edits in effect answer, and opens again what they no longer do. Text findings are those of the field's column. */
async function settle(trx: Trx, batchId: string, recordNos: readonly number[]): Promise<void> {
  await trx.query(
    `update staging.finding f set settled_by = s.field
     from staging.finding o left join lateral (
       select c.field from staging.correction c join staging.batch b using (batch_id)
       where c.batch_id = o.batch_id and c.record_no = o.record_no and c.rule = 'officer' and c.status in ('applied', 'accepted')
         and $3::jsonb -> c.field ? o.code and o.field is null
         and (o.code not like 'text.%' or b.source -> 'columns' ->> (o.detail ->> 'column') = $4::jsonb ->> c.field)
       order by c.field limit 1) s on true
     where o.batch_id = $1 and o.record_no = any($2) and f.finding_id = o.finding_id and f.settled_by is distinct from s.field`,
    [batchId, recordNos, JSON.stringify(ANSWERED_FINDINGS), JSON.stringify(COLUMN_OF_TEXT)],
  );
}

/** What values given by hand say themselves: a number that is none, purposes nobody knows, sums that differ, a ring that crosses itself. */
async function checkEdited(trx: Trx, batchId: string, recordNos: readonly number[], verdicts: Verdicts): Promise<void> {
  await trx.query('delete from staging.finding where batch_id = $1 and record_no = any($2) and field is not null', [
    batchId,
    recordNos,
  ]);
  await trx.query(
    `with edit as (
       select c.batch_id, c.record_no, c.field, r.candidate, r.legal_area_m2, r.parcel_no, r.invalid_reason, r.feature_point, r.geom
       from staging.correction c join staging.record r using (batch_id, record_no)
       where c.batch_id = $1 and c.record_no = any($2) and c.rule = 'officer' and c.status in ('applied', 'accepted') and r.status <> 'ignored'),
     land_use as (
       select code, bool_or(valid_to is null or valid_to > current_date) as present from reference.land_use where not is_group group by code),
     sums as (
       select e.record_no, min(e.field) as field, e.legal_area_m2,
         (select sum((p ->> 'areaM2')::numeric) from jsonb_array_elements(e.candidate -> 'purposes') p) as sum_m2,
         (select bool_and(p ->> 'areaM2' is not null) from jsonb_array_elements(e.candidate -> 'purposes') p) as complete
       from edit e where e.field in ('purposes', 'legalAreaM2') group by e.record_no, e.legal_area_m2, e.candidate),
     found as (
       select record_no, field, 'key.parcel_no_not_integer' as code, '{}'::jsonb as detail from edit where field = 'parcelNo' and parcel_no !~ '^[0-9]+$'
       union all
       select e.record_no, e.field, case when l.present is null then 'land_use.unknown' else 'land_use.legacy_code' end,
         case when l.present is null then '{}' else jsonb_build_object('landUse', p ->> 'code') end
       from edit e cross join lateral jsonb_array_elements(e.candidate -> 'purposes') p left join land_use l on l.code = p ->> 'code'
       where e.field = 'purposes' and not coalesce(l.present, false)
       union all
       select record_no, field, 'area.purposes_differ', jsonb_build_object('sumM2', round(sum_m2, 2), 'areaM2', legal_area_m2)
       from sums where complete and abs(sum_m2 - legal_area_m2) > reference.setting_on('purpose_sum_difference_m2', current_date)
       union all
       select record_no, field, 'holder.missing', '{}' from edit where field = 'holders' and candidate -> 'holders' = '[]'
       union all
       select record_no, field, 'certificate.serial_unusual', '{}' from edit
       where field = 'certificateSerial' and candidate ->> 'certificateSerial' !~ '^([A-ZĐ]{1,2} [0-9]{6}|[A-Z]{2} [0-9]{8})$'
       union all
       select record_no, field, 'geometry.self_intersection', jsonb_build_object('reason', left(invalid_reason, 120)) from edit
       where field = 'ring' and invalid_reason is not null
       union all
       select e.record_no, e.field, case when p.g && x.ground then 'geometry.reaches_outside_commune' else 'geometry.outside_commune' end, jsonb_build_object('lon', round(st_x(p.g)::numeric, 5), 'lat', round(st_y(p.g)::numeric, 5))
       from edit e join staging.batch b using (batch_id)
       cross join lateral (select st_expand(st_makeenvelope(x.min_lon, x.min_lat, x.max_lon, x.max_lat, 4326), 0.01) as ground from reference.administrative_unit_extent x
         where (x.code, x.valid_from) in ((b.unit_code, b.unit_valid_from), (b.commune_code, b.commune_valid_from))
         order by (x.code, x.valid_from) = (b.unit_code, b.unit_valid_from) desc limit 1) x
       cross join lateral (select st_transform(e.feature_point, 4326) as g) p
       where e.field = 'ring' and not st_coveredby(st_envelope(st_transform(e.geom, 4326)), x.ground))
     insert into staging.finding (batch_id, record_no, code, severity, detail, field)
     select $1, record_no, code, $3::jsonb ->> code, detail, field from found`,
    [batchId, recordNos, JSON.stringify(verdicts)],
  );
}

/** After corrections of these records: their own facts, and what depends on their numbers among all. */
export async function recheckCorrected(
  trx: Trx,
  batchId: string,
  recordNos: readonly number[],
  verdicts: Verdicts,
): Promise<void> {
  await settle(trx, batchId, recordNos);
  await checkEdited(trx, batchId, recordNos, verdicts);
  await trx.query(
    `delete from staging.finding where batch_id = $1 and record_no = any($2) and code = 'area.outside_tolerance'`,
    [batchId, recordNos],
  );
  await checkArea(trx, batchId, verdicts, recordNos);
  // A record of another sheet is held against that sheet; what is common for both has changed by one in many.
  await trx.query('delete from staging.finding where batch_id = $1 and record_no = any($2) and code = any($3)', [
    batchId,
    recordNos,
    SHAPE_CODES,
  ]);
  await checkShapes(trx, batchId, verdicts, recordNos);
  // Another ring: the database takes nothing for compared any more.
  if (!(await isCompared(trx, batchId))) return recheckMembers(trx, batchId, verdicts);
  await forget(trx, batchId, ['key.duplicate', 'register.key_taken']);
  await checkDuplicateKeys(trx, batchId, verdicts);
  // Where the sheet comes again, what a value means hangs on what is registered.
  if (await compareWithCurrent(trx, batchId)) await checkAgainstRegister(trx, batchId, verdicts);
  else await checkKeysTaken(trx, batchId, verdicts);
  await judgeRecords(trx, batchId);
}

/** After records were left out or taken back in: who shares a number or ground with whom is another question now. */
export async function recheckMembers(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await forget(trx, batchId, [
    'key.duplicate',
    'topology.overlap',
    'topology.overlap_minor',
    'topology.duplicate_geometry',
    'topology.not_compared',
  ]);
  await checkDuplicateKeys(trx, batchId, verdicts);
  if (!(await isCompared(trx, batchId))) await measureOverlaps(trx, batchId);
  await judgeOverlaps(trx, batchId, verdicts);
  await checkAgainstRegister(trx, batchId, verdicts);
  await judgeRecords(trx, batchId);
}
