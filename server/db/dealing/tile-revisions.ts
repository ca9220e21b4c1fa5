import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

/** Raises the revision of every zoom-14 cell that the dealing's parcels touch. */
export async function touchTiles(trx: Trx, dealingId: string): Promise<void> {
  await trx.query(
    prepared(
      `with revision as (select nextval('cadastre.tile_revision_seq') as value),
     cells as (
       select distinct x, y from (
         select distinct floor((st_xmin(v.geom_3857) + half) / size)::int as west, floor((st_xmax(v.geom_3857) + half) / size)::int as east,
           floor((half - st_ymax(v.geom_3857)) / size)::int as north, floor((half - st_ymin(v.geom_3857)) / size)::int as south
         from (select raised.geom_3857 from cadastre.parcel_version raised where raised.raised_by = $1
           union all select ended.geom_3857 from cadastre.parcel_version ended where ended.ended_by = $1) v
         cross join (select 20037508.342789244 as half, 2 * 20037508.342789244 / 16384 as size) w) boxes
       cross join generate_series(west, east) x cross join generate_series(north, south) y)
     insert into cadastre.tile_revision (cell_x, cell_y, revision)
     select x, y, revision.value from cells, revision
     on conflict (cell_x, cell_y) do update set revision = excluded.revision`,
      [dealingId],
    ),
  );
}
