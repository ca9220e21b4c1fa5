/** Parcels as staff reads them, present and past, in their own communes and others: the land itself is nobody's secret. */
import type { Parcel, ParcelDetail } from '../../domain/contract/parcel/parcels.ts';
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';
import { endKnownAt, heldAsKnown } from './as-known.ts';

export interface ParcelFilter {
  readonly communes?: readonly string[] | undefined;
  readonly sheet?: string | undefined;
  readonly no?: string | undefined;
  readonly code?: string | undefined;
  /** West, south, east, north in degrees. */
  readonly box?: readonly number[] | undefined;
  /** The instant as of which (exclusive); null = now. */
  readonly before: Date | null;
  /** Id of the last parcel of the page before. */
  readonly after?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly commune: Parcel['commune'];
  readonly sheet: string;
  readonly no: string;
  readonly scale: number | null;
  readonly numberedIn: Parcel['numberedIn'];
  readonly landUse: string;
  readonly areaM2: number;
  readonly legalAreaM2: number | null;
  readonly address: string | null;
  readonly state: Parcel['state'];
  readonly registeredAt: Date;
  readonly endedAt: Date | null;
}

const COLUMNS = `v.parcel_id as id, v.version_no as version, v.parcel_code::text as code, json_build_object('code', s.commune_code, 'name', c.name) as commune,
  s.number as sheet, v.parcel_no as no, s.scale, json_build_object('code', s.unit_code, 'name', u.name, 'validFrom', u.valid_from, 'validTo', u.valid_to) as "numberedIn",
  v.land_use as "landUse", v.area_m2::float8 as "areaM2", v.legal_area_m2::float8 as "legalAreaM2", v.address,
  case when v.status = 'current' then 'current' else 'historic' end as state, v.registered_at as "registeredAt", v.ended_at as "endedAt"`;
const SHEETS = `join cadastre.sheet s using (sheet_id)
  join reference.administrative_unit c on c.code = s.commune_code and c.valid_from = s.commune_valid_from
  join reference.administrative_unit u on u.code = s.unit_code and u.valid_from = s.unit_valid_from`;
const FROM = `cadastre.parcel_version v ${SHEETS}`;
/** Numbers are text ("12a" exists); by length first, they sort as numbers do. */
const ORDER = 's.commune_code, length(s.number), s.number, length(v.parcel_no), v.parcel_no, s.unit_code, v.parcel_id';

const toParcel = ({ registeredAt, endedAt, ...row }: Row): Parcel => ({
  ...row,
  registeredAt: registeredAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});

/** Condition "registered and not ended", now or just before an instant. */
function held(before: Date | null, values: unknown[]): string {
  if (before === null) return `v.status = 'current'`;
  const bound = `$${values.push(before)}::timestamptz`;
  return `v.registered_at < ${bound} and (v.ended_at is null or v.ended_at >= ${bound})`;
}

/** Up to `limit` parcels in their order. */
export async function listParcelRows(trx: Trx, filter: ParcelFilter, limit: number): Promise<Parcel[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = [held(filter.before, values)];
  if (filter.communes) where.push(`s.commune_code = any(${bind(filter.communes)}::char(5)[])`);
  if (filter.sheet !== undefined) where.push(`s.number = ${bind(filter.sheet)}`);
  if (filter.no !== undefined) where.push(`v.parcel_no = ${bind(filter.no)}`);
  if (filter.code !== undefined) where.push(`v.parcel_code = ${bind(filter.code)}::char(12)`);
  if (filter.box) {
    const [west, south, east, north] = filter.box;
    where.push(
      `v.geom && st_transform(st_makeenvelope(${bind(west)}, ${bind(south)}, ${bind(east)}, ${bind(north)}, 4326),
        (select value::int from reference.registry_state where name = 'registry_srid'))`,
    );
  }
  if (filter.after !== undefined) {
    where.push(
      `(${ORDER}) > (select ${ORDER} from ${FROM} where v.parcel_id = ${bind(filter.after)} order by v.version_no desc limit 1)`,
    );
  }
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by ${ORDER} limit ${bind(limit)}`,
    values,
  );
  return rows.map(toParcel);
}

/** Parcels by id, each as it is now or was last registered. */
export async function listParcelsById(trx: Trx, ids: readonly string[]): Promise<Map<string, Parcel>> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from unnest($1::uuid[]) as asked(id)
     cross join lateral (select * from cadastre.parcel_version l where l.parcel_id = asked.id and l.registered_at is not null
       order by l.version_no desc limit 1) v
     ${SHEETS}`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, toParcel(row)]));
}

type Shape = Pick<ParcelDetail, 'purposes' | 'source' | 'recordedAt' | 'geometry' | 'geometryLegal'>;

/**
 * One parcel with its shape as of an instant, by what was known before another; without the first its latest registered version. An end that was not
 * known then is not told.
 */
