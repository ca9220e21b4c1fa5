/** Records of a batch as they are reviewed: raw beside candidate, with findings. Personal data; the caller masks and logs. */

import type { RecordStatus } from '../../domain/batch/import-report.ts';
import type { Box } from '../../domain/contract/batch/batch-shapes.ts';
import type { FindingCode, Severity } from '../../domain/finding/finding.ts';
import { box } from '../kit/box.ts';
import type { Trx } from '../kit/transaction.ts';

export interface RecordRow {
  readonly recordNo: number;
  readonly status: RecordStatus;
  readonly exclusionReason: string | null;
  readonly raw: Record<string, string>;
  readonly candidate: Record<string, unknown> | null;
  readonly areaM2: number | null;
  readonly parcelCode: string | null;
  readonly parcelId: string | null;
  readonly bbox: Box | null;
  readonly findings: {
    readonly code: FindingCode;
    readonly severity: Severity;
    readonly recordNo: number;
    readonly detail: Record<string, unknown>;
    readonly settledBy: string | null;
  }[];
}

type Drawing = { readonly type: string; readonly coordinates: unknown };
export interface RecordGeometryRow extends RecordRow {
  readonly geometry: Drawing | null;
  readonly geometryLegal: Drawing | null;
  readonly srid: number | null;
}

const COLUMNS = `r.record_no as "recordNo", r.status, regexp_replace(r.exclusion_reason, '^excluded: ', '') as "exclusionReason", r.raw, r.candidate, round(r.area_m2, 2)::float8 as "areaM2",
  r.parcel_code::text as "parcelCode", (select p.parcel_id from cadastre.parcel p where p.parcel_id = r.parcel_id) as "parcelId",
  case when r.geom is null then null else ${box('r.geom')} end as bbox,
  coalesce((select json_agg(json_build_object('code', f.code, 'severity', f.severity, 'recordNo', f.record_no, 'detail', f.detail, 'settledBy', f.settled_by)
      order by f.code, f.finding_id) from staging.finding f where f.batch_id = r.batch_id and f.record_no = r.record_no), '[]') as findings`;

/** Records of a batch by their numbers, in the order of these (record_pkey). */
export async function listRecordRows(trx: Trx, batchId: string, recordNos: readonly number[]): Promise<RecordRow[]> {
  const { rows } = await trx.query<RecordRow>(
    `select ${COLUMNS} from staging.record r where r.batch_id = $1 and r.record_no = any($2::int[])`,
    [batchId, recordNos],
  );
  const byNo = new Map(rows.map((row) => [row.recordNo, row]));
  return recordNos.flatMap((no) => byNo.get(no) ?? []);
}

export async function findRecordRow(
  trx: Trx,
  batchId: string,
  recordNo: number,
): Promise<RecordGeometryRow | undefined> {
  const { rows } = await trx.query<RecordGeometryRow>(
    // 8 decimals of a degree are 1 mm; the legal coordinates are stored at 0.1 mm.
    `select ${COLUMNS}, st_asgeojson(st_transform(r.geom, 4326), 8)::json as geometry, st_asgeojson(r.geom_legal, 4)::json as "geometryLegal",
       st_srid(r.geom_legal) as srid
     from staging.record r where r.batch_id = $1 and r.record_no = $2`,
    [batchId, recordNo],
  );
  return rows[0];
}

/** Shapes around a record, of its batch and of the register, in the system of its sheet. */
export async function listSurroundings(
  trx: Trx,
  batchId: string,
  recordNo: number,
  metres: number,
  atMost: number,
): Promise<Drawing[]> {
  const { rows } = await trx.query<{ ring: Drawing }>('select ring from staging.surroundings($1, $2, $3, $4)', [
    batchId,
    recordNo,
    metres,
    atMost,
  ]);
  return rows.map(({ ring }) => ring);
}

export interface OutlineRow {
  readonly recordNo: number;
  readonly status: RecordStatus;
  readonly sheetNo: string | null;
  readonly parcelNo: string | null;
  readonly codes: FindingCode[];
  readonly geometry: Drawing;
}

/** Outlines in degrees, never a person. */
export async function listOutlineRows(trx: Trx, batchId: string, after: number, limit: number): Promise<OutlineRow[]> {
  const { rows } = await trx.query<OutlineRow>(
    `select r.record_no as "recordNo", r.status, r.sheet_no as "sheetNo", r.parcel_no as "parcelNo",
       coalesce((select array_agg(distinct f.code order by f.code) from staging.finding f
         where f.batch_id = r.batch_id and f.record_no = r.record_no and f.settled_by is null), '{}') as codes,
       st_asgeojson(st_transform(r.geom, 4326), 7)::json as geometry
     from staging.record r where r.batch_id = $1 and r.record_no > $2 and r.geom is not null order by r.record_no limit $3`,
    [batchId, after, limit],
  );
  return rows;
}
