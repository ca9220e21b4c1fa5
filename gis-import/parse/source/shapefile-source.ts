import { decodeColumnNames } from '../../convert/columns/decode-column-names.ts';
import { uniqueNames } from '../../convert/columns/unique-names.ts';
import { openShapefile, type ShapefileParts } from '../../read/open-shapefile.ts';
import { claimOfPrj } from '../../read/prj/claim-of-prj.ts';
import type { Shapes } from '../../read/shp-header.ts';
import type { RecordSource } from './record-source.ts';

/** dBASE types N and F. */
const isNumber = (type: string): boolean => type === 'N' || type === 'F';

/** Throws FileRefused. */
export async function openShapefileSource(parts: ShapefileParts, shapes: Shapes): Promise<RecordSource> {
  const { records, fields, findings, prj, rows, close } = await openShapefile(parts, shapes);
  return {
    records,
    columns: fields.map((field) => ({
      width: field.type === 'C' ? field.length : null,
      isNumber: isNumber(field.type),
      isElsewhere: field.memo === true,
    })),
    encoding: null,
    claim: claimOfPrj(prj),
    findings,
    // Their names are in the encoding of the cells.
    nameColumns: (encoding) =>
      uniqueNames(
        decodeColumnNames(
          fields.map((field) => field.name),
          encoding,
        ),
      ),
    rows,
    close,
  };
}
