import type { BatchProgress } from '../../../server/domain/batch/batch-progress.ts';
import type { RegisterNews } from '../../../server/domain/dealing/register-news.ts';

export type { BatchProgress };

/** After a refusal the browser does not try again by itself; a server that starts again is back within seconds. */
const AGAIN_MS = 5000;

/**
 * Hears how batches come along, and of dealings. After a break the stream is opened again and begins with the full state of batches; of dealings something
 * may have been missed then (null). `onEnded`: the session is over, and nothing is asked for any more. Returns how to stop.
 */
export function watchBatches(
  ids: readonly string[],
  onProgress: (progress: BatchProgress) => void,
  onNews: (news: RegisterNews | null) => void,
  onEnded: () => void,
): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  let opened = false;
  const open = () => {
    const now = new EventSource(`/api/batches/events${ids.length > 0 ? `?ids=${ids.join(',')}` : ''}`);
    source = now;
    now.addEventListener('batch', (event) => onProgress(JSON.parse(String(event.data)) as BatchProgress));
    now.addEventListener('register', (event) => onNews(JSON.parse(String(event.data)) as RegisterNews | null));
    now.addEventListener('open', () => {
      if (opened) onNews(null);
      opened = true;
    });
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
