import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ConvertRules } from '../kinds/record-reader.ts';
import type { RawRow } from '../read/raw-row.ts';
import { buffersOf, packRows } from './pack-rows.ts';

/** Rows per message: large enough that a message costs nothing, small enough to keep memory flat. */
const CHUNK = 500;
/** Chunks a thread may have waiting. */
const AHEAD = 2;
const MOST_THREADS = 4;
/** A thread holds a chunk at a time, young as a whole: with less room for it a tenth of the time goes into clearing; the process as a whole has its own limit (run-parser.ts). */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 64 };
const THREAD = new URL('./convert-thread.ts', import.meta.url);

/**
 * Converts rows on all processors, and gives the text out in the order of the file. Conversion is the largest cost of an
 * import and each row stands for itself.
 */
export async function convertInThreads(
  rules: ConvertRules,
  rows: AsyncIterable<RawRow>,
  emit: (text: Uint8Array, records: number) => Promise<void> | undefined,
): Promise<void> {
  const threads = Array.from({ length: Math.min(availableParallelism(), MOST_THREADS) }, () => startThread(rules));
  const pending: Promise<{ text: Uint8Array; records: number }>[] = [];
  let turn = 0;
  const send = (chunk: readonly RawRow[]) => {
    const thread = threads[turn++ % threads.length]!;
    pending.push(thread.convert(chunk).then((text) => ({ text, records: chunk.length })));
  };
  const takeFirst = async () => {
    const { text, records } = await pending.shift()!;
    await emit(text, records);
  };
  try {
    let chunk: RawRow[] = [];
    for await (const row of rows) {
      // The reader takes fresh memory for every chunk of the file, so the views in a row stay true until packed.
      chunk.push(row);
      if (chunk.length < CHUNK) continue;
      send(chunk);
      chunk = [];
      if (pending.length >= threads.length * AHEAD) await takeFirst();
    }
    if (chunk.length > 0) send(chunk);
    while (pending.length > 0) await takeFirst();
  } finally {
    await Promise.all(pending.map((answer) => answer.catch(() => undefined)));
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

interface Thread {
  convert(rows: readonly RawRow[]): Promise<Uint8Array>;
  stop(): Promise<unknown>;
}

function startThread(rules: ConvertRules): Thread {
  const worker = new Worker(THREAD, { workerData: rules, resourceLimits: THREAD_LIMITS });
  const waiting: { resolve(text: Uint8Array): void; reject(error: Error): void }[] = [];
  worker.on('message', (text: Uint8Array) => waiting.shift()?.resolve(text));
  worker.on('error', (error: Error) => {
    for (const answer of waiting.splice(0)) answer.reject(error);
  });
  return {
    convert(rows) {
      const packed = packRows(rows);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(packed, buffersOf(packed));
      });
    },
    stop: () => worker.terminate(),
  };
}
