import type { BatchProgress } from '../../server/domain/batch-progress.ts';

export type { BatchProgress };

/**
 * Hears how batches come along. The browser itself connects again after a break, and the stream then begins with the
 * full state. Returns how to stop.
 */
export function watchBatches(
  ids: readonly string[],
  onProgress: (progress: BatchProgress) => void,
  onEnded: () => void,
): () => void {
  const source = new EventSource(`/api/batches/events?ids=${ids.join(',')}`);
  source.addEventListener('batch', (event) => onProgress(JSON.parse(String(event.data)) as BatchProgress));
  // The session is over: asking again would only be refused.
  source.addEventListener('ended', () => {
    source.close();
    onEnded();
  });
  return () => source.close();
}
