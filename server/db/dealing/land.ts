/** Land of dealings: cut, kept as pending while a dealing is open, and made versions of the register when it is registered. */
import type { RaisedParcel } from '../../domain/contract/dealing/dealings.ts';
import type { StandingPurpose } from '../../domain/dealing/standing.ts';
import { prepared } from '../kit/prepared.ts';
import { sendTogether } from '../kit/send-together.ts';
import type { Trx } from '../kit/transaction.ts';

/** A polygon as PostGIS gave it: hexadecimal EWKB goes back unchanged, the rings are for reading. */
export interface Piece {
  readonly ewkb: string;
  /** GeoJSON rings, east and north in metres, all digits. */
  readonly rings: number[][][];
  readonly areaM2: number;
  /** Twice the radius of the largest circle inside, m. */
  readonly widthM: number;
}

/** The pieces into which lines cut a parcel's current boundary, from north to south and west to east (as parcels are numbered). */
export async function cutParcel(
  trx: Trx,
  parcelId: string,
  version: number,
  lines: readonly (readonly (readonly number[])[])[],
): Promise<Piece[]> {
  const { rows } = await trx.query<{ ewkb: string; shape: { coordinates: number[][][] }; area: number; width: number }>(
    prepared(
      `select st_asewkb(p.geom)::text as ewkb, st_asgeojson(p.geom, 15)::json as shape, st_area(p.geom) as area, cadastre.overlap_width_m(p.geom) as width
     from cadastre.parcel_version v
     cross join lateral cadastre.cut(v.geom_legal, st_setsrid(st_geomfromgeojson($3), st_srid(v.geom_legal))) as p(geom)
     where v.parcel_id = $1 and v.version_no = $2
     order by round(st_y(st_pointonsurface(p.geom))::numeric, 1) desc, st_x(st_pointonsurface(p.geom))`,
      [parcelId, version, JSON.stringify({ type: 'MultiLineString', coordinates: lines })],
    ),
  );
  return rows.map(({ ewkb, shape, area, width }) => ({
    ewkb: ewkb.replace(/^\\x/, ''),
    rings: shape.coordinates,
    areaM2: area,
    widthM: width,
  }));
}

/** A neighbour whose edge a cut ends on, with the corner put into it. */
export interface CorneredNeighbour {
  readonly parcelId: string;
  readonly version: number;
  readonly ewkb: string;
  readonly no: string;
  readonly areaM2: number;
}

/** Current neighbours of parcels, in the same system, on whose edges the new pieces have corners that the neighbours lack. */
export async function findCorneredNeighbours(
  trx: Trx,
  parcelIds: readonly string[],
  pieces: readonly Pick<Piece, 'ewkb'>[],
): Promise<CorneredNeighbour[]> {
  const { rows } = await trx.query<CorneredNeighbour>(
    prepared(
      `with parent as materialized (
       select st_collect(geom_legal) as geom_legal, st_collect(geom) as geom from cadastre.parcel_version where parcel_id = any($1::uuid[]) and status = 'current'),
     corner as materialized (
       select c.geom from parent p cross join lateral cadastre.new_corners(p.geom_legal,
         (select st_collect(st_geomfromewkb(decode(e, 'hex'))) from unnest($2::text[]) e)) as c(geom)),
     neighbour as (
       select v.parcel_id, v.version_no, v.parcel_no, v.geom_legal from parent p
       join cadastre.parcel_version v on v.geom && st_expand(p.geom, 0.01) and v.status = 'current' and v.parcel_id <> all($1::uuid[])
         and st_srid(v.geom_legal) = st_srid(p.geom_legal)),
     touched as (
       select n.parcel_id, n.version_no, n.parcel_no, n.geom_legal, array_agg(c.geom order by st_x(c.geom), st_y(c.geom)) as corners
       from neighbour n join corner c on st_dwithin(c.geom, st_boundary(n.geom_legal), 0.0001)
         and not exists (select from st_dumppoints(n.geom_legal) k where st_x(k.geom) = st_x(c.geom) and st_y(k.geom) = st_y(c.geom))
       group by 1, 2, 3, 4)
     select t.parcel_id as "parcelId", t.version_no as version, st_asewkb(s.geom)::text as ewkb, t.parcel_no as no, st_area(s.geom) as "areaM2"
     from touched t cross join lateral (
       with recursive step(n, geom) as (
         select 0, t.geom_legal union all
         select n + 1, cadastre.with_corner(geom, t.corners[n + 1]) from step where n < cardinality(t.corners))
       select geom from step order by n desc limit 1) s
     where st_isvalid(s.geom) and not st_equals(s.geom, t.geom_legal) or st_npoints(s.geom) <> st_npoints(t.geom_legal)
     order by t.parcel_id`,
      [parcelIds, pieces.map(({ ewkb }) => ewkb)],
    ),
  );
  return rows.map((row) => ({ ...row, ewkb: row.ewkb.replace(/^\\x/, '') }));
}

