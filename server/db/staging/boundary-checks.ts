/** Checks of a staged batch of boundaries: each adds findings; only the repair changes a record, and never what the file holds. */

import type { Trx } from '../kit/transaction.ts';
import { UNITS_OF_BATCH } from '../reference/boundary-units.ts';
import type { Verdicts } from './staging-rows.ts';

const INSERT = 'insert into staging.finding (batch_id, record_no, code, severity, detail)';

/** Records that may still become a boundary. */
const USABLE = `r.batch_id = $1 and r.status <> 'ignored' and r.geom is not null
  and not exists (select from staging.finding f where f.batch_id = r.batch_id and f.record_no = r.record_no and f.severity = 'refuse')`;

/** Drawn against declared area; published areas are rounded and boundaries generalised. */
const AREA_DIFFERENCE = 0.02;

/** About one kilometre. */
const PAD_DEGREES = 0.01;

/** A unit's kind before its name, as in `Xã Biên Sơn`, without accents. */
const KIND = '^(xa|phuong|thi tran|dac khu|x\\.|p\\.|tt\\.?) *';

/**
 * Makes what crosses itself valid, keeping to polygons; the file's own shape stays in geom_legal. Only the database's own
 * function may change what a record is made of.
 */
export async function repairBoundaries(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await trx.query(
    `${INSERT}
     select $1, fixed.record_no, code, $2::jsonb ->> code,
       jsonb_build_object('at', left(fixed.invalid_reason, 120), 'beforeM2', round(fixed.before_m2, 2), 'afterM2', round(fixed.after_m2, 2))
     from staging.repair_boundaries($1) fixed
     cross join lateral (select case when fixed.repaired then 'boundary.repaired' else 'boundary.invalid' end as code) judged`,
    [batchId, JSON.stringify(verdicts)],
  );
}

/** A boundary that does not even touch where its unit is known to lie: a mistaken code, or a mistaken system. */
export async function checkBoundaryPlace(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await trx.query(
    `${INSERT}
     select r.batch_id, r.record_no, 'geometry.outside_commune', $2::text,
       jsonb_build_object('lon', round(st_x(p.centre)::numeric, 5), 'lat', round(st_y(p.centre)::numeric, 5))
     from staging.record r
     join (${UNITS_OF_BATCH}) unit on unit.code = r.candidate ->> 'code'
     join reference.administrative_unit_extent e on e.code = unit.code and e.valid_from = unit.valid_from
     cross join lateral (select st_transform(st_centroid(r.geom), 4326) as centre offset 0) p
     where ${USABLE}
       and not st_transform(r.geom, 4326) && st_expand(st_makeenvelope(e.min_lon, e.min_lat, e.max_lon, e.max_lat, 4326), ${PAD_DEGREES})`,
    [batchId, verdicts['geometry.outside_commune']],
  );
}

export async function checkBoundaryArea(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await trx.query(
    `${INSERT}
     select r.batch_id, r.record_no, 'boundary.area_differs', $2::text, jsonb_build_object('computedM2', round(r.area_m2, 0),
       'declaredM2', round(r.legal_area_m2, 0), 'percent', round(100 * (r.area_m2 - r.legal_area_m2) / r.legal_area_m2, 1))
     from staging.record r
     where ${USABLE} and r.legal_area_m2 is not null and abs(r.area_m2 - r.legal_area_m2) > ${AREA_DIFFERENCE} * r.legal_area_m2`,
    [batchId, verdicts['boundary.area_differs']],
  );
}

/**
 * Codes were given to other units at the reform of 2025-07-01: a record whose name is not that of the unit with its code
 * on the day shows a file of another time. Compared without kind, case and accents.
 */
export async function checkBoundaryNames(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  const plain = (name: string) => `regexp_replace(lower(unaccent(trim(${name}))), '${KIND}', '')`;
  await trx.query(
    `${INSERT}
     select r.batch_id, r.record_no, 'commune.differs_in_record', $2::text, jsonb_build_object('commune', unit.code)
     from staging.record r
     join (${UNITS_OF_BATCH}) unit on unit.code = r.candidate ->> 'code'
     where ${USABLE} and r.candidate ->> 'name' is not null and ${plain(`r.candidate ->> 'name'`)} <> ${plain('unit.name')}`,
    [batchId, verdicts['commune.differs_in_record']],
  );
}

/** Two usable records for one unit: nobody knows which is meant. */
export async function checkDuplicateCodes(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await trx.query(
    `${INSERT}
     select batch_id, record_no, 'key.duplicate', $2::text, jsonb_build_object('code', code, 'times', times)
     from (select r.batch_id, r.record_no, r.candidate ->> 'code' as code, count(*) over (partition by r.candidate ->> 'code') as times
           from staging.record r where ${USABLE}) codes where times > 1`,
    [batchId, verdicts['key.duplicate']],
  );
}
