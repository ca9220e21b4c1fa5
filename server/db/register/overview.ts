/** Shapes of a far look over all registered land, as role diaba_tiles: outlines only, simplified to what a picture shows. */
import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

/** Longest side of the picture; its units are what a boundary is simplified to. */
const SIZE = 1000;
/** More sheets than this are a texture, and the largest show where the land is. */
const MOST_SHEETS = 400;

export interface OverviewShapes {
  readonly width: number;
  readonly height: number;
  /** Paths in the units of the picture, y downwards; the main land-use code of each sheet. */
  readonly sheets: readonly { readonly path: string; readonly landUse: string | null }[];
  /** Boundaries of communes, cut off well outside the picture, which may be wider than the land. */
  readonly communes: readonly {
    readonly path: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
}

/** What the picture depends on; changes whenever it would look different. */
export async function findOverviewState(pool: pg.Pool): Promise<{ revision: string; fields: string[] }> {
  const [row] = await queryRows<{ revision: string; fields: string[] }>(
    pool,
    `select cadastre.register_identity() || '-' || coalesce((select max(revision) || '/' || count(*) from cadastre.sheet_outline), '0') || '-'
       || coalesce((select max(revision) || '/' || count(*) from cadastre.commune_outline), '0') as revision,
       cadastre.published_fields('tiles') as fields`,
  );
  return row!;
}

const FRAME = `frame as (
    select st_xmin(box) as x0, st_ymax(box) as y1, st_xmax(box) - st_xmin(box) as w, st_ymax(box) - st_ymin(box) as h,
      ${SIZE} / greatest(st_xmax(box) - st_xmin(box), st_ymax(box) - st_ymin(box), 1) as k
    from (select st_extent(geom_3857)::box2d as box from cadastre.sheet_outline) all_sheets)`;
/** Whole units, relative moves: the shortest text. */
const path = (shape: string) => `st_assvg(st_simplify(st_scale(st_translate(${shape}, -x0, -y1), k, k), 0.7), 1, 0)`;

/** The shapes; undefined while nothing is registered. */
export async function findOverviewShapes(pool: pg.Pool): Promise<OverviewShapes | undefined> {
  const [frame] = await queryRows<{ w: number | null; h: number; k: number }>(
    pool,
    `with ${FRAME} select w, h, k from frame`,
  );
  if (!frame || frame.w === null) return undefined;
  const [sheets, communes] = await Promise.all([
    queryRows<{ path: string | null; landUse: string | null }>(
      pool,
      `with ${FRAME} select ${path('geom_3857')} as path, land_use as "landUse"
       from (select * from cadastre.sheet_outline order by area_m2 desc, sheet_id limit ${MOST_SHEETS}) o, frame`,
    ),
    queryRows<{ path: string | null; name: string; x: number; y: number }>(
      pool,
      `with ${FRAME}, room as (
         select st_setsrid(st_makeenvelope(x0 - w * 1.5, y1 - h * 2.5, x0 + w * 2.5, y1 + h * 1.5), 3857) as box from frame)
       select ${path('st_intersection(st_boundary(o.geom_3857), box)')} as path, o.name,
         (st_x(o.label_3857) - x0) * k as x, (y1 - st_y(o.label_3857)) * k as y
       from cadastre.commune_outline o, frame, room where o.valid_to is null and o.geom_3857 && box
       order by o.code limit 100`,
    ),
  ]);
  const drawn = <T extends { path: string | null }>(rows: readonly T[]) =>
    rows.filter((row): row is T & { path: string } => row.path !== null && row.path !== '');
  return { width: frame.w * frame.k, height: frame.h * frame.k, sheets: drawn(sheets), communes: drawn(communes) };
}

/** Colours of the land-use list, as role diaba_portal. */
export async function listLandUseFills(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const rows = await queryRows<{ code: string; fill: string }>(
    pool,
    'select code, fill from portal.land_use where fill is not null order by valid_from',
  );
  return new Map(rows.map((row) => [row.code, row.fill]));
}
