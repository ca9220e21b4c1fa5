/** Parcels as features, as role diaba_portal. */
import type pg from 'pg';
import type { Filter } from '../../domain/ogc/filter/filter.ts';
import type { OgcSystem } from '../../domain/ogc/ogc-systems.ts';
import { queryRows } from '../kit/query-rows.ts';
import { type FilterColumns, filterSql } from './filter-sql.ts';
import { type FeatureQuestion, type FeatureRow, ISO, SHAPE, shapeSql } from './moments.ts';

/** Counting more takes longer than the number is worth. */
const MOST_COUNTED = 1_000_000;

const PARCEL = (system: OgcSystem | null) => `p.parcel_id as id,
  ${
    system === null
      ? 'null'
      : // A sheet's own coordinates where they are asked for; else those of the register, moved.
        `case when p.srid = ${system.srid} then public.st_asgeojson(p.geom_legal, ${system.decimals}, 0) else ${shapeSql('p.geom', system)} end`
  } as geometry,
  p.parcel_code::text as code, p.commune_code::text as "communeCode", p.commune_name as "communeName", p.sheet_no as sheet, p.parcel_no as no, p.scale,
  p.unit_code::text as "numberedInCode", p.unit_name as "numberedInName", p.unit_valid_from::text as "numberedInFrom", p.land_use as "landUse",
  p.area_m2::text as "areaM2", p.legal_area_m2::text as "legalAreaM2", p.address`;

/** Properties as a filter compares them, of `portal.parcel p`. */
const COLUMNS: FilterColumns = {
  code: 'p.parcel_code',
  communeCode: 'p.commune_code',
  communeName: 'p.commune_name',
  sheet: 'p.sheet_no',
  no: 'p.parcel_no',
  scale: 'p.scale',
  numberedInCode: 'p.unit_code',
  numberedInName: 'p.unit_name',
  numberedInFrom: 'p.unit_valid_from',
  landUse: 'p.land_use',
  areaM2: 'p.area_m2',
  legalAreaM2: 'p.legal_area_m2',
  address: 'p.address',
  state: 'p.feature_state',
  registeredAt: 'p.registered_at',
  endedAt: 'p.feature_ended_at',
};

/** Parcels that are held against a filter at once, and in one request: what is left is on the next page. */
const FILTERED_AT_ONCE = 2_000;
const FILTERED_MOST = 40_000;

/** Of what a filter found, and how far it has looked. */
export interface FilteredParcels {
  readonly rows: readonly FeatureRow[];
  /** Id after which the next page begins; null where there is no more. */
  readonly next: string | null;
}

/**
 * Up to `limit` parcels by id that a filter lets through. Candidates come by index, as far as the question has other conditions, and in portions, so
 * that a filter that finds little is a page that is not full, and never a statement that does not end.
 */
