import type { IncomingMessage } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

export interface RequestBody {
  readonly stream: ReadableStream;
  /** Nobody reads on: what still comes is thrown away, so that the sender gets to see the reply. */
  drop(): void;
}

/** A sender who does not stop when he is told what is wrong is cut off. */
const LONGEST_DROP_MS = 10_000;

/** The body of a request as tus wants it, which can be let go of before it is read to its end. */
export function openBody(raw: IncomingMessage): RequestBody {
  const through = new PassThrough();
  const fail = (error: Error) => void through.destroy(error);
  raw.on('error', fail);
  raw.once('close', () => {
    if (!raw.complete) fail(new Error('the sender went away'));
  });
  // Whoever reads the stream hears of it; this only keeps it from ending the process when nobody does.
  through.on('error', () => undefined);
  raw.pipe(through);
  return {
    stream: Readable.toWeb(through) as ReadableStream,
    drop() {
      if (raw.complete && raw.readableEnded) return;
      raw.unpipe(through);
      raw.resume();
      const timer = setTimeout(() => raw.destroy(), LONGEST_DROP_MS);
      raw.once('close', () => clearTimeout(timer));
    },
  };
}
