import type { BatchSummary } from '../../../server/domain/contract/batch-shapes.ts';

/** A sheet of a commune and the batch that counts for it. */
export interface CampaignRow {
  readonly key: string;
  readonly commune: string;
  readonly sheet: string | null;
  readonly batch: BatchSummary;
  /** Other batches of the same sheet: attempts before, or doubles. */
  readonly others: number;
}

/** Batches that ended without anything registered count only where there is nothing else. */
const ended = ({ status }: BatchSummary) => status === 'rejected' || status === 'reversed' || status === 'refused';
const newerFirst = (a: BatchSummary, b: BatchSummary) =>
  Number(ended(a)) - Number(ended(b)) || b.createdAt.localeCompare(a.createdAt);
const collator = new Intl.Collator('vi', { numeric: true });

/** Communes × sheets: one row a sheet, with its latest living batch; files without a sheet stand for themselves. */
export function campaignRows(batches: readonly BatchSummary[]): CampaignRow[] {
  const bySheet = new Map<string, { commune: string; sheet: string | null; batches: BatchSummary[] }>();
  for (const batch of batches) {
    const commune = batch.commune?.name ?? '';
    const sheets: readonly (string | null)[] = batch.sheets.length > 0 ? batch.sheets : [null];
    for (const sheet of sheets) {
      const key = `${batch.commune?.code ?? ''}/${sheet ?? batch.id}`;
      const row = bySheet.get(key) ?? { commune, sheet, batches: [] };
      row.batches.push(batch);
      bySheet.set(key, row);
    }
  }
  return [...bySheet]
    .map(([key, { commune, sheet, batches: of }]) => {
      const [first] = of.toSorted(newerFirst);
      return { key, commune, sheet, batch: first!, others: of.length - 1 };
    })
    .sort((a, b) => collator.compare(a.commune, b.commune) || collator.compare(a.sheet ?? '', b.sheet ?? ''));
}
