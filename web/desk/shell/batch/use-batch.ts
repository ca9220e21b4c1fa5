import { useQuery } from '@tanstack/react-query';
import { getBatch } from '../../../api/batch/batches.ts';
import { guarded } from '../session/session-gate.ts';

export const batchKey = (id: string) => ['batch', id] as const;

/** One batch, with what may be done to it now; null asks for none. */
export function useBatch(id: string | null) {
  return useQuery({
    queryKey: batchKey(id ?? ''),
    queryFn: ({ signal }) => guarded(() => getBatch(id ?? '', signal)),
    enabled: id !== null,
    refetchInterval: 20_000,
  });
}
