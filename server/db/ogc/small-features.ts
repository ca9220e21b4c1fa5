/** Communes, map sheets and thematic layers as features, as role diaba_portal: tables of few rows. */
import type pg from 'pg';
import type { OgcSystem } from '../../domain/ogc/ogc-systems.ts';
import { queryRows } from '../kit/query-rows.ts';
import { type FeatureQuestion, type FeatureRow, shapeSql } from './moments.ts';

interface SmallTable {
  readonly from: string;
  readonly id: string;
  readonly geometry: string;
  readonly columns: string;
  /** Condition on the time; null where a feature has none. */
  readonly time: ((since: string, before: string) => string) | null;
  readonly properties: Readonly<Record<string, string>>;
}

const midnight = (day: string) => `${day}::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

const TABLES = {
  communes: {
    from: 'portal.commune_boundary c',
    id: "c.code || '-' || c.valid_from",
    geometry: 'c.boundary',
    columns: 'c.code::text, c.name, c.kind, c.valid_from::text as "validFrom", c.valid_to::text as "validTo"',
    time: (since, before) =>
      `${midnight('c.valid_from')} < ${before} and (c.valid_to is null or ${midnight('c.valid_to')} >= ${since})`,
    properties: { code: 'c.code::text' },
  },
  sheets: {
    from: 'portal.sheet_outline s',
    id: 's.sheet_id::text',
    geometry: 's.geom_3857',
    columns: `s.sheet_no as sheet, s.commune_code::text as "communeCode", s.commune_name as "communeName", s.scale,
      s.unit_code::text as "numberedInCode", s.unit_name as "numberedInName", s.parcels, s.area_m2::text as "areaM2"`,
    time: null,
    properties: { sheet: 's.sheet_no', communeCode: 's.commune_code::text' },
  },
  layers: {
    from: 'portal.layer_feature f',
    id: 'f.feature_no::text',
    geometry: 'f.geom',
    columns: 'f.category, f.name, f.value::text, f.unit',
    time: (since, before) => `f.in_force_from < ${before} and (f.ended_at is null or f.ended_at >= ${since})`,
    properties: { layer: 'f.layer_code' },
  },
} as const satisfies Record<string, SmallTable>;
export type SmallCollection = keyof typeof TABLES;

/** From and where of a question, its values pushed onto `values`. */
function fromWhere(name: SmallCollection, question: FeatureQuestion, values: unknown[]): string {
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const { from, geometry, time, properties }: SmallTable = TABLES[name];
  const { since, before, within, asked } = question;
  const where = Object.entries(asked).map(([key, value]) => `${properties[key]} = ${bind(value, 'text')}`);
  if (time) where.push(time(bind(since, 'timestamptz'), bind(before, 'timestamptz')));
  if (within) {
    const srid = bind(within.srid, 'int');
    const shape = `public.st_geomfromtext(${bind(within.wkt, 'text')}, ${srid})`;
    where.push(`public.st_intersects(public.st_transform(${geometry}, ${srid}), ${shape})`);
  }
  return `from ${from} where ${['true', ...where].join(' and ')}`;
}

/** Up to `limit` communes, sheets or shapes by id. */
export async function listSmallFeatures(
  pool: pg.Pool,
  name: SmallCollection,
  question: FeatureQuestion,
  system: OgcSystem,
): Promise<FeatureRow[]> {
  const values: unknown[] = [question.after, question.limit];
  const { id, geometry, columns } = TABLES[name];
  return queryRows<FeatureRow & pg.QueryResultRow>(
    pool,
    `select ${id} as id, ${shapeSql(geometry, system)} as geometry, ${columns} ${fromWhere(name, question, values)}
       and ($1::text is null or (${id}) collate "C" > $1::text) order by (${id}) collate "C" limit $2::int`,
    values,
  );
}

/** How many of them there are in all. */
export async function countSmallFeatures(
  pool: pg.Pool,
  name: SmallCollection,
  question: FeatureQuestion,
): Promise<number> {
  const values: unknown[] = [];
  const [row] = await queryRows<{ found: number }>(
    pool,
    `select count(*)::int as found ${fromWhere(name, question, values)}`,
    values,
  );
  return row!.found;
}

/** One shape of a layer in its edition in force. */
export async function findLayerFeature(
  pool: pg.Pool,
  layer: string,
  id: string,
  system: OgcSystem,
): Promise<FeatureRow | undefined> {
  const { id: own, geometry, columns, from } = TABLES.layers;
  const [row] = await queryRows<FeatureRow & pg.QueryResultRow>(
    pool,
    `select ${own} as id, ${shapeSql(geometry, system)} as geometry, ${columns} from ${from}
     where f.layer_code = $1 and f.ended_at is null and ${own} = $2`,
    [layer, id],
  );
  return row;
}

/** One commune or sheet. */
export async function findSmallFeature(
  pool: pg.Pool,
  name: Exclude<SmallCollection, 'layers'>,
  id: string,
  system: OgcSystem,
): Promise<FeatureRow | undefined> {
  const table = TABLES[name];
  const [row] = await queryRows<FeatureRow & pg.QueryResultRow>(
    pool,
    `select ${table.id} as id, ${shapeSql(table.geometry, system)} as geometry, ${table.columns} from ${table.from} where ${table.id} = $1`,
    [id],
  );
  return row;
}

/** West, south, east, north in degrees. */
export type DegreeBox = readonly [number, number, number, number];

/** Where the shapes of layers in their editions in force lie, by code of the layer; one without shapes is not in it. */
export async function findLayerExtents(
  pool: pg.Pool,
  layers: readonly string[],
): Promise<ReadonlyMap<string, DegreeBox>> {
  if (layers.length === 0) return new Map();
  // Points every kilometre along the box: its sides are no lines of latitude and longitude.
  const rows = await queryRows<{ layer: string; box: DegreeBox }>(
    pool,
    `select layer, array[public.st_xmin(b), public.st_ymin(b), public.st_xmax(b), public.st_ymax(b)] as box
     from (
       select f.layer_code as layer, public.st_transform(public.st_segmentize(
         public.st_setsrid(public.st_extent(f.geom)::public.geometry, min(public.st_srid(f.geom))), 1000), 4326) as b
       from portal.layer_feature f where f.layer_code = any($1::text[]) and f.ended_at is null group by f.layer_code
     ) t where b is not null`,
    [layers],
  );
  return new Map(rows.map(({ layer, box }) => [layer, box]));
}

/** Where registered land lies; null while there is none. */
export async function findLandExtent(pool: pg.Pool): Promise<DegreeBox | null> {
  const [row] = await queryRows<{ west: number | null; south: number; east: number; north: number }>(
    pool,
    `select public.st_xmin(b) as west, public.st_ymin(b) as south, public.st_xmax(b) as east, public.st_ymax(b) as north
     from (select public.st_transform(public.st_setsrid(public.st_extent(geom_3857)::public.geometry, 3857), 4326) as b from portal.sheet_outline) t`,
  );
  return row?.west == null ? null : [row.west, row.south, row.east, row.north];
}
