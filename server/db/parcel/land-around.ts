/** Parcels around one, for the drawing of it. */
import type { Ring } from '../../domain/drawing/boundary.ts';
import type { Trx } from '../kit/transaction.ts';

type Shape =
  | { readonly type: 'Polygon'; readonly coordinates: Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] }
  | { readonly type: 'GeometryCollection'; readonly geometries: Shape[] };

function polygonsOf(shape: Shape): Ring[][] {
  if (shape.type === 'Polygon') return [shape.coordinates];
  if (shape.type === 'MultiPolygon') return shape.coordinates;
  return shape.type === 'GeometryCollection' ? shape.geometries.flatMap(polygonsOf) : [];
}

export interface LandAround {
  readonly no: string;
  /** One piece of it, metres in the system that was asked for; the first ring is its outside. */
  readonly rings: readonly Ring[];
}

/**
 * Current parcels within a box [west, south, east, north] in metres of system `srid`, nearest first, at most 80, but the one itself. Each is cut off a
 * little outside the box, so that the cut is not drawn as a boundary; what falls apart by it is several pieces. By the index on `geom`.
 */
export async function listLandAround(
  trx: Trx,
  parcelId: string,
  srid: number,
  [west, south, east, north]: readonly [number, number, number, number],
): Promise<LandAround[]> {
  const { rows } = await trx.query<{ no: string; shape: Shape }>(
    `with own as materialized (
       select v.geom_legal, st_srid(v.geom) as registry_srid, st_makeenvelope($3, $4, $5, $6, $2) as box
       from cadastre.parcel_version v where v.parcel_id = $1 and v.registered_at is not null order by v.version_no desc limit 1)
     select v.parcel_no as no, st_asgeojson(st_clipbybox2d(l.legal, st_expand(o.box, 0.05 * ($5 - $3))), 3)::json as shape
     from own o join cadastre.parcel_version v on v.geom && st_transform(o.box, o.registry_srid) and v.status = 'current' and v.parcel_id <> $1
     cross join lateral (select case when st_srid(v.geom_legal) = $2 then v.geom_legal else st_transform(v.geom_legal, $2) end as legal offset 0) l
     where st_intersects(l.legal, o.box)
     order by st_distance(l.legal, o.geom_legal), v.parcel_no, v.parcel_id limit 80`,
    [parcelId, srid, west, south, east, north],
  );
  return rows.flatMap(({ no, shape }) => polygonsOf(shape).map((rings) => ({ no, rings })));
}
