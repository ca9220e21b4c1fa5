import type { DealingSummary } from '../../api/dealings.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';

/** Parcels that are named one by one. */
const NAMED = 6;

/** What a dealing is about, in words: its parcels by number and sheet; of very many the first, and how many more. */
export function landNames({ targets }: Pick<DealingSummary, 'targets'>, w: DeskWords): string {
  const shown = targets.length > NAMED ? targets.slice(0, NAMED - 1) : targets;
  const names = shown.map(({ no, sheet }) => w('parcel.name', { no, sheet }));
  const more = targets.length - shown.length;
  return [...names, ...(more > 0 ? [w('dealing.moreLand', { n: more })] : [])].join('; ');
}

export const dealingTitle = (dealing: Pick<DealingSummary, 'targets' | 'kind'>, w: DeskWords): string =>
  dealing.targets.length === 0
    ? w(`kind.${dealing.kind}`)
    : w('dealing.title', { kind: w(`kind.${dealing.kind}`), land: landNames(dealing, w) });
