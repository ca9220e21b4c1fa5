import { open } from 'node:fs/promises';
import type pg from 'pg';
import { type OpenRow, readOpenParcels } from '../../db/portal/open-data.ts';
import { csvRecord } from '../../domain/csv-record.ts';
import type { OpenDataPlan } from './plan-open-data.ts';

/** So that spreadsheets take the file for UTF-8. */
const BOM = '\ufeff';
/** 8 decimals of a degree are 1 mm. */
const degrees = (value: number) => Number(value.toFixed(8));

/** The columns of a plan, with those of the geometry, as names and as values of a row. */
function columnsOf({ columns, geometry, point }: OpenDataPlan) {
  const boundary = (row: OpenRow) => (typeof row.boundary === 'string' ? row.boundary : null);
  return [
    ...columns,
    ...(geometry === 'legal' ? [{ name: 'srid', value: (row: OpenRow) => row.srid }] : []),
    ...(geometry === null ? [] : [{ name: 'wkt', value: boundary }]),
    ...(point
      ? [
          { name: 'lon', value: (row: OpenRow) => degrees(row.lon) },
          { name: 'lat', value: (row: OpenRow) => degrees(row.lat) },
        ]
      : []),
  ];
}

/** Writes a commune as CSV to a new file: RFC 4180, UTF-8 with BOM, one header record. Stops when `signal` aborts. */
export async function exportCsv(pool: pg.Pool, plan: OpenDataPlan, path: string, signal: AbortSignal): Promise<void> {
  const columns = columnsOf(plan);
  const geometry = plan.geometry === null ? null : ({ form: plan.geometry, as: 'wkt' } as const);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.appendFile(BOM + csvRecord(columns.map((column) => column.name)));
    for await (const rows of readOpenParcels(pool, plan.sheets, geometry)) {
      signal.throwIfAborted();
      await file.appendFile(rows.map((row) => csvRecord(columns.map((column) => column.value(row)))).join(''));
    }
  } finally {
    await file.close();
  }
}
