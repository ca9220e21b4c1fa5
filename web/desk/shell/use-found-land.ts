import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { type FoundLand, searchDesk } from '../../api/desk-search.ts';
import { guarded } from './session/session-gate.ts';
import { useWords } from './use-words.tsx';

const NONE: readonly FoundLand[] = [];

/** Land that a text may mean, and whether it is still being looked for. */
export function useFoundLand(text: string): { readonly land: readonly FoundLand[]; readonly looking: boolean } {
  const { language } = useWords();
  const q = useDeferredValue(text.trim());
  const asks = q.length > 0;
  const found = useQuery({
    queryKey: ['land', language, q],
    queryFn: ({ signal }) => guarded(() => searchDesk(q, language, signal)),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  // The deferred text lags behind: until it has caught up nothing was looked for, and nothing may be said to be missing.
  return { land: asks ? (found.data ?? NONE) : NONE, looking: q !== text.trim() || (asks && found.isFetching) };
}

/** Address of the screen that shows a piece of land; what is shown is in it. */
export function landAddress({ bbox, parcelId, label }: FoundLand): string | null {
  if (!bbox) return null;
  return `/desk?${new URLSearchParams({ at: bbox.join(), ...(parcelId ? { parcel: parcelId } : { place: label }) })}`;
}

/** The place an address asks for; null where it asks for none. */
export function placeAsked(at: string | null): [number, number, number, number] | null {
  const numbers = (at ?? '').split(',').map(Number);
  return numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as [number, number, number, number]) : null;
}
