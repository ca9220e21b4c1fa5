import type { ParcelDealingKind } from '../../../server/domain/dealing/dealing-kind.ts';

/** Kinds that are drawn on a map, on a screen of their own; the others have a form. */
const DRAWN: readonly ParcelDealingKind[] = ['split', 'merge', 'boundary_adjustment', 'resurvey'];

/** Where a dealing of a kind is begun. */
export const operationPath = (parcelId: string, kind: ParcelDealingKind): string =>
  DRAWN.includes(kind) ? `/desk/parcels/${parcelId}/${kind}` : `/desk/parcels/${parcelId}/deal/${kind}`;
