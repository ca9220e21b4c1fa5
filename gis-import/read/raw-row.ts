/** One record of a source file, before anybody has interpreted it. */
import type { Finding, FindingCode } from '../../server/domain/finding/finding.ts';

/**
 * A record's geometry as the file holds it. A shape that cannot be used keeps its reason, so that the counts add up.
 * `parts`: one ring each, x and y interleaved, axis order and points exactly as in the file, closing point included.
 */
export type RawShape =
  | {
      readonly kind: 'polygon';
      readonly parts: readonly Float64Array[];
      readonly hadZ: boolean;
      readonly hadM: boolean;
      /** Bytes of the record behind its content. */
      readonly surplusBytes?: number;
    }
  | RawSimple
  | { readonly kind: 'unusable'; readonly code: FindingCode; readonly detail: NonNullable<Finding['detail']> };

/** Lines, one a part; or points, all in one part. A thematic layer may hold them, a parcel not. */
export interface RawSimple {
  readonly kind: 'lines' | 'points';
  /** As the format calls it. */
  readonly type: string;
  readonly parts: readonly Float64Array[];
}

/** A row of the attribute table. */
export interface DbfRow {
  /** 1-based, the order of the file. */
  readonly recordNo: number;
  /** Marked `*` in the table: its owner deleted it, and the caller counts it as ignored. */
  readonly deleted: boolean;
  /**
   * Bytes per field, trailing blanks and NULs cut (not in binary columns). Views into a shared chunk of the file: who
   * keeps a cell for long should copy it.
   */
  readonly cells: readonly Uint8Array[];
}

export interface RawRow extends DbfRow {
  readonly shape: RawShape;
}
