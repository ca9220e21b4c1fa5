import type { BatchProgress } from '../../server/domain/batch/batch-progress.ts';

export type { BatchProgress };

/** After a refusal the browser does not try again by itself; a server that starts again is back within seconds. */
const AGAIN_MS = 5000;

/**
 * Hears how batches come along. After a break the stream is opened again and begins with the full state. `onEnded`: the
 * session is over, and nothing is asked for any more. Returns how to stop.
 */
export function watchBatches(
  ids: readonly string[],
  onProgress: (progress: BatchProgress) => void,
  onEnded: () => void,
): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  const open = () => {
    const now = new EventSource(`/api/batches/events?ids=${ids.join(',')}`);
    source = now;
    now.addEventListener('batch', (event) => onProgress(JSON.parse(String(event.data)) as BatchProgress));
    now.addEventListener('ended', () => {
      now.close();
      onEnded();
    });
    now.addEventListener('error', () => {
      if (now.readyState === EventSource.CLOSED) timer = window.setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
