import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { getParcelTile } from '../domain/contract/tiles.ts';
import { Problem } from '../domain/problem.ts';
import { isTileAddress } from '../domain/tile-address.ts';
import { serve } from '../plugins/serve.ts';
import { parcelTile } from '../tiles/parcel-tile.ts';
import { createTileCache } from '../tiles/tile-cache.ts';

const CACHE_BYTES = 64 * 2 ** 20;

/** A signal that fires when the client goes away before its reply is out. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}

/** `gzip` among the codings a client takes, and not refused by q=0 (RFC 9110, 12.5.3). */
const takesGzip = (header: string | undefined) => /\b(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(header ?? '');

/** Vector tiles of registered parcels. */
export function tileRoutes(app: FastifyInstance): void {
  const cache = createTileCache(CACHE_BYTES);
  serve(app, getParcelTile, async ({ params, query }, request, reply) => {
    if (!isTileAddress(params)) throw new Problem('tile.out_of_range');
    const question = { tile: params, at: query.at ?? null, known: request.headers['if-none-match'] };
    const answer = await parcelTile(app.pools.tiles, cache, question, goneSignal(reply));
    reply.header('etag', answer.etag).header('vary', 'Accept-Encoding');
    if (answer.kind === 'unchanged') return reply.code(304).send();
    if (answer.kind === 'empty') return reply.code(204).send();
    reply.type(getParcelTile.media);
    if (!takesGzip(request.headers['accept-encoding'])) return reply.send(gunzipSync(answer.gzipped));
    return reply.header('content-encoding', 'gzip').send(answer.gzipped);
  });
}
