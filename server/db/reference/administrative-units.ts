import type pg from 'pg';

/** A unit for the time it existed; days as YYYY-MM-DD, `validTo` exclusive. */
export interface AdministrativeUnit {
  readonly code: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly name: string;
}

export interface UnitExtent {
  readonly minLon: number;
  readonly minLat: number;
  readonly maxLon: number;
  readonly maxLat: number;
}

type Queryable = pg.Pool | pg.PoolClient;

const COLUMNS = `u.code, u.valid_from::text as "validFrom", u.valid_to::text as "validTo", u.name`;

/** Every unit that ever had a code, oldest first. */
export async function listUnitsWithCode(db: Queryable, code: string): Promise<AdministrativeUnit[]> {
  const { rows } = await db.query<AdministrativeUnit>(
    `select ${COLUMNS} from reference.administrative_unit u where u.code = $1 order by u.valid_from`,
    [code],
  );
  return rows;
}

/** The units that took over a unit, directly. */
export async function listSuccessors(db: Queryable, unit: AdministrativeUnit): Promise<AdministrativeUnit[]> {
  const { rows } = await db.query<AdministrativeUnit>(
    `select ${COLUMNS} from reference.administrative_unit_successor s
     join reference.administrative_unit u on u.code = s.new_code and u.valid_from = s.new_valid_from
     where s.old_code = $1 and s.old_valid_from = $2 order by u.code`,
    [unit.code, unit.validFrom],
  );
  return rows;
}

/** Codes of the units that a unit took over. */
export async function listPredecessorCodes(db: Queryable, unit: AdministrativeUnit): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    'select old_code as code from reference.administrative_unit_successor where new_code = $1 and new_valid_from = $2 order by 1',
    [unit.code, unit.validFrom],
  );
  return rows.map((row) => row.code);
}

/** Where a unit lies (WGS 84), or undefined while nobody has said. */
export async function findExtent(db: Queryable, unit: AdministrativeUnit): Promise<UnitExtent | undefined> {
  const { rows } = await db.query<UnitExtent>(
    `select min_lon as "minLon", min_lat as "minLat", max_lon as "maxLon", max_lat as "maxLat"
     from reference.administrative_unit_extent where code = $1 and valid_from = $2`,
    [unit.code, unit.validFrom],
  );
  return rows[0];
}
