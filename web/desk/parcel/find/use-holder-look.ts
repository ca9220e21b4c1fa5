import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { LookPurpose } from '../../../../server/domain/look-purpose.ts';
import type { FoundHolders } from '../../../api/desk-search.ts';

/** What was typed to find land or a person, and what became of it. In memory only: no address and no store of the browser holds a name. */
export interface HolderLook {
  readonly text: string;
  /** As last stated, offered for the next search. */
  readonly purpose: LookPurpose | '';
  readonly note: string;
  readonly commune: string;
  readonly found: FoundHolders | null;
}

const KEY = ['holder-look'] as const;
const NOTHING: HolderLook = { text: '', purpose: '', note: '', commune: '', found: null };

/** The look in hand, over screens: the way back from a parcel shows the same answer, without another line in the log. */
export function useHolderLook(): readonly [HolderLook, (change: Partial<HolderLook>) => void] {
  const client = useQueryClient();
  const { data } = useQuery<HolderLook>({
    queryKey: KEY,
    queryFn: () => NOTHING,
    enabled: false,
    initialData: NOTHING,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const change = useCallback(
    (with_: Partial<HolderLook>) => client.setQueryData<HolderLook>(KEY, (now) => ({ ...(now ?? NOTHING), ...with_ })),
    [client],
  );
  return [data, change];
}
