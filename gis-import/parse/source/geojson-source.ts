import { findProjection } from '../../../server/domain/crs.ts';
import { uniqueNames } from '../../convert/columns/unique-names.ts';
import type { RawShape } from '../../read/raw-row.ts';
import { type GeoJsonRecord, openGeoJson } from '../../read/read-geojson.ts';
import type { KnownEncoding, RecordSource, SourceColumn, SourceRow } from './record-source.ts';

/** RFC 7946: UTF-8 and nothing else. */
const WHY = { code: 'encoding.geojson', params: {} } as const;
const UTF8: KnownEncoding = {
  file: { detected: 'utf8', used: 'utf8', confidence: 1, why: [WHY], columns: [] },
  column: { encoding: 'utf8', confidence: 1, why: WHY, values: 0, runnerUp: null },
};

const COLUMN: SourceColumn = { width: null, isNumber: false, isElsewhere: false };
const encoder = new TextEncoder();

/** `encoding`: why its text is what it is. Throws FileRefused. */
export async function openGeoJsonSource(path: string, encoding: KnownEncoding = UTF8): Promise<RecordSource> {
  const file = await openGeoJson(path);
  const keys = new Set<string>();
  for (const { properties } of file.features()) for (const key of Object.keys(properties)) keys.add(key);
  const columns = [...keys];
  const names = uniqueNames(columns.map((key) => key.toWellFormed()));
  return {
    records: file.records,
    columns: columns.map(() => COLUMN),
    encoding,
    claim:
      file.srid === null ? 'unreadable' : { srid: findProjection(file.srid)?.srid ?? null, name: `EPSG:${file.srid}` },
    findings: [],
    nameColumns: () => names,
    async *rows() {
      for (const feature of file.features()) yield rowOf(feature, columns);
    },
    async close() {},
  };
}

function rowOf(
  { recordNo, properties, polygons, simple, problem }: GeoJsonRecord,
  columns: readonly string[],
): SourceRow {
  const values = columns.map((column) =>
    plainValue(Object.hasOwn(properties, column) ? properties[column] : undefined),
  );
  const cells = values.map((value) => encoder.encode(value === undefined || value === null ? '' : String(value)));
  const shape: RawShape =
    simple ??
    (problem
      ? { kind: 'unusable', ...problem }
      : {
          kind: 'polygon',
          parts: polygons.flat().map((ring) => Float64Array.from(ring.flat())),
          hadZ: false,
          hadM: false,
        });
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
