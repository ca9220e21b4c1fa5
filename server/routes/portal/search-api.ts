import type { FastifyInstance } from 'fastify';
import { searchLand as search, suggestLand as suggest } from '../../domain/contract/portal/portal-search.ts';
import { serve } from '../../plugins/serve.ts';
import { searchLand } from '../../registry/search/search-land.ts';
import { suggestLand } from '../../registry/search/suggest-land.ts';

/** The question box: what a text means, and suggestions while it is typed. */
export function portalSearchRoutes(app: FastifyInstance): void {
  serve(app, search, ({ query }) => searchLand(app.pools.portal, 'lookup', query));
  serve(app, suggest, ({ query }) => suggestLand(app.pools.portal, 'lookup', query));
}
