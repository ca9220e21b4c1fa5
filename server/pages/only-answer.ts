import type { PortalParcel } from '../domain/contract/portal/portal-parcels.ts';
import type { SearchAnswer } from '../domain/contract/portal/portal-search.ts';
import { communeHref } from './commune-href.ts';

/** Whether a parcel is the one that was asked for by its numbers, as far as they are published. */
function isAsked({ asked }: SearchAnswer, { sheet, no }: PortalParcel): boolean {
  const same = (said: string | undefined, has: string | undefined) =>
    said === undefined || has === undefined || said === has;
  return same(asked.sheet, sheet) && same(asked.no, no);
}

/**
 * The page to go on to where a question has exactly one answer: one parcel, where a parcel was asked for (the commune or
 * hamlet beside it was only said to find it) or where nothing else answers; or one unit that exists, where a place was asked
 * for. Never where a part of the question was not understood, or what was asked for is missing: the list says so. A former
 * unit is shown in the list, which says what became of it.
 */
export function onlyAnswer(answer: SearchAnswer, at?: string): string | undefined {
  const { asked, parcels, communes, places, points, more, missing } = answer;
  if (missing !== undefined || asked.unread !== undefined) return undefined;
  const [parcel] = parcels;
  const [commune] = communes;
  const askedForParcel = asked.kind === 'parcel' || asked.kind === 'code';
  const beside = askedForParcel ? 0 : communes.length + places.length;
  const alone = parcels.length === 1 && !more && beside === 0 && points.length <= 1;
  if (parcel && alone && isAsked(answer, parcel)) return `/parcels/${parcel.id}${at ? `?at=${at}` : ''}`;
  const onlyCommune = communes.length === 1 && parcels.length + places.length + points.length === 0;
  return commune && onlyCommune && commune.validTo === null && asked.kind === 'place'
    ? communeHref(commune)
    : undefined;
}
