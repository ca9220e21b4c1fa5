import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import {
  type BatchDetail,
  type BatchEvent,
  type BatchRecord,
  getProposal,
  getRecord,
  getReport,
  listFindings,
  listHistory,
  listRecords,
  type RecordQuery,
} from '../../api/batches.ts';
import { guarded } from '../shell/session-gate.ts';
import { batchKey } from '../shell/use-batch.ts';

export const useFindings = (id: string) =>
  useQuery({
    queryKey: [...batchKey(id), 'findings'],
    queryFn: ({ signal }) => guarded(() => listFindings(id, signal)),
  });

export const useReport = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...batchKey(id), 'report'],
    queryFn: ({ signal }) => guarded(() => getReport(id, signal)),
    enabled,
  });

export const useProposal = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...batchKey(id), 'proposal'],
    queryFn: ({ signal }) => guarded(() => getProposal(id, signal)),
    enabled,
  });

export const useRecord = (id: string, recordNo: number | null) =>
  useQuery({
    queryKey: [...batchKey(id), 'record', recordNo],
    queryFn: ({ signal }) => guarded(() => getRecord(id, recordNo ?? 0, signal)),
    enabled: recordNo !== null,
  });

/** Pages of 200 that come by themselves; each look at persons is logged, so the rest comes when it is asked for. */
const BY_ITSELF = 5;

export function useRecords(id: string, asked: RecordQuery) {
  const query = useInfiniteQuery({
    queryKey: [...batchKey(id), 'records', asked],
    queryFn: ({ pageParam, signal }) => guarded(() => listRecords(id, asked, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && pages > 0 && pages < BY_ITSELF) fetchNextPage().catch(reportError);
  }, [hasNextPage, isFetchingNextPage, pages, fetchNextPage]);
  const records = useMemo<readonly BatchRecord[]>(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  return { query, records };
}

/** The history of a batch, asked for anew with every version of it. */
export function useHistory({ id, version }: BatchDetail) {
  const query = useInfiniteQuery({
    queryKey: [...batchKey(id), 'history', version],
    queryFn: ({ pageParam, signal }) => guarded(() => listHistory(id, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const events = useMemo<readonly BatchEvent[]>(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  return { query, events };
}
