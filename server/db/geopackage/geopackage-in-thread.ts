import { Worker } from 'node:worker_threads';
import type { GeoPackageLayer, GeoPackageRow } from './geopackage-layer.ts';

const THREAD = new URL('./geopackage-thread.ts', import.meta.url);
/** A page of rows at a time and the cache of SQLite. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };
/** Pages that may be on their way while one is written. */
const AHEAD = 2;

/**
 * Writes a GeoPackage beside the event loop: SQLite blocks, and a commune is seconds of work. Pages are taken only as fast
 * as they are written. Rejects when the thread fails or `signal` aborts; the file is then of no use.
 */
export async function geopackageInThread(
  layer: GeoPackageLayer,
  pages: AsyncIterable<readonly GeoPackageRow[]>,
  signal: AbortSignal,
): Promise<void> {
  const worker = new Worker(THREAD, { workerData: layer, resourceLimits: LIMITS });
  const waiting: (() => void)[] = [];
  const failed = new Promise<never>((_resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => code !== 0 && reject(new Error(`the writer of a GeoPackage ended with ${code}`)));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  failed.catch(() => undefined); // Told to whoever waits for an answer; nobody may be waiting yet.
  worker.on('message', () => waiting.shift()?.());
  const send = (message: readonly GeoPackageRow[] | 'finish') => {
    const done = new Promise<void>((resolve) => waiting.push(resolve));
    worker.postMessage(message);
    const answer = Promise.race([done, failed]);
    answer.catch(() => undefined); // Awaited in turn; the first failure ends all.
    return answer;
  };
  try {
    signal.throwIfAborted();
    const sent: Promise<void>[] = [];
    for await (const page of pages) {
      sent.push(send(page));
      if (sent.length > AHEAD) await sent.shift();
      signal.throwIfAborted();
    }
    await Promise.all(sent);
    await send('finish');
  } finally {
    await worker.terminate();
  }
}
