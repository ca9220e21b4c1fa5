import type { Trx } from '../kit/transaction.ts';

/** West, south, east and north of land, in metres of its own system. */
export type Extent = readonly [number, number, number, number];

/** Extent of current parcels that lie in one system. */
export async function findExtent(trx: Trx, parcelIds: readonly string[]): Promise<Extent> {
  const { rows } = await trx.query<{ west: number; south: number; east: number; north: number }>(
    `select st_xmin(e) as west, st_ymin(e) as south, st_xmax(e) as east, st_ymax(e) as north from (
       select st_extent(geom_legal) as e from cadastre.parcel_version where parcel_id = any($1::uuid[]) and status = 'current') b`,
    [parcelIds],
  );
  const { west, south, east, north } = rows[0]!;
  return [west, south, east, north];
}
