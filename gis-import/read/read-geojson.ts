/**
 * Shapes of a GeoJSON file (RFC 7946): boundaries of communes and thematic layers. Read whole, hence the limit.
 * Coordinates are [longitude, latitude] unless the file carries the `crs` member of 2008, which GDAL still writes.
 */
import { readFile, stat } from 'node:fs/promises';
import { FileRefused, type Finding, type FindingCode } from '../../server/domain/finding/finding.ts';
import { geometryProblem, type Polygons, polygonsOf } from './geojson-polygons.ts';
import { simpleOf } from './geojson-simple.ts';
import type { RawSimple } from './raw-row.ts';

const MAX_BYTES = 64 << 20;

export interface GeoJsonRecord {
  /** 1-based, the order of the file. */
  readonly recordNo: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Polygons > rings > positions [x, y]; empty when `problem` says why. Heights are dropped. */
  readonly polygons: Polygons;
  /** Points or lines, which are no polygon; their `problem` says so too. */
  readonly simple: RawSimple | null;
  readonly problem: { readonly code: FindingCode; readonly detail: NonNullable<Finding['detail']> } | null;
}

export interface OpenedGeoJson {
  readonly records: number;
  /** EPSG code: 4326, or what the file's `crs` member names; null where that member is not understood. */
  readonly srid: number | null;
  features(): Iterable<GeoJsonRecord>;
}

/** Throws FileRefused with the place of the damage. A feature that is no polygon is yielded with its problem. */
export async function openGeoJson(path: string, maxBytes = MAX_BYTES): Promise<OpenedGeoJson> {
  const { size } = await stat(path);
  if (size > maxBytes) throw new FileRefused('file.too_large', { bytes: size, limitBytes: maxBytes });
  const root = parseJson(await readFile(path));
  const collection = isObject(root) && root.type === 'FeatureCollection';
  const features = collection ? root.features : [root];
  if (!Array.isArray(features)) throw new FileRefused('file.geojson_damaged', { place: '$.features' });
  features.forEach((feature, i) => {
    if (!isObject(feature) || feature.type !== 'Feature') {
      throw new FileRefused('file.geojson_damaged', {
        place: collection ? `$.features[${i}]` : '$',
        records: features.length,
      });
    }
  });
  if (features.length === 0) throw new FileRefused('file.no_records', { records: 0 });
  return {
    records: features.length,
    srid: sridOf(root),
    *features() {
      for (const [i, feature] of features.entries()) yield readFeature(feature as Record<string, unknown>, i + 1);
    },
  };
}

function readFeature({ geometry, properties }: Record<string, unknown>, recordNo: number): GeoJsonRecord {
  const known = isObject(properties) ? properties : {};
  const problem = geometryProblem(geometry);
  const simple = problem?.code === 'geometry.not_polygon' ? simpleOf(geometry as object) : null;
  return { recordNo, properties: known, polygons: problem ? [] : polygonsOf(geometry), simple, problem };
}

function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FileRefused('file.geojson_damaged', { problem: 'not UTF-8' }, { cause: error });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const at = position === undefined ? text.length : Number(position);
    const before = text.slice(0, at).split('\n');
    throw new FileRefused(
      'file.geojson_damaged',
      { line: before.length, column: before.at(-1)!.length + 1 },
      { cause: error },
    );
  }
}

function sridOf(root: unknown): number | null {
  if (!isObject(root) || root.crs === undefined || root.crs === null) return 4326;
  const name = isObject(root.crs) && isObject(root.crs.properties) ? String(root.crs.properties.name ?? '') : '';
  if (/CRS84$/i.test(name)) return 4326;
  const code = /EPSG:{1,2}(?:[\d.]*:)?(\d{4,6})$/i.exec(name)?.[1];
  return code === undefined ? null : Number(code);
}

/** A JSON object, not an array and not null. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
