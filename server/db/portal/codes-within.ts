import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

/** Codes of the parcels of now whose point lies in an area (a polygon of GeoJSON as text, degrees), as role diaba_portal. */
export async function listCodesWithin(pool: pg.Pool, polygon: string, atMost: number): Promise<string[]> {
  const rows = await queryRows<{ code: string }>(pool, 'select code from portal.codes_within($1, $2) as code', [
    polygon,
    atMost,
  ]);
  return rows.map(({ code }) => code);
}
