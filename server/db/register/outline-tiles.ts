/** Vector tiles of what is derived from the register (db/register/derived.ts): outlines and names, as role diaba_tiles. */

import type pg from 'pg';
import { CHANNEL_FIELDS } from '../../domain/publication/publication-policy.ts';
import { pixelSizeM, type TileAddress } from '../../domain/tile-address.ts';
import { queryCancellable } from '../kit/query-cancellable.ts';
import { fieldsMark, type OutlineField, publishedTileFields, type TileState } from './parcel-tiles.ts';

/** Below, a unit is smaller than its name. */
const COMMUNE_LABELS_FROM = 8;
/** The simplified boundary, 60 m, is as fine as the pixels of this zoom (142 m on the ground) and farther out. */
const OVERVIEW_TO = 9;
const SHEETS_FROM = 11;
const PLACES_FROM = 13;

/** From zoom 14 on nothing is simplified again: a pixel is 4.5 m. */
const SIMPLIFY_TO = 13;

const ON_DAY = 'o.valid_from <= $4::date and (o.valid_to is null or $4::date < o.valid_to)';
const BEFORE = '($5::timestamptz is null or first_registered_at < $5::timestamptz)';
const BOX = 'st_tileenvelope($1, $2, $3)';
const POINT = (column: string) => `st_asmvtgeom(${column}, ${BOX}, 4096, 0, true) as geom`;
const polygon = (column: string, z: number) =>
  `st_asmvtgeom(${z > SIMPLIFY_TO ? column : `st_simplify(${column}, ${pixelSizeM(z) / 2})`}, ${BOX}, 4096, 64, true) as geom`;

/** `offset 0` keeps the planner from folding the two levels into one, which would clip every polygon twice. */
const layer = (name: string, rows: string) =>
  `(select coalesce(st_asmvt(l, '${name}', 4096, 'geom'), '') from (select * from (${rows} offset 0) r where geom is not null) l)`;

/** What the policy withholds of parcels is withheld of their sheets and places too. */
function layers(z: number, fields: readonly OutlineField[]): string[] {
  const published = (column: string, field: OutlineField) => (fields.includes(field) ? `${column}, ` : '');
  const shape = z <= OVERVIEW_TO ? 'o.overview_3857' : 'o.geom_3857';
  const commune = published('commune_code::text as commune', 'commune');
  const near = `${BOX.slice(0, -1)}, margin => 0.015625)`;
  return [
    layer(
      'communes',
      `select o.code::text as code, o.name, ${polygon(shape, z)} from cadastre.commune_outline o
       where ${ON_DAY} and o.geom_3857 && ${near} order by o.code`,
    ),
    ...(z < COMMUNE_LABELS_FROM
      ? []
      : [
          layer(
            'commune-labels',
            `select o.code::text as code, o.name, ${POINT('o.label_3857')} from cadastre.commune_outline o
             where ${ON_DAY} and o.geom_3857 && ${BOX} and o.label_3857 && ${BOX} order by o.code`,
          ),
        ]),
    ...(z < SHEETS_FROM
      ? []
      : [
          // The largest scale last: it is drawn on top of the sheet it lies in.
          layer(
            'sheets',
            `select ${published('o.commune_code::text as commune', 'commune')}${published('o.number as sheet', 'sheet')}${published('o.scale', 'scale')}${published('o.unit_name as unit', 'numberedIn')}${published('o.land_use as "landUse"', 'landUse')}s.srid,
             ${polygon('o.geom_3857', z)} from cadastre.sheet_outline o join cadastre.sheet s using (sheet_id)
             where ${BEFORE} and o.geom_3857 && ${near} order by o.scale desc nulls first, sheet_id`,
          ),
        ]),
    ...(z < PLACES_FROM || !fields.includes('address')
      ? []
      : [
          // The most parcels first: where there is no room for all names, these stay.
          layer(
            'places',
            `select name, ${commune}${POINT('point_3857')} from cadastre.place
             where ${BEFORE} and point_3857 && ${BOX} order by parcels desc, commune_code, name`,
          ),
        ]),
  ];
}

/** What a tile of this place depends on, read in one go; `day` = on which units are asked for. */
export async function findOutlineState(
  pool: pg.Pool,
  { z, x, y }: TileAddress,
  day: string,
  signal: AbortSignal,
): Promise<TileState<OutlineField>> {
  const [row] = await queryCancellable<{ revision: string; fields: string[] }>(
    pool,
    {
      name: 'outline-state',
      text: `select cadastre.register_identity() || '-' || cadastre.outline_revision_at($1, $2, $3, $4::date) as revision, cadastre.published_fields('tiles') as fields`,
      values: [z, x, y, day],
    },
    signal,
  );
  return { revision: row!.revision, fields: publishedTileFields(row!.fields, CHANNEL_FIELDS.tiles) };
}

/** The tile itself, uncompressed; empty where there is nothing. `before` = sheets and places registered by then, null = now. */
export async function findOutlineTile(
  pool: pg.Pool,
  { z, x, y }: TileAddress,
  {
    day,
    before,
    fields,
  }: { readonly day: string; readonly before: Date | null; readonly fields: readonly OutlineField[] },
  signal: AbortSignal,
): Promise<Buffer> {
  const named = z >= SHEETS_FROM;
  const statement = {
    name: `outlines-${Math.min(z, SIMPLIFY_TO + 1)}-${fieldsMark(fields)}`,
    text: `select ${layers(z, fields).join(' || ')} as tile`,
    values: [z, x, y, day, ...(named ? [before] : [])],
  };
  const [row] = await queryCancellable<{ tile: Buffer }>(pool, statement, signal);
  return row?.tile ?? Buffer.alloc(0);
}
