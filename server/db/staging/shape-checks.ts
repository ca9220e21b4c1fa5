/**
 * Whether the shapes of a batch can be what they say: the whole ring against the commune, and against the sheet it was
 * drawn on. One wrong vertex makes a valid polygon, so nothing else would notice it. Facts only, as in batch-checks.ts.
 */

import type { Trx } from '../kit/transaction.ts';
import type { Verdicts } from './staging-rows.ts';

const INSERT = 'insert into staging.finding (batch_id, record_no, code, severity, detail)';

interface Box {
  readonly minLon: number;
  readonly minLat: number;
  readonly maxLon: number;
  readonly maxLat: number;
}

/**
 * Records that lie outside the commune by more than about a kilometre, by their point or by any vertex. A box inside the
 * commune, in the registry's system, answers for nearly all; only the rest is moved into degrees.
 */
export async function checkInsideCommune(trx: Trx, batchId: string, extent: Box, verdicts: Verdicts): Promise<void> {
  const side = (most: 'min' | 'max', of: 'st_x' | 'st_y', x: string, y: string) =>
    `(select ${most}(${of}(st_transform(st_setsrid(st_makepoint(${x}, ${y}), 4326), 9214))) from generate_series(0, 8) i)`;
  const alongX = 'st_xmin(g) + (st_xmax(g) - st_xmin(g)) * i / 8';
  const alongY = 'st_ymin(g) + (st_ymax(g) - st_ymin(g)) * i / 8';
  await trx.query(
    `with ground as (select st_expand(st_makeenvelope($3, $4, $5, $6, 4326), 0.01) as g),
     inner_box as (
       select g, st_makeenvelope(${side('max', 'st_x', 'st_xmin(g)', alongY)}, ${side('max', 'st_y', alongX, 'st_ymin(g)')},
         ${side('min', 'st_x', 'st_xmax(g)', alongY)}, ${side('min', 'st_y', alongX, 'st_ymax(g)')}, 9214) as b from ground),
     near_edge as materialized (
       select r.record_no, b.g, st_transform(r.feature_point, 4326) as point, st_transform(r.geom, 4326) as shape
       from staging.record r, inner_box b
       where r.batch_id = $1 and r.status <> 'ignored' and r.geom is not null and not r.geom @ b.b)
     ${INSERT}
     select $1, record_no, code, $2::jsonb ->> code, jsonb_build_object('lon', round(st_x(p)::numeric, 5), 'lat', round(st_y(p)::numeric, 5))
     from (
       select record_no, 'geometry.outside_commune' as code, point as p from near_edge where point is not null and not point && g
       union all
       select record_no, 'geometry.reaches_outside_commune', far.p from near_edge n cross join lateral (
         select d.geom as p from st_dumppoints(n.shape) d order by st_distance(d.geom, st_centroid(n.g)) desc limit 1) far
       where (point is null or point && g) and not st_coveredby(st_envelope(shape), g)) found`,
    [batchId, JSON.stringify(verdicts), extent.minLon, extent.minLat, extent.maxLon, extent.maxLat],
  );
}

/**
 * Edges, areas, widths and places that a sheet of its scale (1:2000 where it is unknown) does not have. Paper is at most
 * 60 cm wide; 0.1 mm is the finest it shows. Common for a sheet is the median of its parcels, from five on. Only shapes
 * with far more outline than common have their vertices looked at.
 */