/** Land that a dealing would register. */
export interface PlannedParcel {
  readonly parcelId: string;
  readonly role: 'raised' | 'changed' | 'neighbour';
  readonly version: number;
  readonly sheetId: string;
  readonly no: string;
  readonly code: string;
  readonly landUse: string;
  readonly areaM2: number;
  readonly legalAreaM2: number | null;
  readonly ewkb: string;
  /** East and north in metres of the sheet's system. */
  readonly featurePoint: readonly [number, number];
  /** Where more is known than the codes: areas. */
  readonly purposes?: readonly StandingPurpose[];
}

/** Keeps the land of a dealing that is lodged. The address is the parent's until somebody says otherwise. */
export async function insertPendingParcels(
  trx: Trx,
  dealingId: string,
  parentId: string,
  parcels: readonly PlannedParcel[],
): Promise<void> {
  if (parcels.length === 0) return;
  const rows = parcels.map(({ featurePoint: [x, y], purposes: _, ...parcel }) => ({
    ...parcel,
    x,
    y,
    addressOf: parcel.role === 'raised' ? parentId : parcel.parcelId,
  }));
  await trx.query(
    prepared(
      `insert into dealing.pending_parcel (dealing_id, ordinal, role, parcel_id, version_no, sheet_id, parcel_no, parcel_code, land_use, area_m2,
       legal_area_m2, address, geom_legal, geom, feature_point)
     select $1, (select coalesce(max(p.ordinal), 0) from dealing.pending_parcel p where p.dealing_id = $1) + l.n, l.role, l."parcelId", l.version, l."sheetId", l.no, l.code,
       l."landUse", round(l."areaM2", 2), l."legalAreaM2", coalesce((select v.address from cadastre.parcel_version v where v.parcel_id = l."addressOf" order by v.version_no desc limit 1),
         (select p.address from dealing.pending_parcel p where p.parcel_id = l."addressOf" order by p.version_no desc limit 1)),
       g.geom, cadastre.to_registry(g.geom), st_setsrid(st_makepoint(l.x, l.y), st_srid(g.geom))
     from rows from (jsonb_to_recordset($2::jsonb) as (role text, "parcelId" uuid, version int, "sheetId" uuid, no text, code char(12), "landUse" text, "areaM2" numeric,
         "legalAreaM2" numeric, "addressOf" uuid, ewkb text, x float8, y float8)) with ordinality
       as l(role, "parcelId", version, "sheetId", no, code, "landUse", "areaM2", "legalAreaM2", "addressOf", ewkb, x, y, n)
     cross join lateral (select st_geomfromewkb(decode(l.ewkb, 'hex')) as geom offset 0) g order by l.n`,
      [dealingId, JSON.stringify(rows)],
    ),
  );
}

