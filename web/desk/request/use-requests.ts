import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { RequestQueue } from '../../../server/domain/contract/paper/requests.ts';
import { getRequest, listRequests } from '../../api/paper/requests.ts';
import { LOOK_AGAIN_MS } from '../shell/batch/use-batches.ts';
import { guarded } from '../shell/session/session-gate.ts';

/** Whatever lists requests is kept under this. */
export const REQUESTS_KEY = ['requests'] as const;
export const requestKey = (id: string) => ['request', id] as const;

export function useRequests(queue: RequestQueue) {
  return useInfiniteQuery({
    queryKey: [...REQUESTS_KEY, queue],
    queryFn: ({ signal, pageParam }) => guarded(() => listRequests(queue, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
  });
}

/** Every look is written to the read log: it is not asked for again by itself. */
export function useRequest(id: string) {
  return useQuery({
    queryKey: requestKey(id),
    queryFn: ({ signal }) => guarded(() => getRequest(id, signal)),
    select: ({ request }) => request,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}
