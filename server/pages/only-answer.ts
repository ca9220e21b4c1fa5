import type { SearchAnswer } from '../domain/contract/portal-search.ts';
import { communeHref } from './commune-href.ts';

/**
 * The page to go on to where a question has exactly one answer: one parcel, where a parcel was asked for (the commune or
 * hamlet beside it was only said to find it) or where nothing else answers; or one unit that exists. A former unit is
 * shown in the list, which says what became of it.
 */
export function onlyAnswer(answer: SearchAnswer, at?: string): string | undefined {
  const { asked, parcels, communes, places, points, more } = answer;
  const [parcel] = parcels;
  const [commune] = communes;
  const askedForParcel = asked.kind === 'parcel' || asked.kind === 'code';
  const beside = askedForParcel ? 0 : communes.length + places.length;
  if (parcel && parcels.length === 1 && !more && beside === 0 && points.length <= 1) {
    return `/parcels/${parcel.id}${at ? `?at=${at}` : ''}`;
  }
  const alone = communes.length === 1 && parcels.length + places.length + points.length === 0;
  return commune && alone && commune.validTo === null ? communeHref(commune) : undefined;
}
