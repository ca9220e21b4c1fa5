import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as doors from '../domain/contract/ogc-tiles.ts';
import { Problem } from '../domain/problem/problem.ts';
import { findExtent } from '../ogc/describe-collection.ts';
import type { OgcFrame } from '../ogc/describe-service.ts';
import { STYLE_JSON } from '../ogc/ogc-links.ts';
import { requireCollection, requireShapes } from '../ogc/open-collections.ts';
import { tileStyle } from '../ogc/tile-style.ts';
import * as documents from '../ogc/tileset-documents.ts';
import { bearerOf } from '../plugins/access/bearer-of.ts';
import { goneSignal } from '../plugins/reply/gone-signal.ts';
import { languageOf } from '../plugins/reply/page-frame.ts';
import { serve } from '../plugins/serve.ts';
import { listPortalReference } from '../registry/portal/list-portal-reference.ts';
import { joinTiles } from '../tiles/dataset-tile.ts';
import { layerTile } from '../tiles/layer-tile.ts';
import { outlineTile } from '../tiles/outline-tile.ts';
import { parcelTile } from '../tiles/parcel-tile.ts';
import { formOf, sendDocument } from './ogc.ts';
import { readQuestion, sendTile, type TileCaches } from './tiles.ts';

export interface OgcTileOptions {
  readonly publicUrl: string;
  readonly tileCaches: TileCaches;
}

/** OGC API - Tiles over the tiles that the map reads: the same statements and caches. What they tell both channels of the policy must open, "tiles" and "ogc". */
export function ogcTileRoutes(app: FastifyInstance, { publicUrl, tileCaches }: OgcTileOptions): void {
  const { portal: pool, tiles } = app.pools;
  const frameOf = (request: FastifyRequest): OgcFrame => ({
    publicUrl,
    language: languageOf(request),
    form: formOf(request),
  });
  const tiled = async (id: string, request: FastifyRequest, reply: FastifyReply) => {
    const collection = await requireCollection(pool, await bearerOf(request, reply), id);
    if (!documents.isTiled(collection)) throw new Problem('collection.not_found');
    return collection;
  };
  const colours = async () => {
    const { items } = await listPortalReference(pool, 'land-use', undefined);
    return items.flatMap(({ code, attributes: { fill } }) => (typeof fill === 'string' ? [{ code, fill }] : []));
  };
  const sendStyle = async (thing: documents.TiledThing, request: FastifyRequest, reply: FastifyReply) =>
    reply.type(STYLE_JSON).send(tileStyle(thing, await colours(), frameOf(request)));
  const sendTileJson = async (thing: documents.TiledThing, request: FastifyRequest, reply: FastifyReply) =>
    reply.type('application/json').send(documents.tileJson(thing, await findExtent(pool), frameOf(request)));

  serve(app, doors.listOgcTilesets, async (_asked, request, reply) =>
    sendDocument(request, reply, documents.tilesetsDocument(null, await findExtent(pool), frameOf(request))),
  );
  serve(app, doors.getOgcTileset, async (_asked, request, reply) =>
    sendDocument(request, reply, documents.tilesetDocument(null, await findExtent(pool), frameOf(request))),
  );
  serve(app, doors.listOgcCollectionTilesets, async ({ params }, request, reply) => {
    const collection = await tiled(params.collection, request, reply);
    return sendDocument(
      request,
      reply,
      documents.tilesetsDocument(collection, await findExtent(pool), frameOf(request)),
    );
  });
  serve(app, doors.getOgcCollectionTileset, async ({ params }, request, reply) => {
    const collection = await tiled(params.collection, request, reply);
    return sendDocument(
      request,
      reply,
      documents.tilesetDocument(collection, await findExtent(pool), frameOf(request)),
    );
  });
  serve(app, doors.getOgcTileJson, (_asked, request, reply) => sendTileJson(null, request, reply));
  serve(app, doors.getOgcCollectionTileJson, async ({ params }, request, reply) =>
    sendTileJson(await tiled(params.collection, request, reply), request, reply),
  );
  serve(app, doors.getOgcTileStyle, (_asked, request, reply) => sendStyle(null, request, reply));
  serve(app, doors.getOgcCollectionTileStyle, async ({ params }, request, reply) =>
    sendStyle(await tiled(params.collection, request, reply), request, reply),
  );
  serve(app, doors.getOgcTile, async ({ params: { z, x, y } }, request, reply) => {
    const question = readQuestion({ z, x, y }, undefined, request);
    const policy = await requireShapes(pool, await bearerOf(request, reply));
    const signal = goneSignal(reply);
    // What the caller has is of both together.
    const each = { ...question, known: undefined };
    const [outlines, parcels] = await Promise.all([
      outlineTile(tiles, tileCaches.outlines, each, signal, policy),
      parcelTile(tiles, tileCaches.parcels, each, signal, policy),
    ]);
    return sendTile(await joinTiles(outlines, parcels, question.known), request, reply);
  });
  serve(app, doors.getOgcCollectionTile, async ({ params: { collection: id, z, x, y } }, request, reply) => {
    const question = readQuestion({ z, x, y }, undefined, request);
    const { layer } = await tiled(id, request, reply);
    const signal = goneSignal(reply);
    return sendTile(
      layer === undefined
        ? await parcelTile(
            tiles,
            tileCaches.parcels,
            question,
            signal,
            await requireShapes(pool, await bearerOf(request, reply)),
          )
        : await layerTile(tiles, tileCaches.layers, layer, question, signal),
      request,
      reply,
    );
  });
  serve(app, doors.listOgcTileMatrixSets, (_asked, request, reply) =>
    sendDocument(request, reply, documents.tileMatrixSetsDocument(frameOf(request))),
  );
  serve(app, doors.getOgcTileMatrixSet, (_asked, request, reply) =>
    sendDocument(request, reply, documents.tileMatrixSetDocument(frameOf(request))),
  );
}
