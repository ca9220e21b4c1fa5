/** Boundaries as rows of text and shape, whether they come as a shapefile or as GeoJSON. */

import { findProjection } from '../../server/domain/crs.ts';
import type { ColumnVerdict } from '../../server/domain/encoding/evidence.ts';
import type { Finding } from '../../server/domain/finding/finding.ts';
import { type CellText, readCells } from '../convert/cell/read-cells.ts';
import { decodeColumnNames } from '../convert/columns/decode-column-names.ts';
import { uniqueNames } from '../convert/columns/unique-names.ts';
import type { BoundaryRow } from '../convert/convert-boundary.ts';
import { createTableEvidence, type EncodingVerdict } from '../convert/decide-encoding.ts';
import type { ProjectionQuestion } from '../convert/projection/decide-projection.ts';
import { openShapefile } from '../read/open-shapefile.ts';
import { claimOfPrj } from '../read/prj/claim-of-prj.ts';
import { type GeoJsonRecord, openGeoJson } from '../read/read-geojson.ts';
import type { OpenedSource } from '../unpack/opened-source.ts';
import type { ParseJob } from './parse-protocol.ts';

export interface BoundarySource {
  readonly records: number;
  readonly columns: readonly string[];
  readonly encoding: EncodingVerdict;
  /** What the file says about its system. */
  readonly claim: ProjectionQuestion['prj'];
  readonly findings: readonly Finding[];
  /** May be called again. */
  rows(): AsyncIterable<BoundaryRow>;
  close(): Promise<void>;
}

/** Throws FileRefused. */
export function openBoundaries(source: OpenedSource, options: ParseJob['options']): Promise<BoundarySource> {
  return source.kind === 'geojson' ? openGeoJsonBoundaries(source.path) : openShapefileBoundaries(source, options);
}

async function openShapefileBoundaries(
  source: OpenedSource & { kind: 'shapefile' },
  options: ParseJob['options'],
): Promise<BoundarySource> {
  const file = await openShapefile(source.parts);
  try {
    const forced = options.encoding === 'auto' ? null : options.encoding;
    const evidence = createTableEvidence(file.fields.length);
    for await (const row of file.dbfRows()) if (!row.deleted) evidence.add(row.cells);
    const encoding = evidence.verdict(forced);
    return {
      records: file.records,
      columns: uniqueNames(
        decodeColumnNames(
          file.fields.map((field) => field.name),
          encoding.used,
        ),
      ),
      encoding,
      claim: claimOfPrj(file.prj),
      findings: file.findings,
      async *rows() {
        for await (const row of file.rows())
          yield { ...row, cells: readCells(row.cells, { verdicts: encoding.columns, forced }) };
      },
      close: file.close,
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

const UTF8: EncodingVerdict = {
  detected: 'utf8',
  used: 'utf8',
  confidence: 1,
  why: [{ code: 'encoding.geojson', params: {} }],
  columns: [],
};

const GEOJSON_COLUMN: ColumnVerdict = {
  encoding: 'utf8',
  confidence: 1,
  why: { code: 'encoding.geojson', params: {} },
  values: 0,
  runnerUp: null,
};

async function openGeoJsonBoundaries(path: string): Promise<BoundarySource> {
  const file = await openGeoJson(path);
  const keys = new Set<string>();
  for (const { properties } of file.features()) for (const key of Object.keys(properties)) keys.add(key);
  const columns = [...keys];
  return {
    records: file.records,
    columns: uniqueNames(columns.map((key) => key.toWellFormed())),
    encoding: UTF8,
    claim:
      file.srid === null ? 'unreadable' : { srid: findProjection(file.srid)?.srid ?? null, name: `EPSG:${file.srid}` },
    findings: [],
    async *rows() {
      for (const feature of file.features()) yield rowOf(feature, columns);
    },
    async close() {},
  };
}

function rowOf({ recordNo, properties, polygons, problem }: GeoJsonRecord, columns: readonly string[]): BoundaryRow {
  const values = columns.map((column) =>
    plainValue(Object.hasOwn(properties, column) ? properties[column] : undefined),
  );
  const cells = values.map((value): CellText => {
    const bytes = new TextEncoder().encode(value === undefined || value === null ? '' : String(value));
    return readCells([bytes], { verdicts: [GEOJSON_COLUMN], forced: null })[0]!;
  });
  const shape: BoundaryRow['shape'] = problem
    ? { kind: 'unusable', ...problem }
    : {
        kind: 'polygon',
        parts: polygons.flat().map((ring) => Float64Array.from(ring.flat())),
        hadZ: false,
        hadM: false,
      };
  return { recordNo, deleted: false, cells, values, shape };
}

const LONGEST = 4_000;

/** What jsonb can hold: half a surrogate pair it cannot, and a nested value is kept as the start of its text. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  try {
    return JSON.stringify(value).slice(0, LONGEST).toWellFormed();
  } catch (error) {
    if (error instanceof RangeError) return '…'; // nested deeper than the stack
    throw error;
  }
}
