import type pg from 'pg';

/** Reference data a parser needs, since it has no database of its own. */
export interface ImportReference {
  readonly landUse: readonly string[];
  readonly legacyLandUse: readonly string[];
  readonly purposeSumDifferenceM2: number;
}

export async function getImportReference(db: pg.Pool | pg.PoolClient): Promise<ImportReference> {
  const { rows } = await db.query<{ code: string; present: boolean }>(
    `select code, bool_or(valid_to is null or valid_to > current_date) as present from reference.land_use where not is_group group by code`,
  );
  const setting = await db.query<{ value: string | null }>(
    `select reference.setting_on('purpose_sum_difference_m2', current_date) as value`,
  );
  return {
    landUse: rows.filter((row) => row.present).map((row) => row.code),
    legacyLandUse: rows.filter((row) => !row.present).map((row) => row.code),
    purposeSumDifferenceM2: Number(setting.rows[0]?.value ?? 0.5),
  };
}
