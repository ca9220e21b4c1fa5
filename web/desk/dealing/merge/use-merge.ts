import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { getParcelNeighbours, getParcelRights, getStaffParcel } from '../../../api/parcels.ts';
import { PARCELS_KEY } from '../../parcel/use-parcel.ts';
import { guarded } from '../../shell/session/session-gate.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** As many as a dealing can be about. */
const MOST = 100;

/** The parcels to be merged: the first and those chosen beside it, kept in the address; with their neighbours and holders. */
export function useMerge(first: string) {
  const [asked, setAsked] = useSearchParams();
  // Kept here too: the address follows when the router gets to it, a tick must be seen at once.
  const [ids, setIds] = useState<readonly string[]>(() => {
    const more = (asked.get('with') ?? '').split(',').filter((id) => UUID.test(id) && id !== first);
    return [first, ...new Set(more)].slice(0, MOST);
  });
  const parcels = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...PARCELS_KEY, id, 'detail', null],
      queryFn: ({ signal }: { signal: AbortSignal }) => guarded(() => getStaffParcel(id, null, signal)),
    })),
  });
  const around = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...PARCELS_KEY, id, 'neighbours'],
      queryFn: ({ signal }: { signal: AbortSignal }) => guarded(() => getParcelNeighbours(id, signal)),
    })),
    combine: (all) => all.flatMap(({ data }) => data?.items ?? []),
  });
  const rights = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...PARCELS_KEY, id, 'rights', null],
      queryFn: ({ signal }: { signal: AbortSignal }) => guarded(() => getParcelRights(id, null, signal)),
      staleTime: 60_000,
      refetchOnWindowFocus: false,
    })),
    combine: (all) => all.flatMap(({ data }) => data ?? []),
  });
  const chosen = parcels.flatMap(({ data }) => data ?? []);
  const hasCome = (id: string) => chosen.some((one) => one.id === id);
  const neighbours = [...new Map(around.map((land) => [land.id, land])).values()].filter(({ id }) => !hasCome(id));
  const choose = (id: string) => {
    const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(0, MOST);
    setIds(next);
    const beside = next.filter((one) => one !== first);
    setAsked(beside.length === 0 ? {} : { with: beside.join(',') }, { replace: true });
  };
  // What has not come, or cannot be shown, is said in the place of the list.
  const looked = parcels.find(({ error }) => error) ?? parcels[0]!;
  return { ids, looked, whole: chosen.length === ids.length, chosen, neighbours, rights, choose };
}
