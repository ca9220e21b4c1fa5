/** Dated code lists as the public may read them. */
import type pg from 'pg';
import type { ReferenceEntry } from '../../domain/contract/reference.ts';
import { queryRows } from '../kit/query-rows.ts';

interface Row {
  code: string;
  label_vi: string;
  label_en: string | null;
  valid_from: string;
  valid_to: string | null;
  attributes: Record<string, unknown> | null;
}

/** Whether a list of this name exists at all. */
export async function hasReferenceList(pool: pg.Pool, list: string): Promise<boolean> {
  const rows = await queryRows(pool, 'select 1 from portal.reference_list where list = $1 limit 1', [list]);
  return rows.length > 0;
}

/** The entries of a list in force on a day (`YYYY-MM-DD`), by code. */
export async function listReferenceOn(pool: pg.Pool, list: string, day: string): Promise<ReferenceEntry[]> {
  const rows = await queryRows<Row>(
    pool,
    `select code, label_vi, label_en, valid_from::text, valid_to::text, attributes from portal.reference_list
     where list = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by code, valid_from`,
    [list, day],
  );
  return rows.map((row) => ({
    code: row.code,
    labelVi: row.label_vi,
    labelEn: row.label_en,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    attributes: row.attributes ?? {},
  }));
}
