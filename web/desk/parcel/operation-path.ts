import type { ParcelDealingKind } from '../../../server/domain/dealing/dealing-kind.ts';

/** Where a dealing of a kind is begun. */
export const operationPath = (parcelId: string, kind: ParcelDealingKind): string =>
  kind === 'split' ? `/desk/parcels/${parcelId}/split` : `/desk/parcels/${parcelId}/deal/${kind}`;
