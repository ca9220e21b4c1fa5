import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

/** Codes of the invented communes of today. */
export async function listFictionalCommunes(pool: pg.Pool): Promise<string[]> {
  const rows = await queryRows<{ code: string }>(
    pool,
    'select code from reference.administrative_unit where fictional and valid_to is null order by code',
  );
  return rows.map((row) => row.code);
}
