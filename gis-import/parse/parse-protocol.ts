/** What the importer and its parser child say to each other. Rows travel on the child's standard output as COPY text, in frames. */

import type { ImportOptions, ImportReport } from '../../server/domain/batch/import-report.ts';
import type { Finding, FindingCode } from '../../server/domain/finding/finding.ts';
import type { EncodingVerdict } from '../convert/decide-encoding.ts';
import type { Extent, ProjectionVerdict } from '../convert/projection/decide-projection.ts';

export interface ParseJob {
  readonly path: string;
  readonly scratchDir: string;
  readonly runId: string;
  readonly options: ImportOptions;
  readonly registrySrid: number;
  /** Where the land lies: the claimed commune, or all known units for boundaries. */
  readonly ground: Extent;
  /** Codes a record may name as its commune. */
  readonly communes: readonly string[];
  /** Units a boundary may be of, and where each is known to lie; empty for parcels. */
  readonly units: readonly { readonly code: string; readonly extent: Extent | null }[];
  readonly landUse: readonly string[];
  readonly legacyLandUse: readonly string[];
  readonly purposeSumDifferenceM2: number;
  /** What an identity number may begin with, and the latest year of birth. */
  readonly provinces: readonly string[];
  readonly year: number;
  /** 32 bytes, base64; for sealing identity numbers before a row is written. */
  readonly personalDataKey: string;
}

/** A column whose name says nothing. */
export type OtherColumn = NonNullable<ImportReport['otherColumns']>[number];

export interface SourceFile {
  readonly name: string;
  readonly kind: string;
  readonly status: 'read' | 'ignored' | 'refused';
  readonly reason: string | null;
  readonly records: number;
}

/** Everything known about the source after reading, also when it is refused. */
export interface ParseSummary {
  readonly files: readonly SourceFile[];
  readonly records: number;
  /** Column → role. */
  readonly columns: Readonly<Record<string, string>>;
  readonly encoding: EncodingVerdict | null;
  readonly columnNames: readonly string[];
  /** Columns that mean nothing by their names, and what their values look like; only of parcels. */
  readonly otherColumns?: OtherColumn[];
  readonly projection: ProjectionVerdict | null;
  readonly findings: readonly Finding[];
  readonly stages: Readonly<Record<string, number>>;
}

export type ParseMessage =
  | {
      readonly type: 'progress';
      readonly stage: 'unpack' | 'read' | 'convert';
      readonly done: number;
      readonly of: number;
    }
  /** `stays`: the child can be given another file. */
  | { readonly type: 'done'; readonly summary: ParseSummary; readonly stays?: boolean }
  | {
      readonly type: 'refused';
      readonly code: FindingCode;
      readonly detail: NonNullable<Finding['detail']>;
      readonly summary: ParseSummary;
    }
  /** Not the file's fault: disk full, no right to read. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string };
