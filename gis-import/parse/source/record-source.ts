/** Records as any format gives them: a further format is a file beside this one and a line of open-record-source.ts. */
import type { ColumnVerdict } from '../../../server/domain/encoding/evidence.ts';
import type { Finding } from '../../../server/domain/finding/finding.ts';
import type { EncodingVerdict } from '../../convert/decide-encoding.ts';
import type { ProjectionQuestion } from '../../convert/projection/decide-projection.ts';
import type { RawRow } from '../../read/raw-row.ts';

export interface SourceColumn {
  /** Bytes there is room for in a column of text, where its text may have been cut; null where nothing cuts it. */
  readonly width: number | null;
  /** Written as numbers by the program itself: a point in them is a decimal point. */
  readonly isNumber: boolean;
  /** Its values lie in a file that did not come along. */
  readonly isElsewhere: boolean;
}

export interface SourceRow extends RawRow {
  /** Values as the file holds them where it holds more than text; by column. */
  readonly values?: readonly unknown[];
}

/** The encoding of a format that lays it down: what is reported of the file, and what every column is read by. */
export interface KnownEncoding {
  readonly file: EncodingVerdict;
  readonly column: ColumnVerdict;
}

export interface RecordSource {
  /** Rows that `rows()` will give, deleted and unusable ones included. */
  readonly records: number;
  readonly columns: readonly SourceColumn[];
  /** Null where the encoding has to be found out from the cells. */
  readonly encoding: KnownEncoding | null;
  /** What the file says about its system. */
  readonly claim: ProjectionQuestion['prj'];
  readonly findings: readonly Finding[];
  /** Names of the columns, each once. `encoding`: in which the cells turned out to be. */
  nameColumns(encoding: string | null): readonly string[];
  /** May be called again. */
  rows(): AsyncIterable<SourceRow>;
  close(): Promise<void>;
}
