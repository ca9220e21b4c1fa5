/**
 * Vector tiles, as role diaba_tiles, which may read these columns and no others. Everything is stored in Web Mercator,
 * so that nothing is transformed while somebody waits.
 */

import type pg from 'pg';
import { CHANNEL_FIELDS, type ChannelField } from '../../domain/publication/publication-policy.ts';
import { pixelSizeM, type TileAddress } from '../../domain/tile-address.ts';
import { queryCancellable } from '../kit/query-cancellable.ts';

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
/** What tiles can say, those of outlines included. */
export type OutlineField = ChannelField<'tiles'>;

const asOf = `v.status <> 'pending' and v.registered_at < $4::timestamptz and (v.ended_at is null or v.ended_at >= $4::timestamptz)`;
const PROPERTIES = {
  id: 'v.parcel_id::text as id',
  code: 'v.parcel_code::text as code',
  commune: 's.commune_code::text as commune',
  sheet: 's.number as sheet',
  no: 'v.parcel_no as no',
  landUse: 'v.land_use as "landUse"',
  areaM2: 'v.area_m2::float8 as "areaM2"',
} as const satisfies Partial<Record<OutlineField, string>>;
/** What a tile can say of a parcel; what the publication policy leaves out is no column of the statement. */
export type TileField = keyof typeof PROPERTIES;
export const TILE_FIELDS = Object.keys(PROPERTIES) as readonly TileField[];
const LABEL_FIELDS: readonly TileField[] = ['no', 'areaM2', 'landUse'];

const properties = (fields: readonly TileField[]) => fields.map((field) => `${PROPERTIES[field]}, `).join('');
const names = (fields: readonly TileField[]) => fields.map((field) => `"${field}", `).join('');

const TILE = 'st_tileenvelope($1, $2, $3)';
/** Room around a tile, so that no edge of it is drawn: 64 of 4096 cells. */
const AROUND = 'st_tileenvelope($1, $2, $3, margin => 0.015625)';
/** Side of one cell of the grid on which a tile has its corners, metres: 0.6 at zoom 14. */
const CELL = '(40075016.685578488 / 4096 / 2 ^ $1)';
/** A parcel thinner than a cell would be a line there and is left out; it is drawn as wide as the grid can show. */
const widened = `st_buffer(v.geom_3857, ${CELL}, 'quad_segs=1 join=mitre mitre_limit=2')`;
const geometry = `coalesce(st_asmvtgeom(v.geom_3857, ${TILE}, 4096, 64, true),
    case when st_intersects(v.geom_3857, ${AROUND}) then st_asmvtgeom(${widened}, ${TILE}, 4096, 64, true) end) as geom`;
const rows = (when: string) => `from cadastre.tile_parcel v join cadastre.sheet s using (sheet_id)
    where ${when} and v.geom_3857 && ${AROUND}`;

/** `offset 0` keeps the planner from folding the two levels into one, which would clip every polygon twice. */
const detailSql = (when: string, fields: readonly TileField[]) => `
  select coalesce(st_asmvt(p, 'parcels', 4096, 'geom'), '') as tile
  from (select ${properties(fields)}${geometry} ${rows(when)} offset 0) p where p.geom is not null`;

/** One scan, two layers: a label lies inside its parcel, so its row is among those whose polygon touches the tile. */
const labelledSql = (when: string, fields: readonly TileField[]) => `
  with hit as materialized (select ${properties(fields)}v.label_3857, ${geometry} ${rows(when)})
  select (select coalesce(st_asmvt(p, 'parcels', 4096, 'geom'), '')
          from (select ${names(fields)}geom from hit where geom is not null) p)
      || (select coalesce(st_asmvt(l, 'labels', 4096, 'geom'), '')
          from (select ${names(LABEL_FIELDS.filter((field) => fields.includes(field)))}st_asmvtgeom(label_3857, st_tileenvelope($1, $2, $3), 4096, 0, true) as geom
                from hit where label_3857 && st_tileenvelope($1, $2, $3)) l) as tile`;

/** Largest first, nothing smaller than a pixel, at most overviewLimit: the size of an answer has a bound. */
const overviewSql = (when: string, at: boolean, fields: readonly TileField[]) => `
  select coalesce(st_asmvt(p, 'parcels', 2048, 'geom'), '') as tile from (
    select * from (
      select ${properties(fields)}
        st_asmvtgeom(st_simplify(v.geom_3857, $${at ? 6 : 5}), st_tileenvelope($1, $2, $3), 2048, 16, true) as geom
      from cadastre.tile_parcel v join cadastre.sheet s using (sheet_id)
      where ${when} and v.area_m2 >= $${at ? 5 : 4} and v.geom_3857 && st_tileenvelope($1, $2, $3)
      order by v.area_m2 desc limit $${at ? 7 : 6}
    ) largest where geom is not null
  ) p`;

const STATEMENTS = {
  'tile-detail': (fields: readonly TileField[]) => detailSql(current, fields),
  'tile-detail-at': (fields: readonly TileField[]) => detailSql(asOf, fields),
  'tile-labelled': (fields: readonly TileField[]) => labelledSql(current, fields),
  'tile-labelled-at': (fields: readonly TileField[]) => labelledSql(asOf, fields),
  'tile-overview': (fields: readonly TileField[]) => overviewSql(current, false, fields),
  'tile-overview-at': (fields: readonly TileField[]) => overviewSql(asOf, true, fields),
};

/** A set of fields as a short text: names its statements and goes into the entity tag. */
export const fieldsMark = (fields: readonly OutlineField[]): string =>
  CHANNEL_FIELDS.tiles.reduce((mask, field, bit) => mask + (fields.includes(field) ? 2 ** bit : 0), 0).toString(16);

/** What a tile may say of all it could, by the published fields of channel tiles; null where the channel is closed. */
export const publishedTileFields = <Field extends OutlineField>(
  published: readonly string[],
  all: readonly Field[],
): readonly Field[] | null => (published.includes('*') ? all.filter((field) => published.includes(field)) : null);

export interface TileState<Field extends OutlineField = TileField> {
  /** Identity of the register and revision of the area a tile shows: changes whenever something in it is registered or ended, or a backup is restored. */
  readonly revision: string;
  /** What the publication policy lets tiles say today; null where it closes them. */
  readonly fields: readonly Field[] | null;
}

/** What a tile of this place depends on, read in one go. */
export async function findTileState(pool: pg.Pool, { z, x, y }: TileAddress, signal: AbortSignal): Promise<TileState> {
  const rows = await queryCancellable<{ revision: string; fields: string[] }>(
    pool,
    {
      name: 'tile-state',
      text: `select cadastre.register_identity() || '-' || cadastre.tile_revision_at($1, $2, $3) as revision, cadastre.published_fields('tiles') as fields`,
      values: [z, x, y],
    },
    signal,
  );
  const { revision, fields } = rows[0] ?? { revision: '0', fields: [] };
  return { revision, fields: publishedTileFields(fields, TILE_FIELDS) };
}

/** The tile itself, uncompressed; empty where nothing is registered. `before` = as of which instant, null = now. */
export async function findParcelTile(
  pool: pg.Pool,
  { z, x, y }: TileAddress,
  { before, fields }: { readonly before: Date | null; readonly fields: readonly TileField[] },
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
  const statement = { name: `${name}-${fieldsMark(fields)}`, text: STATEMENTS[name](fields), values };
  const rows = await queryCancellable<{ tile: Buffer }>(pool, statement, signal);
  return rows[0]?.tile ?? Buffer.alloc(0);
}
