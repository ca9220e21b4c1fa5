import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as ogc from '../domain/contract/ogc.ts';
import type { OgcDocument } from '../domain/ogc/ogc-document.ts';
import { Problem } from '../domain/problem/problem.ts';
import { findExtents, isFiltered } from '../ogc/describe-collection.ts';
import type { OgcFrame } from '../ogc/describe-service.ts';
import { itemDocument, itemsDocument } from '../ogc/feature-documents.ts';
import { getItem } from '../ogc/get-item.ts';
import { listItems } from '../ogc/list-items.ts';
import { listOpenCollections, requireCollection } from '../ogc/open-collections.ts';
import * as documents from '../ogc/service-documents.ts';
import { ogcPage } from '../pages/ogc/ogc-page.ts';
import { bearerOf } from '../plugins/access/bearer-of.ts';
import { languageOf, openPage } from '../plugins/reply/page-frame.ts';
import { serve } from '../plugins/serve.ts';

export interface OgcOptions {
  readonly publicUrl: string;
  readonly registrySrid: number;
}

/** JSON to programs, a page to whoever prefers one; `f` decides over Accept. */
export function formOf(request: FastifyRequest): OgcFrame['form'] {
  const { f } = request.query as { f?: 'json' | 'html' };
  if (f) return f;
  const [first = ''] = (request.headers.accept ?? '').split(',', 1);
  return first.trim().startsWith('text/html') ? 'html' : 'json';
}

/** Sends a document in the form that is wanted. */
export function sendDocument(request: FastifyRequest, reply: FastifyReply, document: OgcDocument) {
  if (document.contentCrs !== undefined) reply.header('content-crs', `<${document.contentCrs}>`);
  if (formOf(request) === 'html') return reply.send(ogcPage(openPage(request, reply), document.page()).markup);
  reply.headers({ 'content-type': document.type, vary: 'Accept, Accept-Language, Authorization' });
  // As bytes: to text a charset is added and the version quoted, and GDAL then reads no description and sends no filters.
  return reply.send(Buffer.from(document.json()));
}

/** OGC API: every document as JSON and as a page. What a token opens beside what is public, `open-collections.ts` says. */
export function ogcRoutes(app: FastifyInstance, { publicUrl, registrySrid }: OgcOptions): void {
  const pool = app.pools.portal;
  const frameOf = (request: FastifyRequest): OgcFrame => ({
    publicUrl,
    language: languageOf(request),
    form: formOf(request),
  });

  for (const landing of [ogc.getOgcLanding, ogc.getOgcRoot]) {
    serve(app, landing, (_asked, request, reply) =>
      sendDocument(request, reply, documents.landingDocument(frameOf(request))),
    );
  }
  serve(app, ogc.getOgcConformance, (_asked, request, reply) =>
    sendDocument(request, reply, documents.conformanceDocument(frameOf(request))),
  );
  serve(app, ogc.getOgcApi, async (_asked, request, reply) => {
    const collections = await listOpenCollections(pool, await bearerOf(request, reply));
    return sendDocument(request, reply, documents.apiDocument(collections, frameOf(request)));
  });
  serve(app, ogc.listOgcCollections, async (_asked, request, reply) => {
    const collections = await listOpenCollections(pool, await bearerOf(request, reply));
    const extents = await findExtents(pool, collections);
    return sendDocument(
      request,
      reply,
      documents.collectionsDocument(collections, extents, registrySrid, frameOf(request)),
    );
  });
  serve(app, ogc.getOgcCollection, async ({ params }, request, reply) => {
    const collection = await requireCollection(pool, await bearerOf(request, reply), params.collection);
    const extents = await findExtents(pool, [collection]);
    return sendDocument(
      request,
      reply,
      documents.collectionDocument(collection, extents, registrySrid, frameOf(request)),
    );
  });
  serve(app, ogc.getOgcQueryables, async ({ params }, request, reply) => {
    const collection = await requireCollection(pool, await bearerOf(request, reply), params.collection);
    if (!isFiltered(collection)) throw new Problem('collection.not_found');
    return sendDocument(request, reply, documents.queryablesDocument(collection, frameOf(request)));
  });
  serve(app, ogc.listOgcItems, async ({ params, query }, request, reply) => {
    const collection = await requireCollection(pool, await bearerOf(request, reply), params.collection);
    const page = await listItems(pool, collection, query, frameOf(request));
    reply.header('link', page.links.map(({ href, rel, type }) => `<${href}>; rel="${rel}"; type="${type}"`).join(', '));
    return sendDocument(request, reply, itemsDocument(collection, page, frameOf(request)));
  });
  serve(app, ogc.getOgcItem, async ({ params, query }, request, reply) => {
    const collection = await requireCollection(pool, await bearerOf(request, reply), params.collection);
    const item = await getItem(pool, collection, params.featureId, query.crs, frameOf(request));
    return sendDocument(request, reply, itemDocument(collection, item, frameOf(request)));
  });
}
