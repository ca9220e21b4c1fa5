import type { ImportReport } from '../../domain/batch/import-report.ts';

/** Columns of the file, as the report names them: those that mean something first. */
export function columnsOf(report: Partial<Pick<ImportReport, 'columns' | 'otherColumns'>> | null): string[] {
  const { columns = {}, otherColumns = [] } = report ?? {};
  return [...Object.keys(columns), ...otherColumns.map(({ name }) => name)];
}
