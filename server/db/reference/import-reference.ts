import type pg from 'pg';

/** Reference data a parser needs, since it has no database of its own. */
export interface ImportReference {
  readonly landUse: readonly string[];
  readonly legacyLandUse: readonly string[];
  readonly purposeSumDifferenceM2: number;
  /** Codes of all provinces, two digits: an identity number begins with one. */
  readonly provinces: readonly string[];
  /** This year: nobody is born later. */
  readonly year: number;
}

export async function getImportReference(db: pg.Pool | pg.PoolClient): Promise<ImportReference> {
  const { rows } = await db.query<{ code: string; present: boolean }>(
    `select code, bool_or(valid_to is null or valid_to > current_date) as present from reference.land_use where not is_group group by code`,
  );
  const setting = await db.query<{ value: string | null }>(
    `select reference.setting_on('purpose_sum_difference_m2', current_date) as value`,
  );
  const people = await db.query<{ provinces: string[]; year: number }>(
    `select array(select distinct province_code from reference.administrative_unit order by 1) as provinces,
       extract(year from current_date)::int as year`,
  );
  return {
    ...people.rows[0]!,
    landUse: rows.filter((row) => row.present).map((row) => row.code),
    legacyLandUse: rows.filter((row) => !row.present).map((row) => row.code),
    purposeSumDifferenceM2: Number(setting.rows[0]?.value ?? 0.5),
  };
}
