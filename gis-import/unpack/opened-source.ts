/** What unpacking hands on. */
import type { PartKind } from './member-kind.ts';

/** One file that came along. `name` is a label for people and never a path. */
export interface SourceMember {
  readonly name: string;
  readonly status: 'read' | 'ignored';
  /** Why it was ignored: `junk`, `companion`, `unknown_kind` or `other_set`; null when read. */
  readonly reason: 'junk' | 'companion' | 'unknown_kind' | 'other_set' | null;
}

/** Paths of the parts. From a zip: files of our own naming in the scratch folder; loose: the files themselves. */
export type ShapefilePaths = { readonly shp: string } & Partial<Readonly<Record<PartKind, string>>>;

interface Opened {
  readonly members: readonly SourceMember[];
  /** Size of what was given: the zip, or the parts of a loose set together. */
  readonly bytes: number;
  /**
   * SHA-256, hex. Of the file's bytes (zip, GeoJSON, containers); of a loose set: over shp, shx, dbf, prj, cpg in this order, each
   * as its length (64 bits, big-endian) and its bytes, an absent part as length 2^64 - 1.
   */
  readonly sha256: string;
}

export type OpenedSource =
  | (Opened & { readonly kind: 'shapefile'; readonly parts: ShapefilePaths })
  | (Opened & { readonly kind: 'geojson' | 'exchange'; readonly path: string })
  | (Opened & { readonly kind: 'table'; readonly path: string; readonly format: 'csv' | 'xlsx' })
  | (Opened & {
      readonly kind: 'container';
      readonly path: string;
      readonly format: 'gpkg' | 'gml' | 'gdb';
      readonly scratchDir: string;
    });