/** Ids, numbers and codes that the new parcels of a lodged dealing were given. */
export async function listKeptParcels(
  trx: Trx,
  dealingId: string,
): Promise<{ parcelId: string; no: string; code: string; legalAreaM2: number | null }[]> {
  const { rows } = await trx.query<{ parcelId: string; no: string; code: string; legalAreaM2: number | null }>(
    prepared(
      `select parcel_id as "parcelId", parcel_no as no, parcel_code::text as code, legal_area_m2::float8 as "legalAreaM2"
     from dealing.pending_parcel where dealing_id = $1 and role = 'raised' order by ordinal`,
      [dealingId],
    ),
  );
  return rows;
}

/** Land that was kept, or described by the same words before anything was kept. */
export async function listPendingParcels(trx: Trx, dealingId: string): Promise<RaisedParcel[]> {
  const { rows } = await trx.query<RaisedParcel>(
    prepared(
      `select p.parcel_id as "parcelId", p.role, s.number as sheet, p.parcel_no as no, p.land_use as "landUse", p.area_m2::float8 as "areaM2",
       p.legal_area_m2::float8 as "legalAreaM2", st_asgeojson(st_transform(p.geom, 4326), 8)::json as geometry,
       json_build_object('srid', st_srid(p.geom_legal), 'coordinates', st_asgeojson(p.geom_legal, 4)::json -> 'coordinates') as "geometryLegal"
     from dealing.pending_parcel p join cadastre.sheet s using (sheet_id) where p.dealing_id = $1 order by p.ordinal`,
      [dealingId],
    ),
  );
  return rows;
}

/** The same words for land that is only planned. */
export async function describePlannedParcels(trx: Trx, parcels: readonly PlannedParcel[]): Promise<RaisedParcel[]> {
  const { rows } = await trx.query<Pick<RaisedParcel, 'geometry' | 'geometryLegal'>>(
    prepared(
      `select st_asgeojson(st_transform(cadastre.to_registry(g.geom), 4326), 8)::json as geometry,
       json_build_object('srid', st_srid(g.geom), 'coordinates', st_asgeojson(g.geom, 4)::json -> 'coordinates') as "geometryLegal"
     from (select n, st_geomfromewkb(decode(e, 'hex')) as geom from unnest($1::text[]) with ordinality as u(e, n)) g order by g.n`,
      [parcels.map(({ ewkb }) => ewkb)],
    ),
  );
  const sheets = await trx.query<{ id: string; number: string }>(
    prepared('select sheet_id as id, number from cadastre.sheet where sheet_id = any($1::uuid[])', [
      [...new Set(parcels.map(({ sheetId }) => sheetId))],
    ]),
  );
  const sheetOf = new Map(sheets.rows.map(({ id, number }) => [id, number]));
  return parcels.map((parcel, at) => ({
    parcelId: parcel.parcelId,
    role: parcel.role,
    sheet: sheetOf.get(parcel.sheetId) ?? '',
    no: parcel.no,
    landUse: parcel.landUse,
    areaM2: Math.round(parcel.areaM2 * 100) / 100,
    legalAreaM2: parcel.legalAreaM2,
    ...rows[at]!,
  }));
}

/** Ends the present versions of parcels by a dealing; how many there were. */
export async function endVersions(trx: Trx, dealingId: string, parcelIds: readonly string[]): Promise<number> {
  const { rowCount } = await trx.query(
    prepared(
      `update cadastre.parcel_version set status = 'historic', ended_at = dealing.legal_moment($1), ended_by = $1 where parcel_id = any($2::uuid[]) and status = 'current'`,
      [dealingId, parcelIds],
    ),
  );
  return rowCount ?? 0;
}