export async function checkShapes(
  trx: Trx,
  batchId: string,
  verdicts: Verdicts,
  recordNos: readonly number[] | null = null,
): Promise<void> {
  await trx.query(
    `with shape as materialized (
       select record_no, coalesce(sheet_no, '') as sheet, coalesce(scale, 0) as drawn, coalesce(scale, 2000) as denominator, area_m2, st_perimeter(geom_legal) as outline,
         st_xmin(geom_legal) as x0, st_xmax(geom_legal) as x1, st_ymin(geom_legal) as y0, st_ymax(geom_legal) as y1
       from staging.record where batch_id = $1 and status <> 'ignored' and geom_legal is not null and invalid_reason is null),
     middle as materialized (
       select sheet, drawn, count(*) as n, percentile_cont(0.5) within group (order by outline) as outline,
         percentile_cont(0.5) within group (order by (x0 + x1) / 2) as x, percentile_cont(0.5) within group (order by (y0 + y1) / 2) as y
       from shape group by sheet, drawn),
     placed as materialized (
       select s.*, m.n, case when m.n >= 5 then m.outline else s.denominator * 0.1 end as common,
         greatest(m.x - s.x0, s.x1 - m.x, m.y - s.y0, s.y1 - m.y) as reach
       from shape s join middle m using (sheet, drawn)),
     spread as materialized (
       select sheet, drawn, percentile_cont(0.9) within group (order by reach) as reach from placed where n >= 5 group by sheet, drawn),
     -- Ring by ring within each shape: from corner to corner, how far, how far on, and how far straight across.
     looked as materialized (
       select p.record_no, p.denominator, p.common, v.longest, v.spike
       from placed p
       cross join lateral (select geom_legal from staging.record where batch_id = $1 and record_no = p.record_no offset 0) r
       cross join lateral (
         select max(length) as longest, (array_agg(array[least(length, onward), x, y] order by least(length, onward) desc) filter (
           where corners >= 4 and length + onward - across > 1.5 * (outline - (length + onward - across))
             and least(length, onward) > greatest(p.common, 0.03 * p.denominator)))[1:1] as spike
         from (
           select *, sum(length) over ring as outline, count(*) over ring as corners
           from (
             select ring, x, y, sqrt((x - x0) * (x - x0) + (y - y0) * (y - y0)) as length,
               sqrt((x1 - x) * (x1 - x) + (y1 - y) * (y1 - y)) as onward, sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)) as across
             from (
               select ring, at, x, y, lag(x) over w as x0, lag(y) over w as y0,
                 coalesce(lead(x) over w, nth_value(x, 2) over every) as x1, coalesce(lead(y) over w, nth_value(y, 2) over every) as y1
               from (
                 select path[1 : array_length(path, 1) - 1] as ring, path[array_length(path, 1)] as at, st_x(geom) as x, st_y(geom) as y
                 from st_dumppoints(r.geom_legal)) point
               window w as (partition by ring order by at), every as (w rows between unbounded preceding and unbounded following)) corner
             where at > 1) edge
           window ring as (partition by ring)) measured) v
       where p.outline > 5 * p.common or (p.outline > 2 * p.common and 4 * pi() * p.area_m2 < 0.5 * p.outline * p.outline)),
     longest as (select record_no, denominator, common, longest as length from looked),
     spike as (select record_no, spike[1][1] as sticks_out, spike[1][2] as x, spike[1][3] as y from looked where spike is not null),
     found as (
       select record_no, 'geometry.edge_beyond_sheet' as code, jsonb_build_object('lengthM', round(length::numeric, 1), 'scale', denominator) as detail
       from longest where length > 1.5 * 0.6 * sqrt(2) * denominator
       union all
       select record_no, 'geometry.spike', jsonb_build_object('lengthM', round(sticks_out::numeric, 1), 'x', round(x::numeric, 3), 'y', round(y::numeric, 3))
       from spike
       union all
       select record_no, 'geometry.edge_improbable', jsonb_build_object('lengthM', round(length::numeric, 1), 'medianM', round((common / 4)::numeric, 1))
       from longest where length > greatest(2.5 * common, 0.2 * denominator) and length <= 1.5 * 0.6 * sqrt(2) * denominator
         and record_no not in (select record_no from spike)
       union all
       select record_no, 'geometry.area_beyond_sheet', jsonb_build_object('areaM2', round(area_m2), 'scale', denominator)
       from placed where area_m2 > 1.5 * power(0.6 * denominator, 2)
       union all
       select p.record_no, 'geometry.outside_sheet', jsonb_build_object('lengthM', round(p.reach::numeric, 1))
       from placed p join spread s using (sheet, drawn)
       where p.reach > greatest(0.6 * p.denominator, 4 * s.reach)
       union all
       select record_no, 'geometry.sliver', jsonb_build_object('widthM', round((2 * area_m2 / outline)::numeric, 3), 'scale', denominator)
       from placed where outline > 0 and 2 * area_m2 / outline < 0.0001 * denominator)
     ${INSERT}
     select $1, record_no, code, $2::jsonb ->> code, detail from found where $3::int[] is null or record_no = any($3)`,
    [batchId, JSON.stringify(verdicts), recordNos],
  );
}

/** What {@link checkShapes} finds, to be forgotten before it looks again. */
export const SHAPE_CODES = [
  'geometry.edge_beyond_sheet',
  'geometry.spike',
  'geometry.edge_improbable',
  'geometry.area_beyond_sheet',
  'geometry.outside_sheet',
  'geometry.sliver',
] as const;
