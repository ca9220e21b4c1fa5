import { FileRefused } from '../../../server/domain/finding/finding.ts';
import { mapColumns, rolePerColumn } from '../../convert/columns/column-dictionary.ts';
import type { ColumnGuess } from '../../convert/columns/guess-columns.ts';
import type { ParseJob } from '../../parse/parse-protocol.ts';
import type { Reading } from '../../parse/reading.ts';
import type { RecordSource } from '../../parse/source/record-source.ts';

/** Which column means what. Without a number of sheet and parcel no record can become a parcel. Throws FileRefused. */
export function nameParcelColumns(
  job: ParseJob,
  source: RecordSource,
  reading: Reading,
  guesses: readonly (ColumnGuess | null)[],
): void {
  const { columnNames } = reading;
  const roles = mapColumns(columnNames, job.options.columns);
  reading.roles = roles;
  const used = rolePerColumn(columnNames.length, roles);
  reading.otherColumns = columnNames.flatMap((name, index) => {
    const guess = guesses[index] ?? null;
    // A role that a name fills already needs no other column.
    const offered = guess && !roles.has(guess.role) ? guess : null;
    return used[index] === undefined
      ? [{ name, looksLike: offered?.role ?? null, share: offered ? Math.round(offered.share * 100) / 100 : 0 }]
      : [];
  });
  const columns = columnNames.join(', ');
  if (!roles.has('parcelNo')) throw new FileRefused('file.no_parcel_number_column', { columns });
  if (!roles.has('sheetNo') && job.options.sheet === null) throw new FileRefused('file.no_sheet_number', { columns });
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
