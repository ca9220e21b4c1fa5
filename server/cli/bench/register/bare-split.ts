/**
 * What anybody would write to split a parcel by hand: one transaction as the owner of the tables, with their triggers, and nothing that the register asks besides: no rules, no
 * neighbours' corners, no numbers taken, no overshoot, no grid, no audit row, no tiles.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';

export interface SplitCase {
  readonly parcelId: string;
  readonly version: number;
  readonly srid: number;
  /** Across the parcel, a metre beyond it on both sides. */
  readonly line: readonly [readonly [number, number], readonly [number, number]];
}

/** Parcels that a line from west to east through their feature point cuts in two, drawn by their code. */
export async function listSplitCases(owner: pg.Client, howMany: number): Promise<SplitCase[]> {
  const { rows } = await owner.query<{
    id: string;
    version: number;
    srid: number;
    west: number;
    east: number;
    y: number;
  }>(
    `select v.parcel_id as id, v.version_no as version, st_srid(geom_legal) as srid, st_xmin(geom_legal) - 1 as west, st_xmax(geom_legal) + 1 as east, st_y(feature_point) as y
     from cadastre.parcel_version v where v.status = 'current' and v.area_m2 > 100
       and st_numgeometries(st_split(geom_legal, st_setsrid(st_makeline(st_makepoint(st_xmin(geom_legal) - 1, st_y(feature_point)),
         st_makepoint(st_xmax(geom_legal) + 1, st_y(feature_point))), st_srid(geom_legal)))) = 2
     order by md5(v.parcel_code) limit $1`,
    [howMany],
  );
  if (rows.length < howMany) throw new Error(`only ${rows.length} parcels can be cut`);
  return rows.map(({ id, version, srid, west, east, y }) => ({
    parcelId: id,
    version,
    srid,
    line: [
      [west, y],
      [east, y],
    ],
  }));
}

/** Milliseconds from `begin` to the answer of `commit`. */
export async function splitBare(owner: pg.Client, { parcelId, version, line }: SplitCase): Promise<number> {
  const dealing = randomUUID();
  const parts = [randomUUID(), randomUUID()];
  const started = performance.now();
  await owner.query('begin');
  await owner.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, initial_load, proposed_by, registered_at)
     select $1, 'split', 'registered', s.commune_code, s.commune_valid_from, true, 'bare', now()
     from cadastre.parcel_version v join cadastre.sheet s using (sheet_id) where v.parcel_id = $2 and v.version_no = $3`,
    [dealing, parcelId, version],
  );
  await owner.query(
    `update cadastre.parcel_version set status = 'historic', ended_at = now(), ended_by = $1 where parcel_id = $2 and status = 'current'`,
    [dealing, parcelId],
  );
  await owner.query(
    `with part as materialized (
       select ($2::uuid[])[d.path[1]] as id, d.path[1] as n, d.geom, cadastre.to_registry(d.geom) as there, st_pointonsurface(d.geom) as point, v.sheet_id, v.parcel_no, v.land_use, v.address,
         st_geohash(st_transform(st_pointonsurface(d.geom), 4326), 12) as code
       from cadastre.parcel_version v cross join lateral st_dump(st_split(v.geom_legal, st_setsrid(st_makeline(st_makepoint($5, $6), st_makepoint($7, $8)), st_srid(v.geom_legal)))) d
       where v.parcel_id = $3 and v.version_no = $4),
     parcel as (insert into cadastre.parcel (parcel_id, parcel_code, raised_by) select id, code, $1 from part)
     insert into cadastre.parcel_version (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, legal_area_m2, address,
       raised_by, registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
     select id, 1, sheet_id, parcel_no || '-' || n, code, 'current', land_use, st_area(geom), st_area(geom), address,
       $1, now(), geom, there, st_transform(there, 3857), st_transform(point, 3857), point from part`,
    [dealing, parts, parcelId, version, ...line[0], ...line[1]],
  );
  await owner.query(
    `insert into cadastre.parcel_purpose (parcel_id, version_no, ordinal, land_use_code)
     select u.id, 1, p.ordinal, p.land_use_code from unnest($1::uuid[]) u(id), cadastre.parcel_purpose p where p.parcel_id = $2 and p.version_no = $3`,
    [parts, parcelId, version],
  );
  await owner.query(
    'insert into cadastre.lineage (parent_id, child_id, dealing_id) select $1, u.id, $2 from unnest($3::uuid[]) u(id)',
    [parcelId, dealing, parts],
  );
  await owner.query(
    `with gone as (update rights."right" set ended_at = now(), ended_by = $1 where parcel_id = $2 and ended_at is null returning *)
     insert into rights."right" (right_id, parcel_id, party_id, kind, share_numerator, share_denominator, certificate_serial, commune_code, verified, raised_by, registered_at)
     select gen_random_uuid(), u.id, g.party_id, g.kind, g.share_numerator, g.share_denominator, g.certificate_serial, g.commune_code, g.verified, $1, now()
     from gone g, unnest($3::uuid[]) u(id)`,
    [dealing, parcelId, parts],
  );
  await owner.query('commit');
  return performance.now() - started;
}