export async function findParcelRow(
  trx: Trx,
  id: string,
  before: Date | null,
  known: Date | null = null,
): Promise<(Parcel & Shape) | undefined> {
  const when = before === null ? 'v.registered_at is not null' : heldAsKnown('v', '$2', '$3');
  const { rows } = await trx.query<Row & Omit<Shape, 'recordedAt'> & { recordedAt: Date; endKnownAt: Date | null }>(
    prepared(
      `select ${COLUMNS}, v.recorded_at as "recordedAt", case when v.ended_at is not null and $3::timestamptz is not null then ${endKnownAt('v')} end as "endKnownAt",
       coalesce((select json_agg(json_build_object('code', p.land_use_code, 'areaM2', p.area_m2::float8, 'until', p.until) order by p.ordinal)
         from cadastre.parcel_purpose p where p.parcel_id = v.parcel_id and p.version_no = v.version_no), '[]') as purposes,
       (select case when p.source_batch_id is null then null else json_build_object('sheet', p.source_sheet_no, 'no', p.source_parcel_no,
         'scale', p.source_scale, 'batchId', p.source_batch_id, 'digitised', (select json_build_object('sheetNo', g.sheet_no, 'scale', g.scale,
           'method', g.method, 'rmsM', g.rms_m, 'toleranceM', g.tolerance_m, 'madeAt', g.made_at) from document.digitisation g
           where g.batch_id = p.source_batch_id)) end from cadastre.parcel p where p.parcel_id = v.parcel_id) as source,
       st_asgeojson(st_transform(v.geom, 4326), 8)::json as geometry,
       json_build_object('srid', st_srid(v.geom_legal), 'coordinates', st_asgeojson(v.geom_legal, 4)::json -> 'coordinates') as "geometryLegal"
     from ${FROM} where v.parcel_id = $1 and ($2::timestamptz is null or v.registered_at is not null) and ${when} order by v.version_no desc limit 1`,
      [id, before, known],
    ),
  );
  const [row] = rows;
  if (!row) return undefined;
  const { purposes, source, recordedAt, geometry, geometryLegal } = row;
  const { purposes: _p, source: _s, recordedAt: _r, geometry: _g, geometryLegal: _l, ...more } = row;
  const { endKnownAt: knownEnd, ...plain } = more;
  const isOpen = known !== null && knownEnd !== null && knownEnd >= known;
  const then = isOpen ? { ...plain, state: 'current' as const, endedAt: null } : plain;
  return { ...toParcel(then), purposes, source, recordedAt: recordedAt.toISOString(), geometry, geometryLegal };
}

export type Relative = ParcelDetail['successors'][number];

/** What it came out of, and what came out of it, as far as was known before an instant; null: today. */
export async function listRelatives(
  trx: Trx,
  id: string,
  known: Date | null = null,
): Promise<{ predecessors: Relative[]; successors: Relative[] }> {
  const { rows } = await trx.query<Relative & { up: boolean }>(
    prepared(
      `select l.up, v.parcel_id as id, s.number as sheet, v.parcel_no as no, v.area_m2::float8 as "areaM2",
       case when v.status = 'current' then 'current' else 'historic' end as state, l.dealing_id as "dealingId"
     from (select parent_id as other, child_id, true as up, dealing_id from cadastre.lineage where child_id = $1
           union all select child_id, child_id, false, dealing_id from cadastre.lineage where parent_id = $1) l
     cross join lateral (select * from cadastre.parcel_version v where v.parcel_id = l.other order by v.version_no desc limit 1) v
     join cadastre.sheet s using (sheet_id)
     where $2::timestamptz is null or exists (select from cadastre.parcel_version c
       where c.parcel_id = l.child_id and greatest(c.recorded_at, c.registered_at) < $2 and c.registered_at is not null)
     order by length(v.parcel_no), v.parcel_no`,
      [id, known],
    ),
  );
  const plain = ({ up: _, ...relative }: Relative & { up: boolean }): Relative => relative;
  return { predecessors: rows.filter(({ up }) => up).map(plain), successors: rows.filter(({ up }) => !up).map(plain) };
}

export interface VersionRow {
  readonly version: number;
  readonly sheet: string;
  readonly no: string;
  readonly landUse: string;
  readonly areaM2: number;
  readonly legalAreaM2: number | null;
  readonly registeredAt: Date;
  readonly endedAt: Date | null;
  readonly recordedAt: Date;
  readonly raisedBy: string;
  readonly endedBy: string | null;
}

/** Every registered version, the newest first. */
export async function listVersions(trx: Trx, id: string): Promise<VersionRow[]> {
  const { rows } = await trx.query<VersionRow>(
    `select v.version_no as version, s.number as sheet, v.parcel_no as no, v.land_use as "landUse", v.area_m2::float8 as "areaM2",
       v.legal_area_m2::float8 as "legalAreaM2", v.registered_at as "registeredAt", v.ended_at as "endedAt", v.recorded_at as "recordedAt", v.raised_by as "raisedBy", v.ended_by as "endedBy"
     from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
     where v.parcel_id = $1 and v.registered_at is not null order by v.version_no desc`,
    [id],
  );
  return rows;
}

export interface NeighbourRow {
  readonly id: string;
  readonly sheet: string;
  readonly no: string;
  readonly areaM2: number;
  readonly geometryLegal: { readonly srid: number; readonly coordinates: [east: number, north: number][][] };
}

/** Current parcels within 5 cm of a parcel, nearest first by number: legacy sheets meet within centimetres, not exactly. */
export async function listNeighbours(trx: Trx, id: string): Promise<NeighbourRow[]> {
  const { rows } = await trx.query<NeighbourRow>(
    `select v.parcel_id as id, s.number as sheet, v.parcel_no as no, v.area_m2::float8 as "areaM2",
       json_build_object('srid', st_srid(v.geom_legal), 'coordinates', st_asgeojson(v.geom_legal, 4)::json -> 'coordinates') as "geometryLegal"
     from (select geom from cadastre.parcel_version where parcel_id = $1 and registered_at is not null order by version_no desc limit 1) own
     join cadastre.parcel_version v on v.geom && st_expand(own.geom, 0.05) and st_dwithin(v.geom, own.geom, 0.05)
       and v.status = 'current' and v.parcel_id <> $1
     join cadastre.sheet s using (sheet_id) order by length(v.parcel_no), v.parcel_no limit 200`,
    [id],
  );
  return rows;
}
