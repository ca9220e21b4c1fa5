/** Communes as the public may read them (portal.commune: one row per unit and time of existence). */
import type pg from 'pg';
import type { Commune } from '../../domain/contract/communes.ts';
import { queryRows } from '../kit/query-rows.ts';

interface Row {
  code: string;
  name: string;
  kind: string;
  valid_from: string;
  valid_to: string | null;
  old_codes: string[] | null;
  successor_codes: string[] | null;
  min_lon: number | null;
  min_lat: number | null;
  max_lon: number | null;
  max_lat: number | null;
}

const COLUMNS = `code::text, name, kind, valid_from::text, valid_to::text, old_codes, successor_codes,
  min_lon, min_lat, max_lon, max_lat`;

const toCommune = (row: Row): Commune => ({
  code: row.code,
  name: row.name,
  kind: row.kind,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  oldCodes: row.old_codes ?? [],
  successorCodes: row.successor_codes ?? [],
  bbox:
    row.min_lon === null || row.min_lat === null || row.max_lon === null || row.max_lat === null
      ? null
      : [row.min_lon, row.min_lat, row.max_lon, row.max_lat],
});

/** The units that existed on a day (`YYYY-MM-DD`), by code. */
export async function listCommunesOn(pool: pg.Pool, day: string): Promise<Commune[]> {
  const rows = await queryRows<Row>(
    pool,
    `select ${COLUMNS} from portal.commune where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by code`,
    [day],
  );
  return rows.map(toCommune);
}

/** The unit a code means on a day (`YYYY-MM-DD`); if none had it then, the last one that did. */
export async function findCommuneOn(pool: pg.Pool, code: string, day: string): Promise<Commune | undefined> {
  const [row] = await queryRows<Row>(
    pool,
    `select ${COLUMNS} from portal.commune where code = $1::char(5)
     order by (valid_from <= $2::date and (valid_to is null or valid_to > $2::date)) desc, valid_from desc limit 1`,
    [code, day],
  );
  return row && toCommune(row);
}

/**
 * The present units that a code, meant on a day, stands for: itself while that unit exists, else its successors through
 * every reform since. Codes were reused in 2025, so the day decides which unit is meant. Unknown code: none.
 */
export async function listPresentUnits(pool: pg.Pool, code: string, day: string): Promise<string[]> {
  const rows = await queryRows<{ code: string }>(
    pool,
    `with recursive chain(code, valid_to, successor_codes) as (
       (select code::text, valid_to, successor_codes from portal.commune where code = $1::char(5)
        order by (valid_from <= $2::date and (valid_to is null or valid_to > $2::date)) desc, valid_from desc limit 1)
       union
       select c.code::text, c.valid_to, c.successor_codes
       from chain join portal.commune c on c.code::text = any(chain.successor_codes) and c.valid_from >= chain.valid_to
     ) select code from chain where valid_to is null order by code`,
    [code, day],
  );
  return rows.map((row) => row.code);
}