/** Makes the kept land of a dealing current, with lineage from its targets to what is new. What it replaces was ended before. */
export async function registerPendingParcels(
  trx: Trx,
  dealingId: string,
  parentIds: readonly string[],
  purposes: ReadonlyMap<string, readonly StandingPurpose[]> = new Map(),
): Promise<void> {
  const said = [...purposes].map(([parcelId, own]) => ({ parcelId, purposes: own }));
  await sendTogether(trx, () => [
    trx.query(
      prepared(
        `insert into cadastre.parcel (parcel_id, parcel_code, raised_by)
       select parcel_id, parcel_code, dealing_id from dealing.pending_parcel where dealing_id = $1 and role = 'raised'`,
        [dealingId],
      ),
    ),
    trx.query(
      prepared(
        `insert into cadastre.parcel_version (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, legal_area_m2, address,
         raised_by, registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
       select parcel_id, version_no, sheet_id, parcel_no, parcel_code, 'current', land_use, area_m2, legal_area_m2, address, dealing_id, (select dealing.legal_moment($1)),
         geom_legal, geom, st_transform(geom, 3857), st_transform(cadastre.label_point(geom_legal, feature_point), 3857), feature_point
       from dealing.pending_parcel where dealing_id = $1`,
        [dealingId],
      ),
    ),
    // As said. Of the others one purpose is all of the parcel; several keep their codes, and their areas are said by a dealing on purposes. Neighbours keep theirs.
    trx.query(
      prepared(
        `insert into cadastre.parcel_purpose (parcel_id, version_no, ordinal, land_use_code, area_m2, until)
       select p.parcel_id, p.version_no, e.n, e.p ->> 'code', (e.p ->> 'areaM2')::numeric, (e.p ->> 'until')::date
       from jsonb_to_recordset($2::jsonb) as s("parcelId" uuid, purposes jsonb)
       join dealing.pending_parcel p on p.dealing_id = $1 and p.parcel_id = s."parcelId"
       cross join lateral jsonb_array_elements(s.purposes) with ordinality as e(p, n)
       union all
       select p.parcel_id, p.version_no, c.n, c.code, case when cardinality(string_to_array(p.land_use, '+')) = 1 then coalesce(p.legal_area_m2, p.area_m2) end, null
       from dealing.pending_parcel p cross join lateral unnest(string_to_array(p.land_use, '+')) with ordinality as c(code, n)
       where p.dealing_id = $1 and p.role <> 'neighbour' and p.parcel_id <> all($3::uuid[])
       union all
       select p.parcel_id, p.version_no, o.ordinal, o.land_use_code, o.area_m2, o.until
       from dealing.pending_parcel p join cadastre.parcel_purpose o on o.parcel_id = p.parcel_id and o.version_no = p.version_no - 1
       where p.dealing_id = $1 and p.role = 'neighbour'`,
        [dealingId, JSON.stringify(said), [...purposes.keys()]],
      ),
    ),
    trx.query(
      prepared(
        `insert into cadastre.lineage (parent_id, child_id, dealing_id)
       select parent, p.parcel_id, p.dealing_id from dealing.pending_parcel p cross join unnest($2::uuid[]) parent
       where p.dealing_id = $1 and p.role = 'raised'`,
        [dealingId, parentIds],
      ),
    ),
  ]);
}

/** What the circular allows areas to differ by, m² (TT 26/2024 Annex 04); null for a scale that it has no line for. */
export async function areaTolerances(
  trx: Trx,
  scale: number | null,
  areasM2: readonly number[],
): Promise<(number | null)[]> {
  const { rows } = await trx.query<{ allowed: number | null }>(
    prepared(
      `select reference.area_tolerance_m2(coalesce($1, 2000), a.m2, current_date)::float8 as allowed
     from unnest($2::numeric[]) with ordinality as a(m2, n) order by a.n`,
      [scale, areasM2],
    ),
  );
  return rows.map(({ allowed }) => allowed);
}

/** The same of one area. */
export const areaTolerance = async (trx: Trx, scale: number | null, areaM2: number): Promise<number | null> =>
  (await areaTolerances(trx, scale, [areaM2]))[0] ?? null;
