import { createIdentityCipher } from '../../server/registry/store/identity-cipher.ts';
import type { GeometryRules } from '../convert/assemble-shape.ts';
import { copyLine } from '../convert/cell/copy-line.ts';
import { readCells } from '../convert/cell/read-cells.ts';
import { type ColumnRole, mapColumns, rolePerColumn } from '../convert/columns/column-dictionary.ts';
import type { AttributeRules } from '../convert/convert-attributes.ts';
import { convertRecord } from '../convert/convert-record.ts';
import type { EncodingVerdict } from '../convert/decide-encoding.ts';
import type { RawRow } from '../read/raw-row.ts';
import type { ParseJob } from './parse-protocol.ts';

/** All that is decided before the first row is converted; plain data, so that it can be handed to a thread. */
export interface ConvertRules {
  readonly job: ParseJob;
  readonly columnNames: readonly string[];
  /** Bytes of each column of text; null for other types. */
  readonly columnWidths: readonly (number | null)[];
  readonly numberColumns: readonly boolean[];
  readonly keyReadings: AttributeRules['keyReadings'];
  readonly encoding: EncodingVerdict;
  readonly geometry: GeometryRules;
}

/** Roles whose text is as long as it likes, so that a full column says something. */
const PROSE: ReadonlySet<ColumnRole> = new Set(['holder', 'address', 'useOrigin']);

/** From a raw row to its line of COPY text; the same rules and row give the same line, but for the nonces of the cipher. */
export function createConverter(rules: ConvertRules): (row: RawRow) => string {
  const { job, columnNames, numberColumns, keyReadings, columnWidths, encoding, geometry } = rules;
  const cipher = createIdentityCipher(Buffer.from(job.personalDataKey, 'base64'));
  const roles = mapColumns(columnNames);
  const attributes = {
    columns: columnNames,
    roles,
    columnRoles: rolePerColumn(columnNames.length, roles),
    numberColumns,
    keyReadings,
    identity: { provinces: new Set(job.provinces), year: job.year },
    sheet: job.options.sheet,
    scale: job.options.scale,
    landUse: new Set(job.landUse),
    legacyLandUse: new Set(job.legacyLandUse),
    communes: new Set(job.communes),
    purposeSumDifferenceM2: job.purposeSumDifferenceM2,
  };
  const cells = {
    verdicts: encoding.columns,
    forced: job.options.encoding === 'auto' ? null : job.options.encoding,
    widths: columnWidths.map((width, index) => (PROSE.has(attributes.columnRoles[index] ?? 'scale') ? width : null)),
  };
  return (row) => {
    const record = convertRecord(row, readCells(row.cells, cells), attributes, geometry);
    const sealed = record.identities.map((digits) => {
      const { cipher: bytes, hash } = cipher.seal(digits);
      return { cipher: bytes.toString('base64'), hash: hash.toString('base64') };
    });
    return copyLine(job.runId, record, sealed);
  };
}
