/**
 * Outlines and places derived from the register, for display only: each function is one bounded step in the caller's
 * transaction, as diaba_app. Marks (cadastre.stale_mark) are taken away before the parcels are read, in a statement of
 * its own: whatever is registered meanwhile leaves a new mark, so nothing is missed and a step that dies is done again.
 */
import type pg from 'pg';
import type { PlaceOfAddress } from '../../domain/publication/place-of-address.ts';
import { queryRows } from '../kit/query-rows.ts';
import type { Trx } from '../kit/transaction.ts';

/** What is older than what it was made from. */
export type Stale =
  | { readonly kind: 'sheet'; readonly sheetId: string }
  | { readonly kind: 'places'; readonly communeCode: string }
  | { readonly kind: 'boundary'; readonly code: string; readonly validFrom: string };

/** Everything stale now, what was marked first before the rest. Two small tables are read; the parcels are not. */
export async function listStale(pool: pg.Pool): Promise<Stale[]> {
  const marks = await queryRows<{ sheet_id: string | null; commune_code: string | null }>(
    pool,
    'select sheet_id, commune_code from cadastre.stale_mark group by 1, 2 order by min(mark_id)',
  );
  const boundaries = await queryRows<{ code: string; valid_from: string }>(
    pool,
    `select e.code::text, e.valid_from::text from reference.administrative_unit_extent e
     join reference.administrative_unit u using (code, valid_from)
     left join cadastre.commune_outline o using (code, valid_from)
     where case when e.boundary is null then o.code is not null
       else (o.boundary_recorded_at, o.name, o.valid_to) is distinct from (e.recorded_at, u.name, u.valid_to) end
     order by 1, 2`,
  );
  return [
    ...boundaries.map((row) => ({ kind: 'boundary' as const, code: row.code, validFrom: row.valid_from })),
    ...marks.map((row) =>
      row.sheet_id === null
        ? { kind: 'places' as const, communeCode: row.commune_code! }
        : { kind: 'sheet' as const, sheetId: row.sheet_id },
    ),
  ];
}

/** Any fixed number: one process refreshes at a time; the others need not. */
const REFRESH_LOCK = 9_214_004;

/** Limits the step and keeps others out until the transaction ends; false when another process is at it. */
export async function beginRefresh(trx: Trx, limitMs: number): Promise<boolean> {
  await trx.query("select set_config('statement_timeout', $1, true)", [`${limitMs}ms`]);
  const { rows } = await trx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [REFRESH_LOCK]);
  return rows[0]?.mine === true;
}

/** Corners are kept as corners, so that going out and back in gives a straight edge back where it was. */
const JOIN = `'quad_segs=1 join=mitre mitre_limit=2'`;
/** Web Mercator metres, 7.5 m on the ground here: lanes and ditches up to twice that, which no parcel holds, are closed. */
const CLOSE_M = 8;
/**
 * Each parcel is thinned and widened, then one union, then each part made narrow again by as much. Widening the collected
 * sheet at once instead costs five times as much (docs/data-path.md).
 */
const SHAPE = {
  union: `select st_multi(st_simplifypreservetopology(st_union(st_buffer(part.geom, -${CLOSE_M}, ${JOIN})), 0.5)) as geom
    from (select st_union(st_buffer(st_simplify(p.geom_3857, 0.5), ${CLOSE_M}, ${JOIN})) as wide from parcels p) w
    cross join lateral st_dump(w.wide) part`,
  hull: 'select st_multi(st_buffer(st_convexhull(st_collect(p.geom_3857)), 0)) as geom from parcels p',
};
export type OutlineMethod = keyof typeof SHAPE;

/** The outline of a sheet's current parcels; it goes when there are none. */
export async function refreshSheetOutline(trx: Trx, sheetId: string, method: OutlineMethod): Promise<void> {
  await trx.query('delete from cadastre.stale_mark where sheet_id = $1', [sheetId]);
  const { rowCount } = await trx.query(
    `with parcels as materialized (
       select v.geom_3857, v.land_use, v.area_m2 from cadastre.tile_parcel v where v.sheet_id = $1 and v.status = 'current'),
     shape as materialized (${SHAPE[method]})
     insert into cadastre.sheet_outline (sheet_id, commune_code, number, scale, unit_name, land_use, parcels, area_m2,
       first_registered_at, method, geom_3857, revision)
     select s.sheet_id, s.commune_code, s.number, s.scale, u.name,
       (select split_part(p.land_use, '+', 1) from parcels p where p.land_use <> '' group by 1 order by sum(p.area_m2) desc, 1 limit 1),
       (select count(*) from parcels), (select sum(p.area_m2) from parcels p),
       (select min(v.registered_at) from cadastre.parcel_version v where v.sheet_id = s.sheet_id and v.status <> 'pending'),
       $2, shape.geom, nextval('cadastre.derived_revision_seq')
     from shape, cadastre.sheet s join reference.administrative_unit u on u.code = s.unit_code and u.valid_from = s.unit_valid_from
     where s.sheet_id = $1 and shape.geom is not null
     on conflict (sheet_id) do update set (commune_code, number, scale, unit_name, land_use, parcels, area_m2,
         first_registered_at, method, geom_3857, revision, refreshed_at)
       = (excluded.commune_code, excluded.number, excluded.scale, excluded.unit_name, excluded.land_use, excluded.parcels,
          excluded.area_m2, excluded.first_registered_at, excluded.method, excluded.geom_3857, excluded.revision, now())`,
    [sheetId, method],
  );
  if (rowCount === 0) await trx.query('delete from cadastre.sheet_outline where sheet_id = $1', [sheetId]);
}

