import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getEditionTile } from '../domain/contract/layers.ts';
import { getLayerTile, getOutlineTile, getParcelTile } from '../domain/contract/tiles.ts';
import { Problem } from '../domain/problem/problem.ts';
import { isTileAddress, type TileAddress } from '../domain/tile-address.ts';
import { goneSignal } from '../plugins/reply/gone-signal.ts';
import { serve } from '../plugins/serve.ts';
import type { TileAnswer, TileQuestion } from '../tiles/answer-tile.ts';
import { editionTile, layerTile } from '../tiles/layer-tile.ts';
import { outlineTile } from '../tiles/outline-tile.ts';
import { parcelTile } from '../tiles/parcel-tile.ts';
import { createTileCache } from '../tiles/tile-cache.ts';

const PARCEL_CACHE_BYTES = 64 * 2 ** 20;
const OUTLINE_CACHE_BYTES = 16 * 2 ** 20;
const LAYER_CACHE_BYTES = 16 * 2 ** 20;

/** What is kept of finished tiles, for every door that gives them. */
export const openTileCaches = () => ({
  parcels: createTileCache(PARCEL_CACHE_BYTES),
  outlines: createTileCache(OUTLINE_CACHE_BYTES),
  layers: createTileCache(LAYER_CACHE_BYTES),
});
export type TileCaches = ReturnType<typeof openTileCaches>;

/** `gzip` among the codings a client takes, and not refused by q=0 (RFC 9110, 12.5.3). */
const takesGzip = (header: string | undefined) => /\b(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(header ?? '');

/** The question a request for a tile asks. Throws tile.out_of_range. */
export function readQuestion(params: TileAddress, at: string | undefined, request: FastifyRequest): TileQuestion {
  if (!isTileAddress(params)) throw new Problem('tile.out_of_range');
  return { tile: params, at: at ?? null, known: request.headers['if-none-match'] };
}

export function sendTile(answer: TileAnswer, request: FastifyRequest, reply: FastifyReply) {
  reply.header('etag', answer.etag).header('vary', 'Accept-Encoding');
  if (answer.kind === 'unchanged') return reply.code(304).send();
  if (answer.kind === 'empty') return reply.code(204).send();
  reply.type(getParcelTile.media);
  if (!takesGzip(request.headers['accept-encoding'])) return reply.send(gunzipSync(answer.gzipped));
  return reply.header('content-encoding', 'gzip').send(answer.gzipped);
}

/** Vector tiles of registered parcels, of what is derived from them, and of public layers. */
export function tileRoutes(app: FastifyInstance, { parcels, outlines, layers }: TileCaches): void {
  serve(app, getParcelTile, async ({ params, query }, request, reply) => {
    const question = readQuestion(params, query.at, request);
    return sendTile(await parcelTile(app.pools.tiles, parcels, question, goneSignal(reply)), request, reply);
  });
  serve(app, getOutlineTile, async ({ params, query }, request, reply) => {
    const question = readQuestion(params, query.at, request);
    return sendTile(await outlineTile(app.pools.tiles, outlines, question, goneSignal(reply)), request, reply);
  });
  serve(app, getLayerTile, async ({ params: { layer, ...tile } }, request, reply) => {
    const question = readQuestion(tile, undefined, request);
    return sendTile(await layerTile(app.pools.tiles, layers, layer, question, goneSignal(reply)), request, reply);
  });
  serve(app, getEditionTile, async ({ params: { layer, edition, ...tile } }, request, reply) => {
    const question = readQuestion(tile, undefined, request);
    return sendTile(await editionTile(app.pools.app, { layer, edition }, question, goneSignal(reply)), request, reply);
  });
}
