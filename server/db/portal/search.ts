/** Parcels as the question box asks for them, as role diaba_portal. */
import type pg from 'pg';
import type { RegisteredParcel } from '../../domain/contract/portal/portal-parcels.ts';
import type { CoordinateReading } from '../../domain/question/read-coordinates.ts';
import { queryRows } from '../kit/query-rows.ts';
import { asOf, COLUMNS, order, type Row, toParcel } from './parcels.ts';

/** Land that was named: communes of today, narrowed. */
export interface SearchArea {
  readonly communes: readonly string[];
  /** Only sheets that got their number in one of these units. */
  readonly numberedIn?: readonly { readonly code: string; readonly validFrom: string }[];
}

/** Conditions are joined by "and"; areas by "or", none = everywhere. `before` = the instant as of which, null = now. */
export interface ParcelSearch {
  readonly code?: string;
  readonly ids?: readonly string[];
  readonly sheet?: string;
  readonly no?: string;
  /** How the number begins; only together with a sheet. */
  readonly noPrefix?: string;
  readonly areas?: readonly SearchArea[];
  /** Beside the areas: these parcels too. */
  readonly orIds?: readonly string[];
  readonly before: Date | null;
  /** Parcels that have ended are found too, each in its last state. */
  readonly withEnded?: boolean;
}

function areaSql(area: SearchArea, bind: (value: unknown) => string): string {
  const parts = [`p.commune_code = any(${bind(area.communes)}::char(5)[])`];
  if (area.numberedIn) {
    const codes = bind(area.numberedIn.map(({ code }) => code));
    const days = bind(area.numberedIn.map(({ validFrom }) => validFrom));
    parts.push(`(p.unit_code, p.unit_valid_from) in (select * from unnest(${codes}::char(5)[], ${days}::date[]))`);
  }
  return `(${parts.join(' and ')})`;
}

function conditions(search: ParcelSearch, values: unknown[]): string[] {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [];
  if (search.code !== undefined) where.push(`p.parcel_code = ${bind(search.code)}::char(12)`);
  if (search.ids) where.push(`p.parcel_id = any(${bind(search.ids)}::uuid[])`);
  if (search.sheet !== undefined) where.push(`p.sheet_no = ${bind(search.sheet)}`);
  if (search.no !== undefined) where.push(`p.parcel_no = ${bind(search.no)}`);
  if (search.noPrefix !== undefined) where.push(`starts_with(p.parcel_no, ${bind(search.noPrefix)})`);
  if (search.areas) {
    const areas = search.areas.map((area) => areaSql(area, bind));
    if (search.orIds) areas.push(`p.parcel_id = any(${bind(search.orIds)}::uuid[])`);
    where.push(`(${areas.join(' or ')})`);
  }
  if (!search.withEnded) where.push(asOf(search.before, values));
  else if (search.before) where.push(`p.registered_at < ${bind(search.before)}::timestamptz`);
  return where;
}

/** Up to `limit` parcels that fit, in the order of the register. */
export async function searchParcels(pool: pg.Pool, search: ParcelSearch, limit: number): Promise<RegisteredParcel[]> {
  if (search.areas?.length === 0 || search.ids?.length === 0) return [];
  const values: unknown[] = [];
  const where = conditions(search, values).join(' and ');
  const from = search.withEnded
    ? `(select distinct on (p.parcel_id) p.* from portal.parcel p where ${where}
        order by p.parcel_id, p.ended_at is null desc, p.registered_at desc) p`
    : `portal.parcel p where ${where}`;
  const rows = await queryRows<Row>(
    pool,
    `select ${COLUMNS} from ${from} order by ${order('p')} limit $${values.push(limit)}`,
    values,
  );
  return rows.map(toParcel);
}

/**
 * Parcels of a sheet whose numbers are near one that it does not have: those that hold one of its whole numbers (7a and
 * 7+8 for 7), then the next by value.
 */