/** The imported boundary of one unit in the shapes a tile needs; they go when it is taken away. */
export async function refreshCommuneOutline(trx: Trx, code: string, validFrom: string): Promise<void> {
  const { rowCount } = await trx.query(
    `with made as materialized (
       select e.recorded_at, u.name, u.valid_to, st_transform(e.boundary, 3857) as geom
       from reference.administrative_unit_extent e join reference.administrative_unit u using (code, valid_from)
       where e.code = $1 and e.valid_from = $2 and e.boundary is not null),
     largest as (select part.geom from made cross join lateral st_dump(made.geom) part order by st_area(part.geom) desc limit 1)
     insert into cadastre.commune_outline (code, valid_from, valid_to, name, geom_3857, overview_3857, label_3857, boundary_recorded_at, revision)
     select $1, $2, made.valid_to, made.name, st_multi(st_simplifypreservetopology(made.geom, 1)),
       st_multi(st_simplifypreservetopology(made.geom, 60)),
       (st_maximuminscribedcircle(st_simplifypreservetopology(largest.geom, 20))).center, made.recorded_at,
       nextval('cadastre.derived_revision_seq')
     from made, largest
     on conflict on constraint commune_outline_pkey do update set (valid_to, name, geom_3857, overview_3857, label_3857, boundary_recorded_at, revision)
       = (excluded.valid_to, excluded.name, excluded.geom_3857, excluded.overview_3857, excluded.label_3857, excluded.boundary_recorded_at, excluded.revision)`,
    [code, validFrom],
  );
  if (rowCount === 0) {
    await trx.query('delete from cadastre.commune_outline where code = $1 and valid_from = $2', [code, validFrom]);
  }
}

export interface AddressCount {
  readonly address: string;
  readonly parcels: number;
}

/** The different addresses of a commune's current parcels; takes its marks away. */
export async function takeAddresses(trx: Trx, communeCode: string): Promise<AddressCount[]> {
  await trx.query('delete from cadastre.stale_mark where commune_code = $1', [communeCode]);
  const { rows } = await trx.query<AddressCount>(
    `select v.address, count(*)::int as parcels
     from cadastre.sheet s join cadastre.parcel_version v using (sheet_id)
     where s.commune_code = $1 and v.status = 'current' and v.address is not null group by v.address order by v.address`,
    [communeCode],
  );
  return rows;
}

/** The places of a commune, instead of those it had. */
export async function replacePlaces(trx: Trx, communeCode: string, found: readonly PlaceOfAddress[]): Promise<void> {
  await trx.query('delete from cadastre.place where commune_code = $1', [communeCode]);
  await trx.query(
    `insert into cadastre.place (commune_code, name, key, parcels, commune_valid_from, first_registered_at, point_3857,
       lon, lat, min_lon, min_lat, max_lon, max_lat, revision)
     select $1, m.name, m.key, m.parcels, m.valid_from, m.first_registered_at, m.point, st_x(d.point), st_y(d.point),
       st_x(d.low), st_y(d.low), st_x(d.high), st_y(d.high), nextval('cadastre.derived_revision_seq')
     from (
       select n.name, n.key, count(*) as parcels, max(s.commune_valid_from) as valid_from, min(v.registered_at) as first_registered_at,
         st_setsrid(st_makepoint(percentile_cont(0.5) within group (order by st_x(v.label_3857)),
           percentile_cont(0.5) within group (order by st_y(v.label_3857))), 3857) as point,
         st_setsrid(st_makepoint(percentile_cont(0.05) within group (order by st_xmin(v.geom_3857)),
           percentile_cont(0.05) within group (order by st_ymin(v.geom_3857))), 3857) as low,
         st_setsrid(st_makepoint(percentile_cont(0.95) within group (order by st_xmax(v.geom_3857)),
           percentile_cont(0.95) within group (order by st_ymax(v.geom_3857))), 3857) as high
       from unnest($2::text[], $3::text[], $4::text[]) as n(address, name, key)
       join cadastre.parcel_version v on v.address = n.address and v.status = 'current'
       join cadastre.sheet s on s.sheet_id = v.sheet_id and s.commune_code = $1
       group by n.name, n.key) m
     cross join lateral (select st_transform(m.point, 4326) as point, st_transform(m.low, 4326) as low, st_transform(m.high, 4326) as high offset 0) d`,
    [communeCode, found.map((one) => one.address), found.map((one) => one.name), found.map((one) => one.key)],
  );
}
