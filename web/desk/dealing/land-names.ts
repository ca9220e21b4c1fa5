import type { DealingSummary } from '../../api/dealings.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';

/** What a dealing is about, in words: its parcels by number and sheet. */
export const landNames = ({ targets }: Pick<DealingSummary, 'targets'>, w: DeskWords): string =>
  targets.map(({ no, sheet }) => w('parcel.name', { no, sheet })).join('; ');

export const dealingTitle = (dealing: Pick<DealingSummary, 'targets' | 'kind'>, w: DeskWords): string =>
  dealing.targets.length === 0
    ? w(`kind.${dealing.kind}`)
    : w('dealing.title', { kind: w(`kind.${dealing.kind}`), land: landNames(dealing, w) });
