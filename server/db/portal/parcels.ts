/** Public look-ups of parcels, as role diaba_portal: the views of schema portal hold no person. */
import type pg from 'pg';
import type {
  RegisteredParcel,
  RegisteredParcelDetail,
  RelatedParcel,
} from '../../domain/contract/portal/portal-parcels.ts';
import type { DegreeBox } from '../../domain/geometry/degree-box.ts';
import { queryRows } from '../kit/query-rows.ts';

/** What to look for; conditions are joined by "and". `before` = the instant as of which (exclusive), null = now. */
export interface PortalParcelFilter {
  readonly communes?: readonly string[] | undefined;
  readonly sheet?: string | undefined;
  readonly no?: string | undefined;
  readonly code?: string | undefined;
  readonly id?: string | undefined;
  /** Unit the sheet was numbered in, as code and first day. */
  readonly unit?: { readonly code: string; readonly validFrom: string } | undefined;
  /** The same by its code alone. */
  readonly unitCode?: string | undefined;
  /** First of the land-use codes. */
  readonly firstLandUse?: string | undefined;
  /** Land in this box or on its edge. */
  readonly box?: DegreeBox | undefined;
  readonly before: Date | null;
}
export interface Row {
  parcel_id: string;
  parcel_code: string;
  commune_code: string;
  commune_name: string;
  sheet_no: string;
  scale: number | null;
  unit_code: string;
  unit_name: string;
  unit_valid_from: string;
  unit_valid_to: string | null;
  parcel_no: string;
  land_uses: RegisteredParcel['landUse'] | null;
  area_m2: string;
  legal_area_m2: string | null;
  address: string | null;
  state: 'current' | 'historic';
  registered_at: Date;
  ended_at: Date | null;
}
type Drawing = RegisteredParcelDetail['geometry'];
interface DetailRow extends Row {
  srid: number;
  geometry: Drawing;
  geometry_legal: Drawing;
}

export const COLUMNS = `p.parcel_id, p.parcel_code::text, p.commune_code::text, p.commune_name, p.sheet_no, p.scale,
  p.unit_code::text, p.unit_name, p.unit_valid_from::text, p.unit_valid_to::text, p.parcel_no, p.area_m2,
  p.legal_area_m2, p.address, p.state, p.registered_at, p.ended_at,
  (select json_agg(json_build_object('code', c.code, 'nameVi', coalesce(l.name_vi, c.code), 'nameEn', coalesce(l.name_en, c.code)) order by c.place)
   from unnest(string_to_array(p.land_use, '+')) with ordinality as c(code, place)
   left join lateral (select name_vi, name_en from portal.land_use u where u.code = c.code order by u.valid_from desc limit 1) l on true
  ) as land_uses`;
/** Numbers are text ("12a" exists); by length first, they sort as numbers do. */
export const order = (row: string) =>
  `${row}.commune_code, length(${row}.sheet_no), ${row}.sheet_no, length(${row}.parcel_no), ${row}.parcel_no, ${row}.unit_code, ${row}.parcel_id`;

export const toParcel = (row: Row): RegisteredParcel => ({
  id: row.parcel_id,
  code: row.parcel_code,
  commune: { code: row.commune_code, name: row.commune_name },
  sheet: row.sheet_no,
  no: row.parcel_no,
  scale: row.scale,
  numberedIn: {
    code: row.unit_code,
    name: row.unit_name,
    validFrom: row.unit_valid_from,
    validTo: row.unit_valid_to,
  },
  landUse: row.land_uses ?? [],
  areaM2: Number(row.area_m2),
  legalAreaM2: row.legal_area_m2 === null ? null : Number(row.legal_area_m2),
  address: row.address,
  state: row.state,
  registeredAt: row.registered_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
});

/** The conditions of a filter as SQL, with every value bound; pushes the values onto `values`. */
function conditions(filter: PortalParcelFilter, values: unknown[]): string[] {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const found: string[] = [];
  if (filter.communes) found.push(`p.commune_code = any(${bind(filter.communes)}::char(5)[])`);
  if (filter.sheet !== undefined) found.push(`p.sheet_no = ${bind(filter.sheet)}`);
  if (filter.no !== undefined) found.push(`p.parcel_no = ${bind(filter.no)}`);
  if (filter.code !== undefined) found.push(`p.parcel_code = ${bind(filter.code)}::char(12)`);
  if (filter.id !== undefined) found.push(`p.parcel_id = ${bind(filter.id)}`);
  if (filter.unit) {
    found.push(
      `p.unit_code = ${bind(filter.unit.code)}::char(5)`,
      `p.unit_valid_from = ${bind(filter.unit.validFrom)}::date`,
    );
  }
  if (filter.unitCode !== undefined) found.push(`p.unit_code = ${bind(filter.unitCode)}::char(5)`);
  if (filter.firstLandUse !== undefined) found.push(`split_part(p.land_use, '+', 1) = ${bind(filter.firstLandUse)}`);
  if (filter.box) {
    // Through a function, which may use the index: an operator of geometry is not handed through the view.
    const [west, south, east, north] = filter.box.map((side) => `${bind(side)}::float8`);
    found.push(`p.parcel_id = any(array(select portal.parcels_in(${west}, ${south}, ${east}, ${north})))`);
  }
  return found;
}

