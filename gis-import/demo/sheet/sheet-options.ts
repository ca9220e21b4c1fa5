import type { ImportOptions } from '../../../server/domain/batch/import-report.ts';

/** What the importer must be told about a zip of the demonstration. */
export interface SheetFacts {
  readonly commune: string;
  readonly at?: string;
  /** Only where no column holds it. */
  readonly sheet?: string;
  readonly scale: number;
}

/** What an import of one of its sheets is told. */
export const sheetOptions = ({ commune, at, sheet, scale }: SheetFacts): ImportOptions => ({
  kind: 'parcels',
  commune,
  at: at ?? null,
  srid: null,
  encoding: 'auto',
  profile: 'default',
  sheet: sheet ?? null,
  scale,
});
