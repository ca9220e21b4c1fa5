/** Boundaries that are moved between parcels, and boundaries that were surveyed anew, as PostGIS sees them. */
import type { Trx } from '../kit/transaction.ts';
import type { Piece } from './land.ts';

/** A part of the ground of neighbours that is divided anew. */
export interface RedividedPiece extends Piece {
  /** Ground that it has in common with each of the parcels as they are, in their order, m². */
  readonly sharedM2: readonly number[];
}

/** The ground of current parcels divided anew by lines; null where they are not one piece. */
export async function redivideParcels(
  trx: Trx,
  parcelIds: readonly string[],
  lines: readonly (readonly (readonly number[])[])[],
  toleranceM: number,
): Promise<RedividedPiece[] | null> {
  const { rows } = await trx.query<{
    ewkb: string;
    shape: { coordinates: number[][][] };
    areaM2: number;
    widthM: number;
    sharedM2: number[];
  }>(
    `with part as materialized (
       select w.n, v.geom_legal from unnest($1::uuid[]) with ordinality as w(parcel_id, n)
       join cadastre.parcel_version v on v.parcel_id = w.parcel_id and v.status = 'current'),
     piece as materialized (
       select c.geom from (select array_agg(geom_legal order by n) as parts, st_srid(st_collect(geom_legal)) as srid from part) p
       cross join lateral cadastre.redivide(p.parts, st_setsrid(st_geomfromgeojson($2), p.srid), $3) as c(geom))
     select substr(st_asewkb(p.geom)::text, 3) as ewkb, st_asgeojson(p.geom, 15)::json as shape, st_area(p.geom) as "areaM2",
       cadastre.overlap_width_m(p.geom) as "widthM",
       array(select st_area(st_intersection(p.geom, o.geom_legal)) from part o order by o.n) as "sharedM2"
     from piece p`,
    [parcelIds, JSON.stringify({ type: 'MultiLineString', coordinates: lines }), toleranceM],
  );
  if (rows.length === 0) return null;
  return rows.map(({ shape, ...piece }) => ({ ...piece, rings: shape.coordinates }));
}

export interface Surveyed {
  /** Null where the rings make no polygon. */
  readonly shape: Piece | null;
  /** Ground in common with the parcel as it is, m². */
  readonly sharedM2: number;
  /** Ground of the parcel as it is that nobody would have, m². */
  readonly gapM2: number;
  /** Whether it is the boundary that is registered. */
  readonly same: boolean;
}

/** A surveyed boundary of a current parcel, with corners that are known taken as they are. */
export async function lookAtSurvey(
  trx: Trx,
  parcelId: string,
  rings: readonly (readonly (readonly number[])[])[],
): Promise<Surveyed> {
  const { rows } = await trx.query<{
    ewkb: string | null;
    coordinates: { coordinates: number[][][] } | null;
    areaM2: number | null;
    widthM: number | null;
    sharedM2: number | null;
    gapM2: number | null;
    same: boolean | null;
  }>(
    `with own as materialized (
       select v.parcel_id, v.geom, v.geom_legal from cadastre.parcel_version v where v.parcel_id = $1 and v.status = 'current'),
     around as materialized (
       select n.geom_legal from own join cadastre.parcel_version n on n.geom && st_expand(own.geom, 50) and n.status = 'current'
         and n.parcel_id <> own.parcel_id and st_srid(n.geom_legal) = st_srid(own.geom_legal)),
     shape as materialized (
       select cadastre.survey_shape(st_setsrid(st_geomfromgeojson($2), st_srid(own.geom_legal)),
         (select st_collect(k.geom_legal) from (select geom_legal from around union all select own.geom_legal) k)) as geom from own)
     select substr(st_asewkb(s.geom)::text, 3) as ewkb, st_asgeojson(s.geom, 15)::json as coordinates, st_area(s.geom) as "areaM2",
       cadastre.overlap_width_m(s.geom) as "widthM", st_area(st_intersection(s.geom, own.geom_legal)) as "sharedM2",
       st_area(st_difference(own.geom_legal, coalesce(st_union(s.geom, (select st_union(geom_legal) from around)), s.geom))) as "gapM2",
       st_equals(s.geom, own.geom_legal) and st_npoints(s.geom) = st_npoints(own.geom_legal) as same
     from shape s cross join own`,
    [parcelId, JSON.stringify({ type: 'Polygon', coordinates: rings })],
  );
  const [row] = rows;
  if (!row) throw new Error(`parcel ${parcelId} is not current`);
  const { ewkb, coordinates, areaM2, widthM } = row;
  return {
    shape:
      ewkb === null || coordinates === null || areaM2 === null
        ? null
        : { ewkb, rings: coordinates.coordinates, areaM2, widthM: widthM ?? 0 },
    sharedM2: row.sharedM2 ?? 0,
    gapM2: row.gapM2 ?? 0,
    same: row.same ?? false,
  };
}

export interface OverlappedParcel {
  readonly no: string;
  readonly sheet: string;
  readonly areaM2: number;
  readonly widthM: number | null;
}

/** Current parcels beside this one whose ground a shape would take, by the same limits as the register itself has (ADR 0006). */
export async function listOverlapped(
  trx: Trx,
  parcelId: string,
  ewkb: string,
  limits: { readonly areaM2: number; readonly widthM: number },
): Promise<OverlappedParcel[]> {
  const { rows } = await trx.query<OverlappedParcel>(
    `with shape as materialized (select cadastre.to_registry(st_geomfromewkb(decode($2, 'hex'))) as geom)
     select n.parcel_no as no, s.number as sheet, st_area(c.common) as "areaM2", cadastre.overlap_width_m(c.common) as "widthM"
     from shape join cadastre.parcel_version n on n.geom && shape.geom and n.status = 'current' and n.parcel_id <> $1
     join cadastre.sheet s using (sheet_id)
     cross join lateral (select st_collectionextract(st_intersection(n.geom, shape.geom), 3) as common) c
     where st_area(c.common) > $3 or (st_area(c.common) > 1e-6 and coalesce(cadastre.overlap_width_m(c.common), 'infinity') > $4)
     order by st_area(c.common) desc limit 20`,
    [parcelId, ewkb, limits.areaM2, limits.widthM],
  );
  return rows;
}
