/** Schema document: map sheets on paper, and what batches were digitised from. */
import type { PageTurn } from '../../domain/document/document.ts';
import type { ControlPoint, TracedParcel } from '../../domain/map-sheet/map-sheet.ts';
import type { TransformationKind } from '../../domain/map-sheet/transformation.ts';
import type { Trx } from '../kit/transaction.ts';

export interface PageToPlace {
  readonly scanId: string;
  readonly pageNo: number;
  readonly communeCode: string;
  readonly communeName: string;
  readonly sourceName: string;
  readonly width: number;
  readonly height: number;
  readonly turn: PageTurn;
  readonly dpi: number | null;
}

/** A page of a document that is shown; undefined where it is not there or not the actor's to know. */
export async function findPageToPlace(trx: Trx, documentId: string, page: number): Promise<PageToPlace | undefined> {
  const { rows } = await trx.query<PageToPlace>(
    `select g.scan_id as "scanId", g.page_no as "pageNo", d.commune_code as "communeCode", coalesce(u.name, d.commune_code::text) as "communeName",
       s.source_name as "sourceName", f.width, f.height, g.turn, g.dpi
     from document.document d
     join document.document_page m using (document_id)
     join document.scan s on s.scan_id = m.scan_id
     join document.scan_page g on g.scan_id = m.scan_id and g.page_no = m.page_no
     join document.page_picture f on f.scan_id = g.scan_id and f.page_no = g.page_no and f.size = 'full'
     left join lateral (select u.name from reference.administrative_unit u where u.code = d.commune_code and u.valid_to is null limit 1) u on true
     where d.document_id = $1 and m.ordinal = $2`,
    [documentId, page],
  );
  return rows[0];
}

export interface MapSheet {
  readonly srid: number;
  readonly scale: number;
  readonly sheetNo: string;
  readonly method: TransformationKind;
  readonly points: ControlPoint[];
  readonly rmsM: number | null;
  readonly verdict: 'open' | 'few' | 'within' | 'beyond';
  readonly parcels: TracedParcel[];
  readonly version: number;
}

const COLUMNS = `srid, scale, sheet_no as "sheetNo", method, points, rms_m as "rmsM", verdict, parcels, version`;

/** The sheet that a page is; `lock` holds it to the end of the transaction. */
export async function findMapSheet(
  trx: Trx,
  { scanId, pageNo }: Pick<PageToPlace, 'scanId' | 'pageNo'>,
  lock = false,
): Promise<MapSheet | undefined> {
  const { rows } = await trx.query<MapSheet>(
    `select ${COLUMNS} from document.map_sheet where scan_id = $1 and page_no = $2 ${lock ? 'for update' : ''}`,
    [scanId, pageNo],
  );
  return rows[0];
}

/** Keeps a sheet for the first time; false where somebody else did meanwhile. */
export async function insertMapSheet(
  trx: Trx,
  page: PageToPlace,
  sheet: Omit<MapSheet, 'version' | 'parcels'>,
  by: string,
): Promise<boolean> {
  const { rowCount } = await trx.query(
    `insert into document.map_sheet (scan_id, page_no, commune_code, srid, scale, sheet_no, method, points, rms_m, verdict, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      page.scanId,
      page.pageNo,
      page.communeCode,
      sheet.srid,
      sheet.scale,
      sheet.sheetNo,
      sheet.method,
      JSON.stringify(sheet.points),
      sheet.rmsM,
      sheet.verdict,
      by,
    ],
  );
  return rowCount === 1;
}

/** Changes a sheet that is held; a trigger counts the version. */
export async function updateMapSheet(
  trx: Trx,
  { scanId, pageNo }: PageToPlace,
  sheet: Omit<MapSheet, 'version'>,
  by: string,
): Promise<void> {
  await trx.query(
    `update document.map_sheet set srid = $3, scale = $4, sheet_no = $5, method = $6, points = $7, rms_m = $8, verdict = $9, parcels = $10,
       changed_by = $11 where scan_id = $1 and page_no = $2`,
    [
      scanId,
      pageNo,
      sheet.srid,
      sheet.scale,
      sheet.sheetNo,
      sheet.method,
      JSON.stringify(sheet.points),
      sheet.rmsM,
      sheet.verdict,
      JSON.stringify(sheet.parcels),
      by,
    ],
  );
}

/** Allowed error of a corner by scale on a day, metres. */
export async function listCornerTolerances(trx: Trx, day: string): Promise<{ scale: number; toleranceM: number }[]> {
  const { rows } = await trx.query<{ scale: number; toleranceM: number }>(
    `select scale, (tolerance_cm / 100)::float8 as "toleranceM" from reference.corner_tolerance
     where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by scale`,
    [day],
  );
  return rows;
}

export interface Digitisation {
  readonly batchId: string;
  readonly parcels: number;
  readonly at: Date;
}

/** Batches that came of a sheet, the latest first. */
export async function listDigitisations(
  trx: Trx,
  { scanId, pageNo }: Pick<PageToPlace, 'scanId' | 'pageNo'>,
): Promise<Digitisation[]> {
  const { rows } = await trx.query<Digitisation>(
    `select batch_id as "batchId", parcels, made_at as at from document.digitisation where scan_id = $1 and page_no = $2 order by made_at desc`,
    [scanId, pageNo],
  );
  return rows;
}

/** Says what a batch was digitised from; what was said first stays. */
export async function insertDigitisation(
  trx: Trx,
  batchId: string,
  page: PageToPlace,
  sheet: MapSheet & { readonly rmsM: number },
  { toleranceM, by }: { readonly toleranceM: number; readonly by: string },
): Promise<void> {
  await trx.query(
    `insert into document.digitisation (batch_id, scan_id, page_no, commune_code, srid, scale, sheet_no, method, points, rms_m, tolerance_m,
       parcels, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    [
      batchId,
      page.scanId,
      page.pageNo,
      page.communeCode,
      sheet.srid,
      sheet.scale,
      sheet.sheetNo,
      sheet.method,
      JSON.stringify(sheet.points),
      sheet.rmsM,
      toleranceM,
      sheet.parcels.length,
      by,
    ],
  );
}

export interface DigitisedFrom {
  readonly documentId: string | null;
  readonly page: number | null;
  readonly sheetNo: string;
  readonly scale: number;
  readonly srid: number;
  readonly method: TransformationKind;
  readonly points: number;
  readonly rmsM: number;
  readonly toleranceM: number;
  readonly madeBy: { readonly id: string; readonly name: string | null };
  readonly madeAt: Date;
}

/** What a batch was digitised from; undefined for one that came as a file. */
export async function findDigitisation(trx: Trx, batchId: string): Promise<DigitisedFrom | undefined> {
  const { rows } = await trx.query<DigitisedFrom>(
    `select m.document_id as "documentId", m.ordinal as page, g.sheet_no as "sheetNo", g.scale, g.srid, g.method,
       (select count(*)::int from jsonb_array_elements(g.points) p where (p ->> 'used')::boolean) as points, g.rms_m as "rmsM",
       g.tolerance_m as "toleranceM", json_build_object('id', g.made_by, 'name', (select s.name from staging.staff s where s.actor = g.made_by)) as "madeBy",
       g.made_at as "madeAt"
     from document.digitisation g left join document.document_page m using (scan_id, page_no) where g.batch_id = $1`,
    [batchId],
  );
  return rows[0];
}
