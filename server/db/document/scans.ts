/** Schema document: scanned files and their pages, as the worker moves them. */
import type { PageMark, PageState, PageTurn, PictureSize } from '../../domain/document/document.ts';
import type { ScanTrouble } from '../../domain/document/scan-trouble.ts';
import type { Trx } from '../kit/transaction.ts';

export interface NewScan {
  readonly scanId: string;
  readonly sha256: string;
  readonly sourceName: string;
  readonly communeCode: string;
  readonly createdBy: string;
}

export type ScanStatus = 'received' | 'split' | 'read' | 'refused';

export interface ScanRow extends NewScan {
  readonly status: ScanStatus;
  readonly pages: number | null;
  readonly trouble: ScanTrouble | null;
  readonly attempts: number;
}

/** The scan that these bytes are in the archive of a commune. */
export async function findScanOf(trx: Trx, sha256: string, communeCode: string): Promise<string | undefined> {
  const { rows } = await trx.query<{ scanId: string }>(
    `select scan_id as "scanId" from document.scan where sha256 = decode($1, 'hex') and commune_code = $2`,
    [sha256, communeCode],
  );
  return rows[0]?.scanId;
}

export async function insertScan(trx: Trx, scan: NewScan): Promise<void> {
  await trx.query(
    `insert into document.scan (scan_id, sha256, source_name, commune_code, created_by) values ($1, decode($2, 'hex'), $3, $4, $5)`,
    [scan.scanId, scan.sha256, scan.sourceName, scan.communeCode, scan.createdBy],
  );
}

/** A scan; `lock` holds it to the end of the transaction. */
export async function findScan(trx: Trx, scanId: string, lock = false): Promise<ScanRow | undefined> {
  const { rows } = await trx.query<ScanRow>(
    `select scan_id as "scanId", encode(sha256, 'hex') as sha256, source_name as "sourceName", commune_code as "communeCode",
       created_by as "createdBy", status, pages, trouble, attempts from document.scan where scan_id = $1 ${lock ? 'for update' : ''}`,
    [scanId],
  );
  return rows[0];
}

/** Counts an attempt; which one it is. */
export async function beginScan(trx: Trx, scanId: string): Promise<number> {
  const { rows } = await trx.query<{ attempts: number }>(
    'update document.scan set attempts = attempts + 1 where scan_id = $1 returning attempts',
    [scanId],
  );
  return rows[0]?.attempts ?? 0;
}

/** Takes an attempt back that the machine is to blame for. */
export async function forgetScanAttempt(trx: Trx, scanId: string): Promise<void> {
  await trx.query('update document.scan set attempts = greatest(attempts - 1, 0) where scan_id = $1', [scanId]);
}

export async function setScanPages(trx: Trx, scanId: string, pages: number): Promise<void> {
  await trx.query('update document.scan set pages = $2 where scan_id = $1 and pages is null', [scanId, pages]);
}

/** Moves a scan; false where it is not in that state any more. */
export async function moveScan(
  trx: Trx,
  scanId: string,
  from: ScanStatus,
  to: ScanStatus,
  trouble: ScanTrouble | null = null,
): Promise<boolean> {
  const { rowCount } = await trx.query(
    'update document.scan set status = $3, trouble = $4, attempts = 0 where scan_id = $1 and status = $2',
    [scanId, from, to, trouble],
  );
  return rowCount === 1;
}

export interface NewPage {
  readonly pageNo: number;
  readonly dpi: number | null;
  readonly ink: number;
  readonly likeness: string;
  readonly straightened: number;
  /** Sealed. */
  readonly codes: Buffer;
  readonly pictures: readonly {
    readonly size: PictureSize;
    readonly sha256: string;
    readonly width: number;
    readonly height: number;
  }[];
}

/** Notes a page that was drawn; one that is there already stays as it is. */
export async function insertPage(trx: Trx, scanId: string, page: NewPage): Promise<void> {
  const { rowCount } = await trx.query(
    `insert into document.scan_page (scan_id, page_no, state, dpi, ink, likeness, straightened, codes)
     values ($1, $2, 'split', $3, $4, decode($5, 'hex'), $6, $7) on conflict do nothing`,
    [scanId, page.pageNo, page.dpi, page.ink, page.likeness, page.straightened, page.codes],
  );
  if (rowCount === 0) return;
  for (const { size, sha256, width, height } of page.pictures) {
    await trx.query(
      `insert into document.page_picture (scan_id, page_no, size, sha256, width, height) values ($1, $2, $3, decode($4, 'hex'), $5, $6)`,
      [scanId, page.pageNo, size, sha256, width, height],
    );
  }
}

