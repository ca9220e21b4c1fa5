import type pg from 'pg';
import { queryRows } from './query-rows.ts';

const CELL_ZOOM = 14;

/** Longitude of a column's west edge and latitude of a row's north edge in the Web Mercator pyramid, degrees. */
const longitudeOf = (x: number) => (x / 2 ** CELL_ZOOM) * 360 - 180;
const latitudeOf = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** CELL_ZOOM))) * 180) / Math.PI;

/**
 * Where anything was ever registered: [west, south, east, north] in degrees, to a tile of zoom 14 (some 2.4 km). Null
 * while the register is empty. Read from the revisions of tiles, which are few, not from the parcels.
 */
export async function findDataExtent(pool: pg.Pool): Promise<[number, number, number, number] | null> {
  const [row] = await queryRows<{ x0: number | null; y0: number; x1: number; y1: number }>(
    pool,
    'select min(cell_x) as x0, min(cell_y) as y0, max(cell_x) as x1, max(cell_y) as y1 from cadastre.tile_revision',
  );
  if (!row || row.x0 === null) return null;
  return [longitudeOf(row.x0), latitudeOf(row.y1 + 1), longitudeOf(row.x1 + 1), latitudeOf(row.y0)];
}
