/** Tiles of public layers, as role diaba_tiles, which reads them through two functions and nothing else. */
import type pg from 'pg';
import { pixelSizeM, type TileAddress } from '../../domain/tile-address.ts';
import { queryCancellable } from '../kit/query-cancellable.ts';

/** From this zoom on every shape is drawn as it is. */
const DETAIL_FROM = 14;
/** Most shapes of one tile, the largest first. */
const MOST_SHAPES = 4000;

/** What a tile of a layer depends on; null where the public has no such layer. */
export async function findLayerTileMark(pool: pg.Pool, layer: string, signal: AbortSignal): Promise<string | null> {
  const rows = await queryCancellable<{ mark: string | null }>(
    pool,
    { name: 'layer-tile-mark', text: 'select thematic.public_tile_mark($1) as mark', values: [layer] },
    signal,
  );
  return rows[0]?.mark ?? null;
}

/** The tile itself, uncompressed; empty where no shape lies. */
export async function findLayerTile(
  pool: pg.Pool,
  layer: string,
  { z, x, y }: TileAddress,
  signal: AbortSignal,
): Promise<Buffer> {
  const pixel = pixelSizeM(z);
  const [leastM2, simplifyM] = z >= DETAIL_FROM ? [0, 0] : [pixel * pixel, pixel / 2];
  const rows = await queryCancellable<{ tile: Buffer }>(
    pool,
    {
      name: 'layer-tile',
      text: 'select thematic.public_tile($1, $2, $3, $4, $5, $6, $7) as tile',
      values: [layer, z, x, y, leastM2, simplifyM, MOST_SHAPES],
    },
    signal,
  );
  return rows[0]?.tile ?? Buffer.alloc(0);
}