/** Condition "registered and not ended" now, or just before an instant. */
export function asOf(before: Date | null, values: unknown[]): string {
  if (before === null) return 'p.ended_at is null';
  const bound = `$${values.push(before)}::timestamptz`;
  return `p.registered_at < ${bound} and (p.ended_at is null or p.ended_at >= ${bound})`;
}

/**
 * Up to `limit` parcels in their order, after one of them. The place in the order is asked of the register by the id: it
 * never loses a parcel, and a cursor that carried sheet and number would tell them where they are not published.
 */
export async function listPortalParcelRows(
  pool: pg.Pool,
  filter: PortalParcelFilter,
  limit: number,
  after: string | null,
): Promise<RegisteredParcel[]> {
  const values: unknown[] = [];
  const where = [...conditions(filter, values), asOf(filter.before, values)];
  if (after) {
    where.push(
      `(${order('p')}) > (select ${order('k')} from portal.parcel k where k.parcel_id = $${values.push(after)}
        order by k.ended_at is null desc, k.registered_at desc limit 1)`,
    );
  }
  const rows = await queryRows<Row>(
    pool,
    `select ${COLUMNS} from portal.parcel p where ${where.join(' and ')} order by ${order('p')} limit $${values.push(limit)}`,
    values,
  );
  // What is listed as of a day was in the register on that day, whatever became of it since.
  return rows.map((row) => ({ ...toParcel(row), state: 'current' }));
}

/** One parcel with its drawing, as of an instant; without one, its latest state, current or historic. */
export async function findPortalParcelRow(
  pool: pg.Pool,
  id: string,
  before: Date | null,
): Promise<
  Omit<RegisteredParcelDetail, 'successors' | 'predecessors' | 'source' | 'overlays' | 'dataAsOf'> | undefined
> {
  const values: unknown[] = [];
  const where = conditions({ id, before }, values);
  if (before) where.push(asOf(before, values));
  const [row] = await queryRows<DetailRow>(
    pool,
    // 8 decimals of a degree are 1 mm; the legal coordinates are stored at 0.1 mm.
    `select ${COLUMNS}, p.srid, st_asgeojson(p.geom_4326, 8)::json as geometry, st_asgeojson(p.geom_legal, 4)::json as geometry_legal
     from portal.parcel p where ${where.join(' and ')} order by p.registered_at desc limit 1`,
    values,
  );
  if (!row) return undefined;
  const { type, coordinates } = row.geometry_legal;
  const state = before === null ? row.state : 'current';
  return { ...toParcel(row), state, geometry: row.geometry, geometryLegal: { srid: row.srid, type, coordinates } };
}

/** What came out of a parcel, and what it came out of. */
export async function listPortalRelatives(
  pool: pg.Pool,
  id: string,
): Promise<{ successors: RelatedParcel[]; predecessors: RelatedParcel[] }> {
  const rows = await queryRows<Row & { is_successor: boolean }>(
    pool,
    // Lateral: a plain join with a security_barrier view reads the whole view first (26 ms at 200,000 parcels).
    `select r.is_successor, p.*
     from (select child_id as other_id, true as is_successor from portal.parcel_successor where parent_id = $1
           union select parent_id, false from portal.parcel_successor where child_id = $1) r
     cross join lateral (
       select p.parcel_id, p.parcel_code::text, p.commune_code::text, p.commune_name, p.sheet_no, p.parcel_no, p.area_m2
       from portal.parcel p where p.parcel_id = r.other_id order by p.registered_at desc limit 1) p
     order by p.commune_code, length(p.sheet_no), p.sheet_no, length(p.parcel_no), p.parcel_no`,
    [id],
  );
  const relative = (row: Row): RelatedParcel => ({
    id: row.parcel_id,
    code: row.parcel_code,
    commune: { code: row.commune_code, name: row.commune_name },
    sheet: row.sheet_no,
    no: row.parcel_no,
    areaM2: Number(row.area_m2),
  });
  return {
    successors: rows.filter((row) => row.is_successor).map(relative),
    predecessors: rows.filter((row) => !row.is_successor).map(relative),
  };
}

/** How a parcel was called in the records it was registered from; null for one that a dealing raised. */
export async function findPortalSource(pool: pg.Pool, id: string): Promise<RegisteredParcelDetail['source']> {
  const [row] = await queryRows<NonNullable<RegisteredParcelDetail['source']>>(
    pool,
    'select unit_name as unit, sheet_no as sheet, parcel_no as no, scale from portal.parcel_source where parcel_id = $1',
    [id],
  );
  return row ?? null;
}

/** Moment of the last registration in the register; null while it is empty. */
export async function findDataMoment(pool: pg.Pool): Promise<Date | null> {
  const [row] = await queryRows<{ last_registered_at: Date | null }>(
    pool,
    'select last_registered_at from portal.data_state',
  );
  return row?.last_registered_at ?? null;
}