export async function listNear(
  pool: pg.Pool,
  search: ParcelSearch & { readonly sheet: string },
  wholeNumbers: readonly string[],
  limit: number,
): Promise<RegisteredParcel[]> {
  if (search.areas?.length === 0 || search.ids?.length === 0 || wholeNumbers.length === 0) return [];
  const values: unknown[] = [];
  const where = conditions(search, values).join(' and ');
  const numbers = `$${values.push(wholeNumbers)}::text[]`;
  const rows = await queryRows<Row>(
    pool,
    `select ${COLUMNS} from portal.parcel p where ${where}
     order by (select bool_or(p.parcel_no ~ ('(^|[^0-9])0*' || n || '([^0-9]|$)')) from unnest(${numbers}) n) desc,
       (select min(abs(coalesce(substring(p.parcel_no from '^[0-9]+')::numeric, 0) - n::numeric)) from unnest(${numbers}) n),
       ${order('p')} limit $${values.push(limit)}`,
    values,
  );
  return rows.map(toParcel);
}

/** Numbers of the sheets that have a parcel there, in their order. */
export async function listSheetNumbers(pool: pg.Pool, search: ParcelSearch, limit: number): Promise<string[]> {
  if (search.areas?.length === 0 || search.ids?.length === 0) return [];
  const values: unknown[] = [];
  const where = conditions(search, values).join(' and ');
  const rows = await queryRows<{ sheet_no: string }>(
    pool,
    `select p.sheet_no from portal.parcel p where ${where} group by p.sheet_no
     order by length(p.sheet_no), p.sheet_no limit $${values.push(limit)}`,
    values,
  );
  return rows.map((row) => row.sheet_no);
}

/** More parcels of one number than one commune can have sheets. */
const MOST_ADDRESSES = 2000;

/**
 * The addresses of the parcels that fit, for choosing among them by the places these name. The parcels first: asked in one breath for those that have an address, PostgreSQL
 * begins with the few published addresses and goes through all sheets for each.
 */
export function listAddresses(
  pool: pg.Pool,
  search: ParcelSearch,
): Promise<{ id: string; commune: string; address: string }[]> {
  const values: unknown[] = [];
  const where = conditions(search, values).join(' and ');
  return queryRows(
    pool,
    `with found as materialized (select p.parcel_id, p.commune_code, p.address from portal.parcel p where ${where})
     select p.parcel_id as id, p.commune_code::text as commune, p.address from found p where p.address is not null limit $${values.push(MOST_ADDRESSES)}`,
    values,
  );
}

export interface ReadingHit {
  /** Position of the reading in the list that was asked. */
  readonly at: number;
  readonly parcelIds: readonly string[];
  readonly communes: readonly { readonly code: string; readonly name: string; readonly exact: boolean }[];
}

/** What lies at each reading of coordinates. `lonLats` are the same points in degrees. */
export function findAtReadings(
  pool: pg.Pool,
  readings: readonly CoordinateReading[],
  lonLats: readonly (readonly [number, number])[],
  before: Date | null,
): Promise<ReadingHit[]> {
  const xs = readings.map((reading) => ('lon' in reading ? reading.lon : reading.east));
  const ys = readings.map((reading) => ('lon' in reading ? reading.lat : reading.north));
  return queryRows<ReadingHit>(
    pool,
    `with unit as materialized (
       select at, json_agg(json_build_object('code', code, 'name', name, 'exact', exact)) as units
       from portal.communes_at($4::float8[], $5::float8[]) group by at)
     select (r.i - 1)::int as at, array(select portal.parcels_at(r.srid, r.x, r.y, r.lon, r.lat, $6)::text) as "parcelIds",
       coalesce((select units from unit where unit.at = r.i), '[]') as communes
     from unnest($1::int[], $2::float8[], $3::float8[], $4::float8[], $5::float8[])
       with ordinality as r(srid, x, y, lon, lat, i) order by r.i`,
    [readings.map(({ srid }) => srid), xs, ys, lonLats.map(([lon]) => lon), lonLats.map(([, lat]) => lat), before],
  );
}
