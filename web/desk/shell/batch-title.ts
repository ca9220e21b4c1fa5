import type { BatchSummary } from '../../api/batches.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';

/** How a batch is called among people: commune and sheets; by its file where nothing was read of it. */
export function batchTitle(batch: Pick<BatchSummary, 'commune' | 'sheets' | 'sourceName'>, w: DeskWords): string {
  const { commune, sheets, sourceName } = batch;
  if (!commune) return sourceName;
  const list = sheets.slice(0, 3).join(', ') + (sheets.length > 3 ? '…' : '');
  return sheets.length === 0 ? `${commune.name}, ${sourceName}` : `${commune.name}, ${w('batch.sheet', { list })}`;
}
