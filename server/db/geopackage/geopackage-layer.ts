/** What the writer of a GeoPackage needs to know of its one layer, and what goes to it; passes between threads. */
import type { OpenColumn } from '../../domain/publication/open-data-columns.ts';

export interface GeoPackageLayer {
  /** File that is made; it must not exist. */
  readonly path: string;
  readonly name: string;
  /** For people: shown by programs beside the name. */
  readonly title: string;
  readonly description: string;
  readonly columns: readonly { readonly name: string; readonly kind: OpenColumn['kind'] }[];
  /** System of the boundaries; null for a table without them. */
  readonly srid: number | null;
  /** Definitions of 4326 and of `srid`. */
  readonly systems: readonly { readonly srid: number; readonly wkt: string }[];
  /** When what the file holds last changed, ISO 8601 in UTC. */
  readonly changedAt: string;
  /** Dublin Core terms by name. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface GeoPackageRow {
  readonly values: readonly (string | number | null)[];
  /** Little-endian WKB of a polygon, east before north. */
  readonly boundary: Uint8Array | null;
  /** minX, maxX, minY, maxY. */
  readonly box: readonly [number, number, number, number];
}
