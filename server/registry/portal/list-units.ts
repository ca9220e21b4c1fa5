import type pg from 'pg';
import { listUnits, type UnitRow } from '../../db/portal/front.ts';

/** Communes of today and former ones with what they became, each by name. */
export async function listAllUnits(pool: pg.Pool): Promise<{ present: UnitRow[]; former: UnitRow[] }> {
  const units = await listUnits(pool);
  return {
    present: units.filter((unit) => unit.validTo === null),
    former: units.filter((unit) => unit.validTo !== null),
  };
}
