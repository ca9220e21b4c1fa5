import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Ordered, OrderedPage } from '../../api/ordered-page.ts';
import type { Looked } from '../shell/list-state.tsx';
import { guarded } from '../shell/session/session-gate.ts';

/** Rows asked for at once; each look at persons is noted, so only what is seen is asked for. */
const PAGE = 100;
/** Waits for the end of a word before the server is asked. */
const TYPING_MS = 250;

interface Options<Row> {
  /** Under which the rows are kept; what narrows the list comes behind it. */
  readonly queryKey: readonly unknown[];
  ask(asked: Ordered, signal: AbortSignal): Promise<OrderedPage<Row>>;
  idOf(row: Row): string;
  /** What narrows it besides the text and the order that are chosen in the table. */
  readonly narrowed?: Readonly<Record<string, string | boolean | undefined>>;
  /** How often it looks by itself for what others did. */
  readonly refetchInterval?: number;
  readonly enabled?: boolean;
}

/** A list of which the server sorts, filters and counts the rows, and gives those that are looked at. */
export interface ServerList<Row> extends Looked {
  /** Changes with order and filter: another list. */
  readonly mark: string;
  readonly total: number;
  readonly sort: string | null;
  readonly text: string;
  /** Why rows that are looked at are not here, while others are. */
  readonly lost: unknown;
  rowAt(index: number): Row | undefined;
  /** Index of a row that is here already. */
  indexOf(id: string): number | undefined;
  /** Index of a row wherever it is; its page is here afterwards. Null: the list does not have it. */
  locate(id: string): Promise<number | null>;
  look(first: number, last: number): void;
  onSort(sort: string | null): void;
  onText(text: string): void;
  /** Every row, page by page, in the present order and filter. */
  walk(signal: AbortSignal): AsyncGenerator<OrderedPage<Row>>;
}

export function useServerList<Row>(options: Options<Row>): ServerList<Row> {
  const { queryKey, ask, idOf, narrowed, enabled = true } = options;
  const refetchInterval: number | false = options.refetchInterval ?? false;
  const client = useQueryClient();
  const [sort, setSort] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [asking, setAsking] = useState('');
  const [pages, setPages] = useState<readonly number[]>([0]);
  useEffect(() => {
    const waiting = setTimeout(() => setAsking(text.trim()), TYPING_MS);
    return () => clearTimeout(waiting);
  }, [text]);
  const mark = JSON.stringify([queryKey, narrowed, sort, asking]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark says all that they are made of
  const { asked, listKey } = useMemo(() => {
    const asked: Ordered = { ...narrowed, ...(sort === null ? {} : { sort }), ...(asking === '' ? {} : { q: asking }) };
    return { asked, listKey: [...queryKey, 'list', asked] };
  }, [mark]);
  const pageQuery = (page: number) => ({
    queryKey: [...listKey, page],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      guarded(() => ask({ ...asked, start: page * PAGE, limit: PAGE }, signal)),
    refetchInterval,
    enabled,
  });
  const seen = useRef(mark);
  const wanted = seen.current === mark ? pages : [0];
  useEffect(() => {
    if (seen.current === mark) return;
    seen.current = mark;
    setPages([0]);
  }, [mark]);
  const queries = useQueries({ queries: wanted.map(pageQuery) });
  const known = queries.find(({ data }) => data !== undefined)?.data;
  const lastTotal = useRef<number | null>(null);
  if (known) lastTotal.current = known.total;
  const at = (page: number) => client.getQueryData<OrderedPage<Row>>([...listKey, page]);
  const failed = queries.find(({ error }) => error !== null);
  const isPending = lastTotal.current === null;
  return {
    mark,
    total: lastTotal.current ?? 0,
    sort,
    text,
    isPending,
    fetchStatus: queries[0]?.fetchStatus ?? 'idle',
    error: failed && !known ? failed.error : null,
    lost: failed && known ? failed.error : null,
    refetch: () => Promise.all(queries.map((query) => query.refetch())),
    rowAt: (index) => at(Math.floor(index / PAGE))?.items[index % PAGE],
    indexOf(id) {
      for (const page of new Set([...wanted, 0])) {
        const index = at(page)?.items.findIndex((row) => idOf(row) === id) ?? -1;
        if (index >= 0) return page * PAGE + index;
      }
      return undefined;
    },
    async locate(id) {
      const signal = new AbortController().signal;
      const page = await guarded(() => ask({ ...asked, around: id, limit: PAGE }, signal));
      if (page.start === null) return null;
      client.setQueryData([...listKey, page.start / PAGE], page);
      const index = page.items.findIndex((row) => idOf(row) === id);
      return index < 0 ? null : page.start + index;
    },
    look(first, last) {
      const from = Math.max(0, Math.floor(first / PAGE));
      const to = Math.max(from, Math.floor(last / PAGE));
      if (from === pages[0] && to === pages.at(-1)) return;
      setPages(Array.from({ length: to - from + 1 }, (_, i) => from + i));
    },
    onSort: setSort,
    onText: setText,
    async *walk(signal) {
      let cursor: string | null = null;
      do {
        const next: Ordered = { ...asked, limit: 500, ...(cursor === null ? {} : { cursor }) };
        const page: OrderedPage<Row> = await guarded(() => ask(next, signal));
        yield page;
        cursor = page.nextCursor;
      } while (cursor !== null);
    },
  };
}
