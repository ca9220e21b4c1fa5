import { pixelSizeM, type TileAddress } from '../../domain/tile-address.ts';
import type { Trx } from '../kit/transaction.ts';

/** From this zoom on outlines are drawn as they are. */
const DETAIL_FROM = 15;

/** From this zoom on a record thinner than a cell of the tile is drawn as wide as the grid can show, as in the register's tiles. */
const EVERY_RECORD_FROM = 14;
/** Side of one cell of the 4096 of a tile, metres of Web Mercator; a tile has 512 pixels. */
const cellM = (z: number) => pixelSizeM(z) / 8;

/** Far outside of the country the legal systems have no coordinates. Web Mercator, 101°–111° E, 7°–24.5° N. */
const COUNTRY =
  'SRID=3857;POLYGON((11243268 781182, 12356464 781182, 12356464 2814455, 11243268 2814455, 11243268 781182))';

/**
 * One tile of a batch under review, in its own transaction and scope: record_pkey finds the batch, and its few thousand
 * outlines are transformed as they are asked for; finding_record_idx has what is wrong with each. Empty where no record lies.
 */
export async function makeStagingTile(trx: Trx, batchId: string, { z, x, y }: TileAddress): Promise<Buffer> {
  const { rows } = await trx.query<{ tile: Buffer }>(
    `with place as (
       select t.tile, st_transform(st_segmentize(st_intersection(st_expand(t.tile, 0.0157 * (st_xmax(t.tile) - st_xmin(t.tile))), $6::geometry), 20000), s.srid) as ground
       from (select st_tileenvelope($2, $3, $4) as tile) t,
         (select st_srid(geom) as srid from staging.record where batch_id = $1 and geom is not null limit 1) s),
     outline as (
       select r.record_no as id, r.status, r.sheet_no as "sheetNo", r.parcel_no as "parcelNo", p.tile, st_transform(r.geom, 3857) as shape
       from staging.record r cross join place p where r.batch_id = $1 and r.geom && p.ground offset 0),
     hit as materialized (
       select id, status, "sheetNo", "parcelNo", coalesce(
         st_asmvtgeom(case when $5::float8 > 0 then st_simplify(shape, $5) else shape end, tile, 4096, 64, true),
         case when $7::float8 > 0 then st_asmvtgeom(st_buffer(shape, $7, 'quad_segs=1 join=mitre mitre_limit=2'), tile, 4096, 64, true) end) as geom
       from outline)
     select coalesce(st_asmvt(t, 'records', 4096, 'geom', 'id'), '') as tile
     from (select h.*, (select string_agg(distinct f.code, ',' order by f.code) from staging.finding f
             where f.batch_id = $1 and f.record_no = h.id and f.settled_by is null) as codes
           from hit h where h.geom is not null) t`,
    [batchId, z, x, y, z >= DETAIL_FROM ? 0 : cellM(z), COUNTRY, z >= EVERY_RECORD_FROM ? cellM(z) : 0],
  );
  return rows[0]?.tile ?? Buffer.alloc(0);
}
