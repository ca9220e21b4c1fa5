import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as doors from '../../domain/contract/batch/uploads.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { languageOf } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { openBatchFeed } from '../../registry/batch/batch-feed.ts';
import { getProgress } from '../../registry/batch/get-progress.ts';
import type { QueueImport } from '../../registry/batch/queue-import.ts';
import { retryBatch } from '../../registry/batch/retry-batch.ts';
import { showProgress } from '../../registry/batch/show-progress.ts';
import type { Notices } from '../../registry/register/notices.ts';

/** Proxies close what is silent for a minute; a comment is nothing to the reader. */
const BEAT_MS = 15_000;
/** A stream ends then, or with what its reader showed to be let in, and he asks for another: with a token that holds. */
const LONGEST_MS = 600_000;
/** A session that nobody can confirm, since the provider is away, may read, and is asked again after this. */
const UNCONFIRMED_MS = 30_000;

function longestFor(request: FastifyRequest): number {
  const left = (request.actorUntil?.getTime() ?? 0) - Date.now();
  if (left > 0) return Math.min(LONGEST_MS, left);
  return request.headers.authorization === undefined ? UNCONFIRMED_MS : 0;
}
/** What a reader that does not read may pile up before it is let go; it connects again and begins with the full state. */
const MOST_WAITING_BYTES = 1 << 20;

/** How batches come along: asked once, or told live as server-sent events; and the second try. */
export function batchProgressRoutes(app: FastifyInstance, notices: Notices, queue: QueueImport): void {
  const { app: pool } = app.pools;
  const feed = openBatchFeed(pool, notices, (error) =>
    app.log.warn({ cause: String(error) }, 'watchers of batches could not be told'),
  );
  // Before the server waits for its connections: these would never end by themselves.
  app.addHook('preClose', async () => feed.close());

  async function watch(
    request: FastifyRequest,
    reply: FastifyReply,
    batchIds: readonly string[],
    withRegister: boolean,
  ): Promise<FastifyReply> {
    const out = new PassThrough();
    const language = languageOf(request);
    let events = 0;
    const send = (event: string, data: unknown) => {
      if (out.writableEnded || out.destroyed) return;
      events += 1;
      out.write(`id: ${events}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      if (out.writableLength > MOST_WAITING_BYTES) out.end();
    };
    const stop = await feed.watch({
      actor: actorOf(request),
      batchIds,
      tell: (row) => send('batch', showProgress(row, language)),
      news: (news) => withRegister && send('register', news),
      end() {
        send('ended', {});
        out.end();
      },
    });
    const beatOnce = () => {
      if (!out.writableEnded) out.write(': \n\n');
    };
    // The head of an answer goes out with its first byte: a reader whose batches have nothing to tell would wait for a beat to hear that it is heard.
    beatOnce();
    const beat = setInterval(beatOnce, BEAT_MS);
    const over = setTimeout(() => out.end(), longestFor(request));
    out.once('close', () => {
      clearInterval(beat);
      clearTimeout(over);
      stop();
    });
    // What proxies must not hold back to gather more of it.
    return reply.headers({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }).send(out);
  }

  serve(app, doors.watchBatches, ({ query }, request, reply) =>
    watch(request, reply, query.ids?.split(',') ?? [], true),
  );
  serve(app, doors.watchBatch, ({ params }, request, reply) => watch(request, reply, [params.id], false));
  serve(app, doors.getBatchProgress, async ({ params }, request) =>
    showProgress(await getProgress(pool, actorOf(request), params.id), languageOf(request)),
  );
  serve(app, doors.retryBatch, async ({ params }, request) =>
    showProgress(await retryBatch(pool, actorOf(request), params.id, queue), languageOf(request)),
  );
}
