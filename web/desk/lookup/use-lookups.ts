import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { LookupOutcome } from '../../../server/domain/lookup/lookup-outcome.ts';
import { getLookup, type LookupSummary, listLookupRows, listLookups } from '../../api/lookups.ts';
import { guarded } from '../shell/session/session-gate.ts';

/** Whatever lists look-ups is kept under this. */
export const LOOKUPS_KEY = ['lookups'] as const;
const LOOK_EVERY_MS = 1_000;

const isOpen = (lookup: LookupSummary | undefined) => lookup?.state === 'queued' || lookup?.state === 'running';

export function useLookups() {
  return useInfiniteQuery({
    queryKey: LOOKUPS_KEY,
    queryFn: ({ signal, pageParam }) => guarded(() => listLookups(pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** One look-up; asked again while it is under way. */
export function useLookup(id: string) {
  return useQuery({
    queryKey: ['lookup', id],
    queryFn: ({ signal }) => guarded(() => getLookup(id, signal)),
    refetchInterval: ({ state }) => (isOpen(state.data) ? LOOK_EVERY_MS : false),
  });
}

/** Its answered rows; `done` is part of what is kept, so that they are asked for again as there are more. */
export function useLookupRows(id: string, outcome: LookupOutcome | null, done: number) {
  return useInfiniteQuery({
    queryKey: ['lookup-rows', id, outcome, done],
    queryFn: ({ signal, pageParam }) => guarded(() => listLookupRows(id, outcome, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
}
