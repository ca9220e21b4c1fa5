import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listDealings } from '../../api/dealings.ts';
import { listPapers } from '../../api/paper/papers.ts';
import {
  findParcels,
  getParcelHistory,
  getParcelLineage,
  getParcelNeighbours,
  getParcelRights,
  getStaffParcel,
  type PastMoment,
} from '../../api/parcels.ts';
import { guarded } from '../shell/session/session-gate.ts';

/** Whatever is known of parcels is kept under this, and asked for again after a registration. */
export const PARCELS_KEY = ['parcels'] as const;

export function useParcel(id: string, moment: PastMoment | null, after: string | null = null) {
  return useQuery({
    queryKey: [...PARCELS_KEY, id, 'detail', moment, ...(after === null ? [] : [after])],
    queryFn: ({ signal }) => guarded(() => getStaffParcel(id, moment, signal, after)),
    refetchOnWindowFocus: true,
  });
}

/** Every look is written to the read log: it is not asked for again by itself. */
export function useParcelRights(id: string, moment: PastMoment | null, after: string | null = null) {
  return useQuery({
    queryKey: [...PARCELS_KEY, id, 'rights', moment, ...(after === null ? [] : [after])],
    queryFn: ({ signal }) => guarded(() => getParcelRights(id, moment, signal, after)),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

export function useParcelLineage(id: string) {
  return useQuery({
    queryKey: [...PARCELS_KEY, id, 'lineage'],
    queryFn: ({ signal }) => guarded(() => getParcelLineage(id, signal)),
  });
}

export function useParcelHistory(id: string) {
  return useQuery({
    queryKey: [...PARCELS_KEY, id, 'history'],
    queryFn: ({ signal }) => guarded(() => getParcelHistory(id, signal)),
  });
}

export function useNeighbours(id: string, after: string | null = null) {
  return useQuery({
    queryKey: [...PARCELS_KEY, id, 'neighbours', ...(after === null ? [] : [after])],
    queryFn: ({ signal }) => guarded(() => getParcelNeighbours(id, signal, after)),
  });
}

export function useDealingsOf(parcelId: string) {
  return useQuery({
    queryKey: [...PARCELS_KEY, parcelId, 'dealings'],
    queryFn: ({ signal }) => guarded(() => listDealings({ parcelId }, signal)),
  });
}

export const papersKey = (parcelId: string) => [...PARCELS_KEY, parcelId, 'papers'] as const;

export function usePapersOf(parcelId: string) {
  return useQuery({
    queryKey: papersKey(parcelId),
    queryFn: ({ signal }) => guarded(() => listPapers(parcelId, signal)),
    refetchOnWindowFocus: true,
  });
}

export function useFoundParcels(q: string) {
  return useQuery({
    queryKey: [...PARCELS_KEY, 'found', q],
    queryFn: ({ signal }) => guarded(() => findParcels(q, signal)),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}
