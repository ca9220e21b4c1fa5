/** What the parts of a parcel meet on its outside: roads, other parcels, or ground of no parcel. */
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';
import type { Piece } from './land.ts';

export interface Access {
  /** Length along parcels of roads, m. */
  readonly roadM: number;
  /** Length along ground that is in no parcel, as roads, lanes and canals often are, m. */
  readonly openM: number;
}

/** Đất công trình giao thông (Land Law 2024 Art. 9, list of codes in force from 2024-08-01). */
const ROAD_CODE = 'DGT';

/**
 * Part by part, in their order. Sheets meet within `toleranceM`, so parcels are widened by it; what that alone makes of a corner that
 * touches is no length.
 */
export async function measureAccess(
  trx: Trx,
  parcelId: string,
  pieces: readonly Pick<Piece, 'ewkb'>[],
  toleranceM: number,
): Promise<Access[]> {
  const { rows } = await trx.query<Access>(
    prepared(
      `with piece as materialized (select n, cadastre.to_registry(st_geomfromewkb(decode(e, 'hex'))) as geom from unnest($2::text[]) with ordinality as u(e, n)),
     around as materialized (select st_expand(st_setsrid(st_extent(geom)::geometry, (select st_srid(geom) from piece limit 1)), 1) as box from piece),
     beside as materialized (
       select v.land_use = $4 as road, st_buffer(st_clipbybox2d(v.geom, a.box), $3, 'quad_segs=2') as geom
       from around a join cadastre.parcel_version v on v.geom && a.box where v.status = 'current' and v.parcel_id <> $1),
     met as (
       select p.n, st_boundary(p.geom) as edge, (select st_union(b.geom) from beside b where b.road) as roads,
         (select st_union(g) from (select b.geom from beside b union all select st_buffer(o.geom, $3, 'quad_segs=2') from piece o where o.n <> p.n) s(g)) as land
       from piece p),
     measured as (
       select n, coalesce(st_length(st_intersection(edge, roads)), 0) as road, coalesce(st_length(st_difference(edge, land)), st_length(edge)) as open from met)
     select case when road > 4 * $3 then road else 0 end as "roadM", case when open > 4 * $3 then open else 0 end as "openM" from measured order by n`,
      [parcelId, pieces.map(({ ewkb }) => ewkb), toleranceM, ROAD_CODE],
    ),
  );
  return rows;
}
