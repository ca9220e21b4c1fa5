import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DealingQueue } from '../../../server/domain/dealing/dealing-queue.ts';
import { getDealing, listDealings } from '../../api/dealings.ts';
import { LOOK_AGAIN_MS } from '../shell/batch/use-batches.ts';
import { guarded } from '../shell/session/session-gate.ts';

/** Whatever lists dealings is kept under this. */
export const DEALINGS_KEY = ['dealings'] as const;
/** What is known of single dealings. */
export const ANY_DEALING = ['dealing'] as const;
export const dealingKey = (id: string) => [...ANY_DEALING, id] as const;

export function useDealing(id: string) {
  return useQuery({
    queryKey: dealingKey(id),
    queryFn: ({ signal }) => guarded(() => getDealing(id, signal)),
    select: ({ dealing }) => dealing,
    refetchOnWindowFocus: true,
  });
}

export function useDealings(queue: DealingQueue) {
  return useInfiniteQuery({
    queryKey: [...DEALINGS_KEY, queue],
    queryFn: ({ signal, pageParam }) => guarded(() => listDealings({ queue, cursor: pageParam }, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
  });
}
