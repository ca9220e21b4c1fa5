/** Registered land under a map sheet on paper. */
import type { Trx } from '../kit/transaction.ts';

export interface LandUnderSheet {
  readonly no: string;
  readonly sheet: string;
  readonly rings: [east: number, north: number][][];
}

/** Parcels that are told, and one more by which it is seen that there are others. */
export const MOST_UNDER_SHEET = 3_000;

/**
 * Current parcels that meet a box [west, south, east, north] in metres of system `srid`, nearest to its middle first, at most one more than
 * MOST_UNDER_SHEET; their rings in that system to 0.1 mm. By the index on `geom`.
 */
export async function listLandUnderSheet(
  trx: Trx,
  srid: number,
  [west, south, east, north]: readonly [number, number, number, number],
): Promise<LandUnderSheet[]> {
  const { rows } = await trx.query<LandUnderSheet>(
    `with box as materialized (select st_makeenvelope($2, $3, $4, $5, $1) as legal, (select st_srid(geom) from cadastre.parcel_version limit 1) as registry)
     select v.parcel_no as no, s.number as sheet, st_asgeojson(l.legal, 4)::json -> 'coordinates' as rings
     from box b join cadastre.parcel_version v on v.geom && st_transform(b.legal, b.registry) and v.status = 'current'
     join cadastre.sheet s using (sheet_id)
     cross join lateral (select case when st_srid(v.geom_legal) = $1 then v.geom_legal else st_transform(v.geom_legal, $1) end as legal offset 0) l
     where st_intersects(l.legal, b.legal)
     order by st_distance(l.legal, st_centroid(b.legal)), v.parcel_id limit ${MOST_UNDER_SHEET + 1}`,
    [srid, west, south, east, north],
  );
  return rows;
}
