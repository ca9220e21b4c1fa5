import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

const CELL_ZOOM = 14;

/** Longitude of a column's west edge and latitude of a row's north edge in the Web Mercator pyramid, degrees. */
const longitudeOf = (x: number) => (x / 2 ** CELL_ZOOM) * 360 - 180;
const latitudeOf = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** CELL_ZOOM))) * 180) / Math.PI;

type Extent = [west: number, south: number, east: number, north: number];

/** The box of all sheets, exact; null while no outline has been derived yet. */
async function findSheetsExtent(pool: pg.Pool): Promise<Extent | null> {
  const [row] = await queryRows<{ west: number | null; south: number; east: number; north: number }>(
    pool,
    `select st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north
     from (select st_transform(st_setsrid(st_extent(geom_3857)::geometry, 3857), 4326) as box from cadastre.sheet_outline) all_sheets`,
  );
  if (!row || row.west === null) return null;
  return [row.west, row.south, row.east, row.north];
}

/**
 * Where land is registered: [west, south, east, north] in degrees. From the outlines of sheets, and until they have been
 * derived from the revisions of tiles, to a tile of zoom 14 (some 2.4 km). Null while the register is empty.
 */
export async function findDataExtent(pool: pg.Pool): Promise<Extent | null> {
  const exact = await findSheetsExtent(pool);
  if (exact) return exact;
  const [row] = await queryRows<{ x0: number | null; y0: number; x1: number; y1: number }>(
    pool,
    'select min(cell_x) as x0, min(cell_y) as y0, max(cell_x) as x1, max(cell_y) as y1 from cadastre.tile_revision',
  );
  if (!row || row.x0 === null) return null;
  return [longitudeOf(row.x0), latitudeOf(row.y1 + 1), longitudeOf(row.x1 + 1), latitudeOf(row.y0)];
}
