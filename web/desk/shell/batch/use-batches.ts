import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { type BatchSummary, listBatches } from '../../../api/batch/batches.ts';
import { guarded } from '../session/session-gate.ts';

/** Batches that moved last, as many as one stream of events can follow. */
const MOST = 150;
/** How often the lists look for what others did, when nothing tells them sooner. */
export const LOOK_AGAIN_MS = 15_000;

/** Whatever lists batches is kept under this. */
export const BATCHES_KEY = ['batches'] as const;

/** The batches of the communes one serves that moved last, the latest first. */
export function useLatestBatches() {
  return useQuery({
    queryKey: [...BATCHES_KEY, 'latest'],
    queryFn: ({ signal }) => guarded(() => listBatches({ sort: '-changed', limit: MOST }, signal)),
    select: ({ items }) => items,
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
  });
}

/** Batches to go to: those that moved last, and with a text also those the server finds by file, commune or sheet. */
export function useFoundBatches(text: string): readonly BatchSummary[] {
  const latest = useLatestBatches();
  const q = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: [...BATCHES_KEY, 'found', q],
    queryFn: ({ signal }) => guarded(() => listBatches({ q, limit: 20 }, signal)),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    const byId = new Map([...(latest.data ?? []), ...(found.data?.items ?? [])].map((batch) => [batch.id, batch]));
    return [...byId.values()];
  }, [latest.data, found.data]);
}
