/** Parcels as the question box asks for them, as role diaba_portal. */
import type pg from 'pg';
import type { RegisteredParcel } from '../domain/contract/portal-parcels.ts';
import type { CoordinateReading } from '../domain/question/read-coordinates.ts';
import { asOf, COLUMNS, order, type Row, toParcel } from './portal-parcels.ts';
import { queryRows } from './query-rows.ts';

/** Land that was named: communes of today, narrowed. */
export interface SearchArea {
  readonly communes: readonly string[];
  /** Only sheets that got their number in one of these units. */
  readonly numberedIn?: readonly { readonly code: string; readonly validFrom: string }[];
  /** Only parcels whose address has these whole words (a key without diacritics). */
  readonly address?: string;
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
  readonly before: Date | null;
  /** Parcels that have ended are found too, each in its last state. */
  readonly withEnded?: boolean;
}

/** The same folding as searchKey, signs as spaces. Not leakproof, so it sees only rows that the rest left over. */
const ADDRESS_KEY = `' ' || regexp_replace(lower(public.unaccent(normalize(p.address, nfc))), '[^a-z0-9]+', ' ', 'g') || ' '`;

function areaSql(area: SearchArea, bind: (value: unknown) => string): string {
  const parts = [`p.commune_code = any(${bind(area.communes)}::char(5)[])`];
  if (area.numberedIn) {
    const codes = bind(area.numberedIn.map(({ code }) => code));
    const days = bind(area.numberedIn.map(({ validFrom }) => validFrom));
    parts.push(`(p.unit_code, p.unit_valid_from) in (select * from unnest(${codes}::char(5)[], ${days}::date[]))`);
  }
  if (area.address !== undefined) parts.push(`strpos(${ADDRESS_KEY}, ${bind(` ${area.address} `)}) > 0`);
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
  const { areas } = search;
  if (areas) {
    // Alone, so that it reaches the table: an "or" with words of an address does not.
    const communes = [...new Set(areas.flatMap((area) => area.communes))];
    where.push(
      `p.commune_code = any(${bind(communes)}::char(5)[])`,
      `(${areas.map((area) => areaSql(area, bind)).join(' or ')})`,
    );
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
    `select (r.i - 1)::int as at, array(select portal.parcels_at(r.srid, r.x, r.y, $6)::text) as "parcelIds",
       (select coalesce(json_agg(c), '[]') from portal.communes_at(r.lon, r.lat) c) as communes
     from unnest($1::int[], $2::float8[], $3::float8[], $4::float8[], $5::float8[])
       with ordinality as r(srid, x, y, lon, lat, i) order by r.i`,
    [readings.map(({ srid }) => srid), xs, ys, lonLats.map(([lon]) => lon), lonLats.map(([, lat]) => lat), before],
  );
}
