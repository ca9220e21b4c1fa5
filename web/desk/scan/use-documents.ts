import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PictureSize } from '../../../server/domain/document/document.ts';
import {
  type DocumentsAsked,
  getDocument,
  getDocumentFields,
  getPagePicture,
  listDocuments,
} from '../../api/document/documents.ts';
import { LOOK_AGAIN_MS } from '../shell/batch/use-batches.ts';
import { guarded } from '../shell/session/session-gate.ts';

/** Whatever lists documents is kept under this. */
export const DOCUMENTS_KEY = ['documents'] as const;
export const documentKey = (id: string) => ['document', id] as const;
export const fieldsKey = (id: string) => ['document', id, 'fields'] as const;

/** While a file is being read, its pages come one by one. */
const READING_MS = 1000;

export function useDocuments(asked: DocumentsAsked, enabled = true) {
  return useInfiniteQuery({
    queryKey: [...DOCUMENTS_KEY, asked],
    queryFn: ({ signal, pageParam }) => guarded(() => listDocuments(asked, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
    enabled,
  });
}

/** Documents that a file became; asked for again until none is being read. */
export function useDocumentsOfScan(scanId: string) {
  return useQuery({
    queryKey: [...DOCUMENTS_KEY, 'scan', scanId],
    queryFn: ({ signal }) => guarded(() => listDocuments({ scanId, limit: 100 }, null, signal)),
    refetchInterval: ({ state }) =>
      state.data?.items.every(({ status }) => status !== 'reading') ? false : READING_MS,
  });
}

export function useDocument(id: string) {
  return useQuery({
    queryKey: documentKey(id),
    queryFn: ({ signal }) => guarded(() => getDocument(id, signal)),
    refetchInterval: ({ state }) => (state.data?.status === 'reading' ? READING_MS : false),
    refetchOnWindowFocus: true,
  });
}

/** Every look is written to the read log: it is not asked for again by itself. */
export function useDocumentFields(id: string, enabled: boolean) {
  return useQuery({
    queryKey: fieldsKey(id),
    queryFn: ({ signal }) => guarded(() => getDocumentFields(id, signal)),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    enabled,
  });
}

/** The picture of a page. It never changes, and a look at one that can be read is written to the read log: it is asked for once. */
export function usePagePicture(id: string, page: number, size: PictureSize, enabled = true) {
  return useQuery({
    queryKey: ['document', id, 'page', page, size],
    queryFn: ({ signal }) => guarded(() => getPagePicture(id, page, size, signal)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    enabled,
  });
}
