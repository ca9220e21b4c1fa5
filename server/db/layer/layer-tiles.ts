/** Tiles of public layers, as role diaba_tiles, which reads them through two functions and nothing else; and of any edition, as the application. */
import type pg from 'pg';
import { pixelSizeM, type TileAddress } from '../../domain/tile-address.ts';
import { queryCancellable } from '../kit/query-cancellable.ts';

/** From this zoom on every shape is drawn as it is. */
const DETAIL_FROM = 14;
/** Most shapes of one tile, the largest first. */
const MOST_SHAPES = 4000;

/** Area of the smallest shape that is drawn (m²), and how far a line may be from where it is (m). */
function detailOf(z: number): [leastM2: number, simplifyM: number] {
  const pixel = pixelSizeM(z);
  return z >= DETAIL_FROM ? [0, 0] : [pixel * pixel, pixel / 2];
}

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
  const rows = await queryCancellable<{ tile: Buffer }>(
    pool,
    {
      name: 'layer-tile',
      text: 'select thematic.public_tile($1, $2, $3, $4, $5, $6, $7) as tile',
      values: [layer, z, x, y, ...detailOf(z), MOST_SHAPES],
    },
    signal,
  );
  return rows[0]?.tile ?? Buffer.alloc(0);
}

export async function findEditionId(
  pool: pg.Pool,
  { layer, edition }: { readonly layer: string; readonly edition: number },
  signal: AbortSignal,
): Promise<string | null> {
  const rows = await queryCancellable<{ id: string }>(
    pool,
    {
      name: 'edition-id',
      text: 'select edition_id as id from thematic.edition where layer_code = $1 and edition_no = $2',
      values: [layer, edition],
    },
    signal,
  );
  return rows[0]?.id ?? null;
}

/** As thematic.public_tile, of one edition and with its words as the file has them. */
const EDITION_TILE = `with hit as (
    select f.feature_no as no, f.category, f.name, f.value::float8 as value, f.unit, f.geom_3857 from thematic.feature f
    where f.edition_id = $1 and f.geom_3857 && st_tileenvelope($2, $3, $4, margin => 0.015625)
      and (st_dimension(f.geom_3857) < 2 or st_area(f.geom_3857) >= $5)
    order by st_area(f.geom_3857) desc, f.feature_no limit $7)
  select coalesce(st_asmvt(t, 'features', 4096, 'geom'), '') as tile from (
    select no, category, name, value, unit, st_asmvtgeom(
      case when $6::float8 > 0 then st_simplify(geom_3857, $6, true) else geom_3857 end, st_tileenvelope($2, $3, $4), 4096, 64, true) as geom
    from hit) t where geom is not null`;

export async function findEditionTile(
  pool: pg.Pool,
  editionId: string,
  { z, x, y }: TileAddress,
  signal: AbortSignal,
): Promise<Buffer> {
  const rows = await queryCancellable<{ tile: Buffer }>(
    pool,
    { name: 'edition-tile', text: EDITION_TILE, values: [editionId, z, x, y, ...detailOf(z), MOST_SHAPES] },
    signal,
  );
  return rows[0]?.tile ?? Buffer.alloc(0);
}
