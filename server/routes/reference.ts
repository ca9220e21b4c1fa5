import type { FastifyInstance } from 'fastify';
import { listCommunes } from '../domain/contract/communes.ts';
import { listReference } from '../domain/contract/reference.ts';
import { serve } from '../plugins/serve.ts';
import { listPortalCommunes, listPortalReference } from '../registry/portal/list-portal-reference.ts';

/** Communes and code lists, open to everybody. */
export function referenceRoutes(app: FastifyInstance): void {
  serve(app, listCommunes, ({ query }) => listPortalCommunes(app.pools.portal, query.at));
  serve(app, listReference, ({ params, query }) => listPortalReference(app.pools.portal, params.list, query.at));
}
