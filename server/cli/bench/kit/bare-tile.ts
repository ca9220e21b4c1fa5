import type pg from 'pg';
import type { TileAddress } from '../../../domain/tile-address.ts';

/**
 * What anybody would write to get the same rows as a vector tile: the peer our tiles are held against. One layer, the
 * same columns, role, index and buffer as server/db/register/parcel-tiles.ts; no labels, no revision, no gzip, no HTTP.
 */
const TEXT = `
  select st_asmvt(tile, 'parcels', 4096, 'geom') as tile from (
    select v.parcel_id::text as id, v.parcel_code::text as code, s.commune_code::text as commune, s.number as sheet,
      v.parcel_no as no, v.land_use as "landUse", v.area_m2::float8 as "areaM2",
      st_asmvtgeom(v.geom_3857, st_tileenvelope($1, $2, $3), 4096, 64, true) as geom
    from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
    where v.status = 'current' and v.geom_3857 && st_tileenvelope($1, $2, $3, margin => 0.015625)
  ) tile where geom is not null`;

/** Milliseconds and bytes of one tile by bare SQL over a connection of the pool. */
export async function askBareTile(pool: pg.Pool, { z, x, y }: TileAddress): Promise<{ ms: number; bytes: number }> {
  const started = performance.now();
  const { rows } = await pool.query<{ tile: Buffer }>({ name: 'bare-tile', text: TEXT, values: [z, x, y] });
  return { ms: performance.now() - started, bytes: rows[0]?.tile.length ?? 0 };
}