export async function filterParcelFeatures(
  pool: pg.Pool,
  question: FeatureQuestion,
  system: OgcSystem | null,
  { filter, filterSystem }: { readonly filter: Filter; readonly filterSystem: OgcSystem },
): Promise<FilteredParcels> {
  const { limit, since, before, asOf, asked, within } = question;
  let { after } = question;
  const rows: FeatureRow[] = [];
  for (let looked = 0; looked < FILTERED_MOST; looked += FILTERED_AT_ONCE) {
    const candidates = await queryRows<{ id: string; version: number; ended: string | null }>(
      pool,
      `select f.parcel_id as id, f.version_no as version, f.ended_at::text as ended from portal.parcel_page($1, $2, $3, $4, $5, $6::jsonb, ${SHAPE(7, 8)}) f order by 1`,
      [
        after,
        FILTERED_AT_ONCE,
        since,
        before,
        asOf,
        parcelConditions(asked),
        within?.wkt ?? null,
        within?.srid ?? null,
      ],
    );
    const values: unknown[] = [
      candidates.map(({ id }) => id),
      candidates.map(({ version }) => version),
      candidates.map(({ ended }) => ended),
      limit - rows.length + 1,
    ];
    const condition = filterSql(filter, {
      columns: COLUMNS,
      shape: 'p.geom',
      system: filterSystem,
      bind: (value) => `$${values.push(value)}`,
    });
    const found =
      candidates.length === 0
        ? []
        : await queryRows<FeatureRow & pg.QueryResultRow>(
            pool,
            `select ${PARCEL(system)}, p.feature_state as state, ${ISO('p.registered_at')} as "registeredAt", ${ISO('p.feature_ended_at')} as "endedAt"
             from (select v.*, case when f.ended_at is null then 'current' else 'historic' end as feature_state, f.ended_at as feature_ended_at
               from unnest($1::uuid[], $2::int[], $3::timestamptz[]) as f(parcel_id, version_no, ended_at)
               join portal.parcel v on v.parcel_id = f.parcel_id and v.version_no = f.version_no and v.parcel_id = any ($1::uuid[])) p
             where ${condition} order by p.parcel_id limit $4`,
            values,
          );
    const room = limit - rows.length;
    rows.push(...found.slice(0, room));
    // One more than there is room for: it begins the next page.
    if (found.length > room) return { rows, next: rows.at(-1)!.id };
    if (candidates.length < FILTERED_AT_ONCE) return { rows, next: null };
    after = candidates.at(-1)!.id;
  }
  return { rows, next: after };
}

/** The conditions of a question on parcels as the function in the database takes them. */
const parcelConditions = ({ communeCode, ...asked }: FeatureQuestion['asked']) =>
  JSON.stringify({ ...asked, ...(communeCode === undefined ? {} : { communes: [communeCode] }) });

/** Up to `limit` parcels by id. Of one with several versions in the time asked for, the last; what was recorded after `asOf` is not known yet, whatever its legal moment. */
export async function listParcelFeatures(
  pool: pg.Pool,
  question: FeatureQuestion,
  system: OgcSystem | null,
): Promise<FeatureRow[]> {
  const { after, limit, since, before, asOf, asked, within } = question;
  return queryRows<FeatureRow & pg.QueryResultRow>(
    pool,
    // By a list and not row by row: what the view asks once a statement (the lists of codes) would be asked for each parcel, 0.5 ms.
    `with page as materialized (select * from portal.parcel_page($1, $2, $3, $4, $5, $6::jsonb, ${SHAPE(7, 8)}))
     select ${PARCEL(system)}, case when f.ended_at is null then 'current' else 'historic' end as state,
       ${ISO('p.registered_at')} as "registeredAt", ${ISO('f.ended_at')} as "endedAt"
     from portal.parcel p join page f on f.parcel_id = p.parcel_id and f.version_no = p.version_no
     where p.parcel_id = any(array(select g.parcel_id from page g)) order by p.parcel_id`,
    [after, limit, since, before, asOf, parcelConditions(asked), within?.wkt ?? null, within?.srid ?? null],
  );
}

/** How many there are in all; null where that is more than is worth counting. */
export async function countParcelFeatures(pool: pg.Pool, question: FeatureQuestion): Promise<number | null> {
  const { since, before, asOf, asked, within } = question;
  const [row] = await queryRows<{ found: number }>(
    pool,
    `select portal.parcel_count(${MOST_COUNTED + 1}, $1, $2, $3, $4::jsonb, ${SHAPE(5, 6)}) as found`,
    [since, before, asOf, parcelConditions(asked), within?.wkt ?? null, within?.srid ?? null],
  );
  return row!.found > MOST_COUNTED ? null : row!.found;
}

/** A parcel in its last state. */
export async function findParcelFeature(
  pool: pg.Pool,
  id: string,
  system: OgcSystem | null,
): Promise<FeatureRow | undefined> {
  const [row] = await queryRows<FeatureRow & pg.QueryResultRow>(
    pool,
    `select ${PARCEL(system)}, p.state, ${ISO('p.registered_at')} as "registeredAt", ${ISO('p.ended_at')} as "endedAt"
     from portal.parcel p where p.parcel_id = $1 order by p.registered_at desc limit 1`,
    [id],
  );
  return row;
}
