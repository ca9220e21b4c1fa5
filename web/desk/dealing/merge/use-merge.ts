import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getParcelNeighbours, getParcelRights, getStaffParcel } from '../../../api/parcels.ts';
import { PARCELS_KEY } from '../../parcel/use-parcel.ts';
import { guarded } from '../../shell/session/session-gate.ts';
import { useAsked } from '../../shell/use-asked.ts';
import { useAfter } from '../form/use-after.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** As many as a dealing can be about. */
const MOST = 100;

/**
 * The parcels to be merged: the first and those chosen beside it, kept in the address; with their neighbours and holders, as
 * they will be after the draft that is followed (`?after=`).
 */
export function useMerge(first: string) {
  const [asked, ask] = useAsked();
  const after = useAfter();
  const then = after === null ? [] : [after];
  const beside = asked.get('with') ?? '';
  const ids = useMemo(() => {
    const more = beside.split(',').filter((id) => UUID.test(id) && id !== first);
    return [first, ...new Set(more)].slice(0, MOST);
  }, [beside, first]);
  const parcels = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...PARCELS_KEY, id, 'detail', null, ...then],
      queryFn: ({ signal }: { signal: AbortSignal }) => guarded(() => getStaffParcel(id, null, signal, after)),
    })),
  });
  const around = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...PARCELS_KEY, id, 'neighbours', ...then],
      queryFn: ({ signal }: { signal: AbortSignal }) => guarded(() => getParcelNeighbours(id, signal, after)),
    })),
    combine: (all) => all.flatMap(({ data }) => data?.items ?? []),
  });
  const rights = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...PARCELS_KEY, id, 'rights', null, ...then],
      queryFn: ({ signal }: { signal: AbortSignal }) => guarded(() => getParcelRights(id, null, signal, after)),
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
    const others = next.filter((one) => one !== first);
    ask({ with: others.length === 0 ? null : others.join(',') });
  };
  // What has not come, or cannot be shown, is said in the place of the list.
  const looked = parcels.find(({ error }) => error) ?? parcels[0]!;
  return { after, ids, looked, whole: chosen.length === ids.length, chosen, neighbours, rights, choose };
}
