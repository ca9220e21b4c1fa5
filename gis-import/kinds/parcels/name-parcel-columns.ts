import { FileRefused } from '../../../server/domain/finding/finding.ts';
import { mapColumns, rolePerColumn } from '../../convert/columns/column-dictionary.ts';
import type { ParseJob } from '../../parse/parse-protocol.ts';
import type { Reading } from '../../parse/reading.ts';
import type { RecordSource } from '../../parse/source/record-source.ts';

/** Which column means what. Without a number of sheet and parcel no record can become a parcel. Throws FileRefused. */
export function nameParcelColumns(job: ParseJob, source: RecordSource, reading: Reading): void {
  const { columnNames } = reading;
  const roles = mapColumns(columnNames);
  reading.roles = roles;
  const columns = columnNames.join(', ');
  if (!roles.has('parcelNo')) throw new FileRefused('file.no_parcel_number_column', { columns });
  if (!roles.has('sheetNo') && job.options.sheet === null) throw new FileRefused('file.no_sheet_number', { columns });
  const used = rolePerColumn(columnNames.length, roles);
  for (const [index, column] of source.columns.entries()) {
    if (!column.isElsewhere || used[index] === undefined) continue;
    reading.findings.push({
      code: 'file.column_elsewhere',
      recordNo: null,
      detail: { column: columnNames[index]! },
    });
  }
  const unused = columnNames.filter((_, index) => used[index] === undefined);
  if (unused.length === 0) return;
  const detail = { unused: unused.length, columns: unused.join(', ') };
  reading.findings.push({ code: 'file.columns_unused', recordNo: null, detail });
}
