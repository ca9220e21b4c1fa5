/**
 * Vector tiles, as role diaba_tiles, which may read these columns and no others. Everything is stored in Web Mercator,
 * so that nothing is transformed while somebody waits.
 */
import type pg from 'pg';
import { pixelSizeM, type TileAddress } from '../domain/tile-address.ts';
import { queryCancellable } from './query-cancellable.ts';

/** From this zoom on every parcel is drawn; below, only what can be seen, and a bounded number. */
const DETAIL_FROM = 14;
/** From this zoom on there is room for numbers. */
const LABELS_FROM = 16;
/** Most parcels of one tile below that: zoom 13 shows a whole commune (some 330 kB gzipped), farther out it is a sketch. */
const overviewLimit = (z: number) => (z === DETAIL_FROM - 1 ? 8000 : 4000);
/** (1 / cos 21.3°)²: how much larger an area is in Web Mercator here than on the ground. */
const MERCATOR_AREA = 1.152;

/** Uses parcel_version_geom_3857_current_idx (current) or parcel_version_geom_3857_idx (as of an instant). */
const current = `v.status = 'current'`;
const asOf = `v.status <> 'pending' and v.registered_at < $4::timestamptz and (v.ended_at is null or v.ended_at >= $4::timestamptz)`;
const properties = `v.parcel_id::text as id, v.parcel_code::text as code, s.commune_code::text as commune, s.number as sheet,
  v.parcel_no as no, v.land_use as "landUse", v.area_m2::float8 as "areaM2"`;

const geometry = 'st_asmvtgeom(v.geom_3857, st_tileenvelope($1, $2, $3), 4096, 64, true) as geom';
const rows = (when: string) => `from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
    where ${when} and v.geom_3857 && st_tileenvelope($1, $2, $3, margin => 0.015625)`;

/** `offset 0` keeps the planner from folding the two levels into one, which would clip every polygon twice. */
const detailSql = (when: string) => `
  select coalesce(st_asmvt(p, 'parcels', 4096, 'geom'), '') as tile
  from (select ${properties}, ${geometry} ${rows(when)} offset 0) p where p.geom is not null`;

/** One scan, two layers: a label lies inside its parcel, so its row is among those whose polygon touches the tile. */
const labelledSql = (when: string) => `
  with hit as materialized (select ${properties}, v.label_3857, ${geometry} ${rows(when)})
  select (select coalesce(st_asmvt(p, 'parcels', 4096, 'geom'), '')
          from (select id, code, commune, sheet, no, "landUse", "areaM2", geom from hit where geom is not null) p)
      || (select coalesce(st_asmvt(l, 'labels', 4096, 'geom'), '')
          from (select no, "areaM2", "landUse", st_asmvtgeom(label_3857, st_tileenvelope($1, $2, $3), 4096, 0, true) as geom
                from hit where label_3857 && st_tileenvelope($1, $2, $3)) l) as tile`;

/** Largest first, nothing smaller than a pixel, at most overviewLimit: the size of an answer has a bound. */
const overviewSql = (when: string, at: boolean) => `
  select coalesce(st_asmvt(p, 'parcels', 2048, 'geom'), '') as tile from (
    select * from (
      select ${properties},
        st_asmvtgeom(st_simplify(v.geom_3857, $${at ? 6 : 5}), st_tileenvelope($1, $2, $3), 2048, 16, true) as geom
      from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
      where ${when} and v.area_m2 >= $${at ? 5 : 4} and v.geom_3857 && st_tileenvelope($1, $2, $3)
      order by v.area_m2 desc limit $${at ? 7 : 6}
    ) largest where geom is not null
  ) p`;

const STATEMENTS = {
  'tile-detail': detailSql(current),
  'tile-detail-at': detailSql(asOf),
  'tile-labelled': labelledSql(current),
  'tile-labelled-at': labelledSql(asOf),
  'tile-overview': overviewSql(current, false),
  'tile-overview-at': overviewSql(asOf, true),
};

/** Revision of the area a tile shows: changes whenever something in it is registered or ended. */
export async function findTileRevision(pool: pg.Pool, { z, x, y }: TileAddress, signal: AbortSignal): Promise<string> {
  const rows = await queryCancellable<{ revision: string }>(
    pool,
    {
      name: 'tile-revision',
      text: 'select cadastre.tile_revision_at($1, $2, $3)::text as revision',
      values: [z, x, y],
    },
    signal,
  );
  return rows[0]?.revision ?? '0';
}

/** The tile itself, uncompressed; empty where nothing is registered. `before` = as of which instant, null = now. */
export async function findParcelTile(
  pool: pg.Pool,
  { z, x, y }: TileAddress,
  before: Date | null,
  signal: AbortSignal,
): Promise<Buffer> {
  const detail = z >= DETAIL_FROM;
  const kind = z >= LABELS_FROM ? 'labelled' : detail ? 'detail' : 'overview';
  const name = `tile-${kind}${before ? '-at' : ''}` as const;
  const pixel = pixelSizeM(z);
  const values = [
    z,
    x,
    y,
    ...(before ? [before] : []),
    ...(detail ? [] : [(pixel * pixel) / MERCATOR_AREA, pixel / 2, overviewLimit(z)]),
  ];
  const rows = await queryCancellable<{ tile: Buffer }>(pool, { name, text: STATEMENTS[name], values }, signal);
  return rows[0]?.tile ?? Buffer.alloc(0);
}
