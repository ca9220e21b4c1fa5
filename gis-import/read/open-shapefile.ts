/**
 * Opens a shapefile: everything that can be counted is counted before the first record is read, and a file whose parts
 * disagree is refused whole. Afterwards rows stream with bounded memory.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { FileRefused, type Finding } from '../../server/domain/finding/finding.ts';
import { maskIdentityNumbers } from '../../server/domain/identity-number/mask-identity-numbers.ts';
import type { DbfField } from './dbf-field.ts';
import type { DbfHeader } from './dbf-header.ts';
import { planRecords } from './plan-records.ts';
import type { RawRow } from './raw-row.ts';
import { isBinary, openDbfCursor, readDbfHeader } from './read-dbf.ts';
import { openShpCursor } from './read-shp.ts';
import { findShx, type Shx } from './read-shx.ts';
import { findShpHeader, HEADER_BYTES, requireShapes, type Shapes, type ShpHeader } from './shp-header.ts';
import { parsePolygon } from './shp-polygon.ts';
import { parseShape } from './shp-simple.ts';
import { checkShx, checkShxOrder, walkShp } from './survey-records.ts';

/** Paths of the parts, as `unpack` hands them over. */
export interface ShapefileParts {
  readonly shp: string;
  /** Without it the shapes are only counted, and the set is refused. */
  readonly dbf?: string | undefined;
  readonly shx?: string | undefined;
  readonly prj?: string | undefined;
  readonly cpg?: string | undefined;
}

export interface OpenedShapefile {
  /** Rows that `rows()` will yield, deleted and unusable ones included. */
  readonly records: number;
  /** 5 polygon, 15 with Z, 25 with M. */
  readonly shapeType: number;
  /** minX, minY, maxX, maxY as the header claims. */
  readonly bbox: readonly [number, number, number, number];
  readonly fields: readonly DbfField[];
  readonly prj: string | null;
  readonly cpg: string | null;
  readonly languageByte: number;
  /** Facts about the file as a whole. */
  readonly findings: readonly Finding[];
  /** Attributes and shapes. May be called again. */
  rows(): AsyncIterable<RawRow>;
  close(): Promise<void>;
}

/** `shapes`: those its kind of import has a use for. Throws FileRefused; its detail says under `records` how many the file claims to hold. */
export async function openShapefile(parts: ShapefileParts, shapes: Shapes = 'polygons'): Promise<OpenedShapefile> {
  const handles: FileHandle[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(handles.splice(0).map((handle) => handle.close()));
  };
  const part = async (path: string): Promise<{ handle: FileHandle; size: number }> => {
    const handle = await open(path, 'r');
    handles.push(handle);
    return { handle, size: (await handle.stat()).size };
  };
  try {
    const shp = await part(parts.shp);
    const shxPart = parts.shx === undefined ? undefined : await part(parts.shx);
    const shx = shxPart && (await findShx(shxPart.handle, shxPart.size));
    if (parts.dbf === undefined) throw await withoutTable(shp, shx, shapes);
    const dbf = await part(parts.dbf);
    const dbfHeader = await readDbfHeader(dbf.handle, dbf.size).catch((error) => {
      throw withRecords(error, shx?.entries);
    });
    const header = await readShpHeader(shp, shx?.entries ?? dbfHeader.records, shapes);
    const end = header.claimedBytes; // what may follow is not part of the file
    const walk = await walkShp(shp.handle, end, shx);
    const shxCheck = shx && !walk.agreesWithShx ? await checkShx(shx, end) : undefined;
    const shxOrder = shx && shxCheck?.inside ? await checkShxOrder(shp.handle, shx, end) : undefined;
    const shxUnreadable = shxPart !== undefined && shx === undefined;
    const plan = planRecords({ walk, shx, shxUnreadable, shxCheck, shxOrder, dbfRecords: dbfHeader.records });
    const index = plan.via === 'shx' ? shx : undefined;
    return {
      records: plan.records,
      shapeType: header.shapeType,
      bbox: header.bbox,
      fields: dbfHeader.fields,
      languageByte: dbfHeader.languageByte,
      prj: await readText(parts.prj),
      cpg: (await readText(parts.cpg))?.trim() ?? null,
      findings: [...plan.findings, ...tableFindings(dbfHeader)],
      async *rows() {
        const cursor = openDbfCursor(dbf.handle, dbf.size, dbfHeader);
        const inFile = openShpCursor(shp.handle, end, index, shapes === 'polygons' ? parsePolygon : parseShape);
        for (let i = 0; i < plan.records; i++) {
          const row = cursor.row(i);
          const { recordNo, deleted, cells } = row instanceof Promise ? await row : row;
          const shape = inFile.shape(i);
          yield { recordNo, deleted, cells, shape: shape instanceof Promise ? await shape : shape };
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readShpHeader(
  shp: { handle: FileHandle; size: number },
  records: number,
  shapes: Shapes,
): Promise<ShpHeader> {
  const bytes = new Uint8Array(HEADER_BYTES);
  const { bytesRead } = await shp.handle.read(bytes, 0, HEADER_BYTES, 0);
  const header = findShpHeader(bytes.subarray(0, bytesRead));
  if (!header) throw new FileRefused('file.shp_damaged', { problem: 'no shapefile header', bytes: shp.size, records });
  requireShapes(header, records, shapes);
  const { claimedBytes } = header;
  if (claimedBytes > shp.size) throw new FileRefused('file.shp_truncated', { claimedBytes, bytes: shp.size, records });
  return header;
}

function withRecords(error: unknown, shxRecords: number | undefined): unknown {
  if (!(error instanceof FileRefused)) return error;
  const claimed = error.code === 'file.dbf_truncated' ? error.detail.claimedRows : 0;
  return new FileRefused(error.code, { ...error.detail, records: shxRecords ?? claimed ?? 0 }, { cause: error });
}

/** The refusal of a set without its table: the shapes are counted all the same (ADR 0007). */
async function withoutTable(
  shp: { handle: FileHandle; size: number },
  shx: Shx | undefined,
  shapes: Shapes,
): Promise<FileRefused> {
  const header = await readShpHeader(shp, shx?.entries ?? 0, shapes);
  const { records } = await walkShp(shp.handle, header.claimedBytes, undefined);
  return new FileRefused('file.dbf_missing', { records: shx?.entries ?? records });
}

/** Said once per column. Memos come out empty. */
function tableFindings({ fields, odd }: DbfHeader): Finding[] {
  const fact = (code: Finding['code'], detail: NonNullable<Finding['detail']>): Finding => ({
    code,
    recordNo: null,
    detail,
  });
  return [
    ...(odd ? [fact('file.dbf_header_odd', {})] : []),
    ...fields
      .filter(({ memo }) => memo)
      .map(({ name, type }) =>
        fact('file.member_ignored', { column: maskIdentityNumbers(name), type, reason: 'memo' }),
      ),
    ...fields
      .filter(isBinary)
      .map(({ name, type }) => fact('file.column_binary', { column: maskIdentityNumbers(name), type })),
  ];
}

/** The first 64 kB of a small text part; a .prj or .cpg is never longer. */
async function readText(path: string | undefined): Promise<string | null> {
  if (path === undefined) return null;
  const handle = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
  } finally {
    await handle.close();
  }
}
