import { useQuery } from '@tanstack/react-query';
import { type BatchSummary, listBatches, type Page } from '../../api/batches.ts';
import { guarded } from './session-gate.ts';

/** As many batches as the desk keeps at hand; a district's campaign is some hundreds. */
const MOST = 2000;
/** How often the lists look for what others did, when nothing tells them sooner. */
const LOOK_AGAIN_MS = 15_000;

async function allBatches(signal: AbortSignal): Promise<BatchSummary[]> {
  const items: BatchSummary[] = [];
  let cursor: string | null = null;
  do {
    const at: string | null = cursor;
    const page: Page<BatchSummary> = await guarded(() => listBatches({}, at, signal));
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < MOST);
  return items;
}

export const BATCHES_KEY = ['batches'] as const;

/** Every batch of the communes one serves, newest first. */
export function useBatches() {
  return useQuery({
    queryKey: BATCHES_KEY,
    queryFn: ({ signal }) => allBatches(signal),
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
  });
}