/** Notes a page that is not shown, and why. */
export async function insertRefusedPage(trx: Trx, scanId: string, pageNo: number, trouble: ScanTrouble): Promise<void> {
  await trx.query(
    `insert into document.scan_page (scan_id, page_no, state, trouble) values ($1, $2, 'refused', $3) on conflict do nothing`,
    [scanId, pageNo, trouble],
  );
}

export interface PageRow {
  readonly pageNo: number;
  readonly state: PageState;
  readonly trouble: ScanTrouble | null;
  readonly dpi: number | null;
  readonly ink: number | null;
  readonly likeness: string | null;
  readonly codes: Buffer | null;
  readonly words: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly turn: PageTurn;
  readonly mark: PageMark | null;
}

/** Pages of a scan in the order of the file. */
export async function listPages(trx: Trx, scanId: string): Promise<PageRow[]> {
  const { rows } = await trx.query<PageRow>(
    `select p.page_no as "pageNo", p.state, p.trouble, p.dpi, p.ink, encode(p.likeness, 'hex') as likeness, p.codes, p.words, p.mark,
       p.turn, f.width, f.height from document.scan_page p
     left join document.page_picture f on f.scan_id = p.scan_id and f.page_no = p.page_no and f.size = 'full'
     where p.scan_id = $1 order by p.page_no`,
    [scanId],
  );
  return rows;
}

export interface PageToRead {
  readonly dpi: number | null;
  /** Of the full picture. */
  readonly sha256: string;
  readonly attempts: number;
  /** How the nearest page of the file that is read already stands; 0 where none is. */
  readonly expectedTurn: PageTurn;
}

/** Counts an attempt at a page that waits to be read; undefined where it is read. */
export async function beginPage(trx: Trx, scanId: string, pageNo: number): Promise<PageToRead | undefined> {
  const { rows } = await trx.query<PageToRead>(
    `update document.scan_page p set attempts = p.attempts + 1 from document.page_picture f
     where p.scan_id = $1 and p.page_no = $2 and p.state = 'split' and f.scan_id = p.scan_id and f.page_no = p.page_no and f.size = 'full'
     returning p.dpi, encode(f.sha256, 'hex') as sha256, p.attempts,
       coalesce((select n.turn from document.scan_page n where n.scan_id = $1 and n.state = 'read'
                 order by abs(n.page_no - $2), n.page_no limit 1), 0) as "expectedTurn"`,
    [scanId, pageNo],
  );
  return rows[0];
}

export async function forgetPageAttempt(trx: Trx, scanId: string, pageNo: number): Promise<void> {
  await trx.query(
    'update document.scan_page set attempts = greatest(attempts - 1, 0) where scan_id = $1 and page_no = $2',
    [scanId, pageNo],
  );
}

export interface PageReading {
  /** Sealed; null where it could not be read. */
  readonly words: Buffer | null;
  /** How the page was turned for it. */
  readonly turn: PageTurn;
  readonly reader: string;
  readonly confidence: number | null;
  readonly trouble: ScanTrouble | null;
}

/** Keeps what was read of a page; false where somebody else was first. */
export async function setPageRead(trx: Trx, scanId: string, pageNo: number, reading: PageReading): Promise<boolean> {
  const { rowCount } = await trx.query(
    `update document.scan_page set state = 'read', words = $3, reader = $4, confidence = $5, trouble = $6, turn = $7
     where scan_id = $1 and page_no = $2 and state = 'split'`,
    [scanId, pageNo, reading.words, reading.reader, reading.confidence, reading.trouble, reading.turn],
  );
  return rowCount === 1;
}

/** Notes what a page was taken for. */
export async function setPageKind(
  trx: Trx,
  scanId: string,
  pageNo: number,
  { kind, side, mark }: { readonly kind: string | null; readonly side: string | null; readonly mark: PageMark | null },
): Promise<void> {
  await trx.query('update document.scan_page set kind = $3, side = $4, mark = $5 where scan_id = $1 and page_no = $2', [
    scanId,
    pageNo,
    kind,
    side,
    mark,
  ]);
}
