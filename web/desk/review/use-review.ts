import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
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
} from '../../api/batch/batches.ts';
import type { Ordered } from '../../api/ordered-page.ts';
import { batchKey } from '../shell/batch/use-batch.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useServerList } from '../table/server-list.ts';

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

/** Records as the table shows them; `narrowed` is what findings, status and view leave of them. */
export const useRecordList = (id: string, narrowed: Readonly<Record<string, string | boolean | undefined>>) =>
  useServerList<BatchRecord>({
    queryKey: [...batchKey(id), 'records'],
    ask: (asked, signal) => listRecords(id, asked, signal),
    idOf: ({ recordNo }) => String(recordNo),
    narrowed,
  });

/** The next record with an open finding before or behind a record; past the end it begins again at the other. */
export async function findOpen(id: string, narrowed: Ordered, from: number | null, way: 1 | -1) {
  const { signal } = new AbortController();
  const first = async (beyond: Ordered) => {
    const asked = { ...narrowed, ...beyond, open: true, sort: way === 1 ? 'no' : '-no', limit: 1 };
    return (await guarded(() => listRecords(id, asked, signal))).items[0]?.recordNo ?? null;
  };
  const beyond = from === null ? {} : way === 1 ? { from: from + 1 } : { to: Math.max(1, from - 1) };
  const next = await first(beyond);
  return next === null || next === from ? first({}) : next;
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
