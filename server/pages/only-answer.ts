import type { SearchAnswer } from '../domain/contract/portal-search.ts';
import { communeHref } from './commune-href.ts';

/**
 * The page to go on to where a question has exactly one answer: one parcel and nothing else beside the points it lies
 * at, or one unit that exists. A former unit is shown in the list, which says what became of it.
 */
export function onlyAnswer({ parcels, communes, places, points, more }: SearchAnswer, at?: string): string | undefined {
  const [parcel] = parcels;
  const [commune] = communes;
  if (parcel && parcels.length === 1 && !more && communes.length + places.length === 0 && points.length <= 1) {
    return `/parcels/${parcel.id}${at ? `?at=${at}` : ''}`;
  }
  const alone = communes.length === 1 && parcels.length + places.length + points.length === 0;
  return commune && alone && commune.validTo === null ? communeHref(commune) : undefined;
}
