import { useQuery } from '@tanstack/react-query';
import { getSecondReading } from '../../../api/document/second-readings.ts';
import { guarded } from '../../shell/session/session-gate.ts';

/** The second reading of a document; every look is written to the read log, so it is asked for once. */
export function useSecond(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['document', id, 'second'],
    queryFn: ({ signal }) => guarded(() => getSecondReading(id, signal)),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    enabled,
  });
}
