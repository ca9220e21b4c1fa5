/** Parcels as features, as role diaba_portal. */
import type pg from 'pg';
import type { OgcSystem } from '../../domain/ogc/ogc-systems.ts';
import { queryRows } from '../kit/query-rows.ts';
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

/** The conditions of a question on parcels as the function in the database takes them. */
const parcelConditions = ({ communeCode, ...asked }: FeatureQuestion['asked']) =>
  JSON.stringify({ ...asked, ...(communeCode === undefined ? {} : { communes: [communeCode] }) });

/** Up to `limit` parcels by id. Of one with several versions in the time asked for, the last; what came after `asOf` is not known yet. */
export async function listParcelFeatures(
  pool: pg.Pool,
  question: FeatureQuestion,
  system: OgcSystem | null,
): Promise<FeatureRow[]> {
  const { after, limit, since, before, asOf, asked, within } = question;
  return queryRows<FeatureRow & pg.QueryResultRow>(
    pool,
    // By a list and not row by row: what the view asks once a statement (the lists of codes) would be asked for each parcel, 0.5 ms.
    `select distinct on (p.parcel_id) ${PARCEL(system)}, case when p.ended_at < $8::timestamptz then 'historic' else 'current' end as state,
       ${ISO('p.registered_at')} as "registeredAt", case when p.ended_at < $8::timestamptz then ${ISO('p.ended_at')} end as "endedAt"
     from portal.parcel p
     where p.parcel_id = any(array(select portal.parcel_page($1, $2, $3, $4, $5::jsonb, ${SHAPE(6, 7)})))
       and p.registered_at < $4::timestamptz and (p.ended_at is null or p.ended_at >= $3::timestamptz)
     order by p.parcel_id, p.registered_at desc`,
    [after, limit, since, before, parcelConditions(asked), within?.wkt ?? null, within?.srid ?? null, asOf],
  );
}

/** How many there are in all; null where that is more than is worth counting. */
export async function countParcelFeatures(pool: pg.Pool, question: FeatureQuestion): Promise<number | null> {
  const { since, before, asked, within } = question;
  const [row] = await queryRows<{ found: number }>(
    pool,
    `select portal.parcel_count(${MOST_COUNTED + 1}, $1, $2, $3::jsonb, ${SHAPE(4, 5)}) as found`,
    [since, before, parcelConditions(asked), within?.wkt ?? null, within?.srid ?? null],
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
