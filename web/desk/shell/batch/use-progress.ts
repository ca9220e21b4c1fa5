import { useQuery } from '@tanstack/react-query';
import type { BatchProgress } from '../../../api/batch/batch-events.ts';

export const progressKey = (id: string) => ['progress', id] as const;

/** How far the reading of a batch is; null until something was heard of it. Never asked for: the stream brings it. */
export function useProgress(id: string): BatchProgress | null {
  const { data } = useQuery<BatchProgress | null>({ queryKey: progressKey(id), queryFn: () => null, enabled: false });
  return data ?? null;
}
