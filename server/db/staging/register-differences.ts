/** A sheet that comes again, held against the register: what is the same, what differs, what the file does not bring (docs/adr/0059). */
import { judgeStanding } from '../../domain/dealing/judge-standing.ts';
import { readStanding } from '../dealing/standing.ts';
import type { Trx } from '../kit/transaction.ts';
import type { Verdicts } from './staging-rows.ts';

/** Numbers named in one finding. */
const MOST_NAMED = 20;

const INSERT = 'insert into staging.finding (batch_id, record_no, code, severity, detail)';

/**
 * Finds anew which records are of a current parcel. What is as it is registered, or differs in what only a dealing of its own may change, takes no
 * part; what does so no more takes part again. Whether there was or is any such record, or one that is known by its numbers alone.
 */
export async function compareWithCurrent(trx: Trx, batchId: string): Promise<boolean> {
  const before = await trx.query('delete from staging.difference where batch_id = $1', [batchId]);
  const after = await trx.query(
    `insert into staging.difference (batch_id, record_no, parcel_id, version_no, fields)
     select $1, record_no, parcel_id, version_no, fields from staging.compare_with_current($1)`,
    [batchId],
  );
  await trx.query(
    `update staging.record r set status = case when w.reason is null then 'valid' else 'ignored' end, exclusion_reason = w.reason
     from staging.record o left join lateral (
       select case when d.fields = '{}' then 'register.unchanged' when not 'boundary' = any(d.fields) then 'register.differs' end as reason
       from staging.difference d where d.batch_id = o.batch_id and d.record_no = o.record_no) w on true
     where o.batch_id = $1 and r.batch_id = $1 and r.record_no = o.record_no and o.exclusion_reason is distinct from w.reason
       and (w.reason is not null or o.exclusion_reason in ('register.unchanged', 'register.differs'))`,
    [batchId],
  );
  if ((before.rowCount ?? 0) > 0 || (after.rowCount ?? 0) > 0) return true;
  const { rows } = await trx.query(
    'select from staging.record where batch_id = $1 and geom is null and candidate ? $2 limit 1',
    [batchId, 'unitCode'],
  );
  return rows.length > 0;
}

/** The findings of what {@link compareWithCurrent} found. */
export async function judgeDifferences(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await trx.query(
    `${INSERT}
     select d.batch_id, d.record_no, k.code, $2::jsonb ->> k.code,
       jsonb_strip_nulls(jsonb_build_object('parcelId', d.parcel_id, 'differing', nullif(array_to_string(array_remove(d.fields, 'boundary'), ','), ''), 'registeredM2', case when k.code = 'register.resurveyed' then v.area_m2 end,
         'computedM2', case when k.code = 'register.resurveyed' then round(r.area_m2, 2) end))
     from staging.difference d
     join staging.record r using (batch_id, record_no)
     join cadastre.parcel_version v on v.parcel_id = d.parcel_id and v.version_no = d.version_no
     cross join lateral unnest(array_remove(array[
       case when d.fields = '{}' then 'register.unchanged' end,
       case when 'boundary' = any(d.fields) then 'register.resurveyed' end,
       case when cardinality(array_remove(d.fields, 'boundary')) > 0 then 'register.differs' end], null)) as k(code)
     where d.batch_id = $1`,
    [batchId, JSON.stringify(verdicts)],
  );
  await trx.query(
    `with sheet as (
       select distinct v.sheet_id, s.number, s.scale from staging.difference d
       join staging.record o on o.batch_id = d.batch_id and o.record_no = d.record_no and o.geom is not null
       join cadastre.parcel_version v on v.parcel_id = d.parcel_id and v.version_no = d.version_no join cadastre.sheet s using (sheet_id)
       where d.batch_id = $1),
     missing as (
       select s.sheet_id, s.number, v.parcel_no, row_number() over (partition by s.sheet_id order by length(v.parcel_no), v.parcel_no) as n
       from sheet s join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.status = 'current'
       where not exists (select from staging.record r where r.batch_id = $1 and r.sheet_no = s.number and r.scale is not distinct from s.scale
         and r.parcel_no = v.parcel_no))
     ${INSERT}
     select $1, null, 'register.missing', $2::text, jsonb_build_object('sheet', number, 'missing', count(*),
       'numbers', string_agg(parcel_no, ', ' order by n) filter (where n <= ${MOST_NAMED}))
     from missing group by sheet_id, number order by number`,
    [batchId, verdicts['register.missing']],
  );
  await trx.query(
    `with named as (
       select record_no, max(parcels) as parcels, max(claims) as claims from staging.find_by_number($1) group by record_no
       having max(parcels) <> 1 or max(claims) > 1)
     ${INSERT}
     select r.batch_id, r.record_no, k.code, $2::jsonb ->> k.code, jsonb_strip_nulls(jsonb_build_object('sheet', r.sheet_no, 'no', r.parcel_no,
       'parcels', case when n.parcels > 1 then n.parcels end, 'rows', case when n.claims > 1 then n.claims end))
     from named n join staging.record r on r.batch_id = $1 and r.record_no = n.record_no
     cross join lateral (select case when n.parcels = 0 then 'register.unmatched' else 'register.ambiguous' end as code) k`,
    [batchId, JSON.stringify(verdicts)],
  );
  await judgeChanged(trx, batchId, verdicts);
}

/** What stands in the way of a new boundary for a parcel: an open dealing on it, or a caveat that forbids it. */
async function judgeChanged(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  const { rows } = await trx.query<{ no: number; parcelId: string }>(
    `select d.record_no as no, d.parcel_id as "parcelId" from staging.difference d join staging.record r using (batch_id, record_no)
     where d.batch_id = $1 and 'boundary' = any(d.fields) and r.status <> 'ignored' order by 1`,
    [batchId],
  );
  if (rows.length === 0) return;
  const standing = await readStanding(
    trx,
    rows.map(({ parcelId }) => parcelId),
  );
  const byId = new Map(standing.map((parcel) => [parcel.parcelId, parcel]));
  const held = rows.flatMap(({ no, parcelId }) => {
    const parcel = byId.get(parcelId);
    // A person who opens a dealing sees the other one and goes on; a batch goes on over nobody's.
    const stops = (parcel ? judgeStanding('resurvey', parcel) : []).filter(
      ({ severity, code }) => severity === 'error' || code === 'target.in_other_dealing',
    );
    return stops.length > 0 ? [{ no, detail: { parcelId, rules: stops.map(({ code }) => code).join(',') } }] : [];
  });
  await trx.query(
    `${INSERT} select $1, no, 'register.held', $2::text, detail from jsonb_to_recordset($3::jsonb) as h(no int, detail jsonb)`,
    [batchId, verdicts['register.held'], JSON.stringify(held)],
  );
}
