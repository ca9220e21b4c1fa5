/** Restrictions of parcels as dealings write them. */
import type { RestrictionKind } from '../../domain/dealing/payload/burdens.ts';
import type { DocumentReference } from '../../domain/dealing/payload/parts.ts';
import type { Trx } from '../kit/transaction.ts';

/** A shape as a payload says it: GeoJSON in the sheet's own system. */
export interface SaidShape {
  readonly type: 'Point' | 'LineString' | 'Polygon';
  readonly coordinates: unknown;
}
const geoJson = ({ type, coordinates }: SaidShape) => JSON.stringify({ type, coordinates });

export interface ShapeOnParcel {
  readonly valid: boolean;
  /** How far it reaches out of the parcel, m. */
  readonly outM: number;
  /** Ground of the parcel under it, m²; null of a point, of a line, and where it is not valid. */
  readonly insideM2: number | null;
}

/** How a shape lies on the present boundary of a parcel. */
export async function lookAtShape(trx: Trx, parcelId: string, shape: SaidShape): Promise<ShapeOnParcel> {
  const { rows } = await trx.query<ShapeOnParcel>(
    `select st_isvalid(s.geom) and not st_isempty(s.geom) and (st_dimension(s.geom) = 0 or st_length(s.geom) + st_perimeter(s.geom) > 0) as valid,
       case when st_isvalid(s.geom) then coalesce(
         (select max(st_distance(d.geom, v.geom_legal)) from st_dumppoints(st_difference(s.geom, v.geom_legal)) d), 0) else 0 end as "outM",
       case when st_isvalid(s.geom) and st_dimension(s.geom) = 2 then st_area(st_intersection(s.geom, v.geom_legal)) end as "insideM2"
     from cadastre.parcel_version v
     cross join lateral (select st_setsrid(st_geomfromgeojson($2), st_srid(v.geom_legal)) as geom) s
     where v.parcel_id = $1 and v.status = 'current'`,
    [parcelId, geoJson(shape)],
  );
  const [row] = rows;
  if (!row) throw new Error(`parcel ${parcelId} is not current`);
  return row;
}

export interface NewRestriction {
  readonly restrictionId: string;
  readonly parcelId: string;
  readonly kind: RestrictionKind;
  readonly geometry: SaidShape | null;
  readonly document: DocumentReference;
}

export async function insertRestriction(
  trx: Trx,
  dealingId: string,
  communeCode: string,
  { restrictionId, parcelId, kind, geometry, document }: NewRestriction,
): Promise<void> {
  await trx.query(
    `insert into rights.restriction (restriction_id, parcel_id, commune_code, kind, geom_legal, document, raised_by, registered_at)
     select $1, v.parcel_id, $3, $4, st_setsrid(st_geomfromgeojson($5), st_srid(v.geom_legal)), $6, $7, dealing.legal_moment($7)
     from cadastre.parcel_version v where v.parcel_id = $2 and v.status = 'current'`,
    [restrictionId, parcelId, communeCode, kind, geometry && geoJson(geometry), JSON.stringify(document), dealingId],
  );
}

/** Ends a restriction that holds; how many, none or one. */
export async function endRestriction(trx: Trx, dealingId: string, restrictionId: string): Promise<number> {
  const { rowCount } = await trx.query(
    'update rights.restriction set ended_at = dealing.legal_moment($1), ended_by = $1 where restriction_id = $2 and ended_at is null',
    [dealingId, restrictionId],
  );
  return rowCount ?? 0;
}

/** Restrictions of parcels that end go on on those that follow them: on each that the shape meets, on all where it has none. */
export async function followRestrictions(
  trx: Trx,
  dealingId: string,
  parcelIds: readonly string[],
  followers: readonly string[],
): Promise<void> {
  await trx.query(
    `with old as (
       update rights.restriction set ended_at = dealing.legal_moment($1), ended_by = $1 where parcel_id = any($2::uuid[]) and ended_at is null returning *)
     insert into rights.restriction (restriction_id, parcel_id, commune_code, kind, geom_legal, document, raised_by, registered_at)
     select gen_random_uuid(), v.parcel_id, o.commune_code, o.kind, o.geom_legal, o.document, $1::uuid, dealing.legal_moment($1)
     from old o join cadastre.parcel_version v on v.parcel_id = any($3::uuid[]) and v.status = 'current'
       and (o.geom_legal is null or st_dwithin(o.geom_legal, v.geom_legal, 0.0001))`,
    [dealingId, parcelIds, followers],
  );
}
