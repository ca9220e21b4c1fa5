import type { BatchSummary } from '../../../api/batch/batches.ts';
import type { DeskWords } from '../../../i18n/desk-words.ts';

type Sheets = Pick<BatchSummary, 'commune' | 'formerUnit' | 'sheets' | 'sourceName'>;

/** A sheet with the unit that numbered it, where that is not the commune of today: merged units have the same numbers. */
export function sheetName(list: string, { formerUnit }: Pick<BatchSummary, 'formerUnit'>, w: DeskWords): string {
  return formerUnit ? w('batch.sheetOf', { list, unit: formerUnit.name }) : w('batch.sheet', { list });
}

/** How a batch is called among people: commune and sheets; by its file where nothing was read of it. */
export function batchTitle(batch: Sheets, w: DeskWords): string {
  const { commune, sheets, sourceName } = batch;
  if (!commune) return sourceName;
  const list = sheets.slice(0, 3).join(', ') + (sheets.length > 3 ? '…' : '');
  return `${commune.name}, ${sheets.length === 0 ? sourceName : sheetName(list, batch, w)}`;
}
