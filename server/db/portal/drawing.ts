/** What a drawing of one parcel shows, as role diaba_portal: through portal.parcel_drawing, which uses the spatial index. */
import type pg from 'pg';
import type { Ring } from '../../domain/drawing/boundary.ts';
import { queryRows } from '../kit/query-rows.ts';

export interface ParcelDrawing {
  /** EPSG code of the sheet's own system. */
  readonly srid: number;
  /** To 0.1 mm. The first ring of a polygon is its outside; even-odd filling is right for all. */
  readonly parcel: readonly Ring[];
  /** Nearest first. Cut off a little outside the frame; number and land use are null where they are not published. */
  readonly neighbours: readonly {
    readonly no: string | null;
    readonly landUse: string | null;
    readonly rings: readonly Ring[];
  }[];
  /** What to show: the parcel's box and a margin of 0.3 of its longer side, 5 m to 50 m. */
  readonly frame: readonly [minE: number, minN: number, maxE: number, maxN: number];
}

type Shape =
  | { readonly type: 'Polygon'; readonly coordinates: Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] }
  | { readonly type: 'GeometryCollection'; readonly geometries: Shape[] };

interface Row {
  own: boolean;
  parcel_no: string | null;
  land_use: string | null;
  srid: number;
  frame: [number, number, number, number];
  shape: Shape;
}

/** All rings of a shape in one list. */
function ringsOf(shape: Shape): Ring[] {
  if (shape.type === 'Polygon') return shape.coordinates;
  if (shape.type === 'MultiPolygon') return shape.coordinates.flat();
  return shape.type === 'GeometryCollection' ? shape.geometries.flatMap(ringsOf) : [];
}

/**
 * A parcel and up to `limit` neighbours, as of an instant (exclusive); without one, the parcel's latest state, current
 * or historic, among what is current today. Undefined when there is none, or its legal boundary is not published.
 */
export async function listNeighbourRings(
  pool: pg.Pool,
  parcelId: string,
  before: Date | null,
  limit: number,
): Promise<ParcelDrawing | undefined> {
  const rows = await queryRows<Row>(pool, 'select * from portal.parcel_drawing($1, $2, $3)', [parcelId, before, limit]);
  const own = rows.find((row) => row.own);
  if (!own) return undefined;
  const neighbours = rows
    .filter((row) => !row.own)
    .map((row) => ({ no: row.parcel_no, landUse: row.land_use, rings: ringsOf(row.shape) }))
    .filter(({ rings }) => rings.length > 0);
  return { srid: own.srid, parcel: ringsOf(own.shape), neighbours, frame: own.frame };
}

/** Longest side of a small drawing, in steps to which it is simplified. */
const STEPS = 60;

/** Rings of some parcels for drawings as small as a word, as of an instant, else in their latest state; by id. */
export async function listSmallShapes(
  pool: pg.Pool,
  ids: readonly string[],
  before: Date | null,
): Promise<ReadonlyMap<string, readonly Ring[]>> {
  const rows = await queryRows<{ id: string; shape: Shape }>(
    pool,
    `select distinct on (p.parcel_id) p.parcel_id as id, st_asgeojson(st_simplifypreservetopology(p.geom_legal,
       greatest(st_xmax(p.geom_legal) - st_xmin(p.geom_legal), st_ymax(p.geom_legal) - st_ymin(p.geom_legal)) / ${STEPS}), 2)::json as shape
     from portal.parcel p where p.parcel_id = any($1::uuid[]) and ($2::timestamptz is null or p.registered_at < $2)
     order by p.parcel_id, p.ended_at is null desc, p.registered_at desc`,
    [ids, before],
  );
  return new Map(rows.map(({ id, shape }) => [id, ringsOf(shape)]));
}
