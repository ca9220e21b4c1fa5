/** A reader of the events of batches, for tests: what came, and waiting for what must come. */
import type { BatchProgress } from '../../domain/batch/batch-progress.ts';
import type { Sender } from '../upload/send-upload.ts';

export interface Told {
  readonly event: string;
  readonly id: string;
  readonly data: BatchProgress;
}

export interface Watch {
  readonly told: readonly Told[];
  /** The first event, of those that came or come, for which it holds; throws when the stream ends or time is up. */
  until(holds: (told: Told) => boolean, ms?: number): Promise<Told>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

function parse(block: string): Told | undefined {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':') && line.includes(': '))
      .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  const data = fields.get('data');
  return data === undefined
    ? undefined
    : { event: fields.get('event') ?? '', id: fields.get('id') ?? '', data: JSON.parse(data) ?? {} };
}

export async function watchBatches(sender: Sender, path: string): Promise<Watch> {
  const stop = new AbortController();
  const reply = await fetch(`${sender.base}${path}`, { headers: sender.headers, signal: stop.signal });
  if (reply.status !== 200) throw new Error(`${reply.status} ${await reply.text()}`);
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  let over = false;
  const wake = () => {
    for (const one of waiting) one();
  };
  async function read(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of reply.body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (text + chunk).split('\n\n');
        text = blocks.pop()!;
        told.push(...blocks.map(parse).filter((one) => one !== undefined));
        wake();
      }
    } catch {
      // The connection was cut, by us or by a server that died: the same end to a reader.
    }
    over = true;
    wake();
  }
  const ended = read();
  return {
    told,
    ended,
    until(holds, ms = 60_000) {
      return new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const look = () => {
          const found = told.find(holds);
          if (!found && !over) return;
          leave();
          if (found) resolve(found);
          else reject(new Error(`the stream ended; last: ${JSON.stringify(told.at(-1))}`));
        };
        const timer = setTimeout(() => {
          leave();
          reject(new Error(`not told within ${ms} ms; last: ${JSON.stringify(told.at(-1))}`));
        }, ms);
        waiting.add(look);
        look();
      });
    },
    close: () => stop.abort(),
  };
}

/** Waits until a batch has been read to its end, or waits for somebody. */
export async function readToTheEnd(sender: Sender, batchId: string, ms?: number): Promise<BatchProgress> {
  const watch = await watchBatches(sender, `/api/batches/${batchId}/events`);
  try {
    return (await watch.until(({ data }) => data.work === 'done' || data.work === 'failed', ms)).data;
  } finally {
    watch.close();
  }
}
