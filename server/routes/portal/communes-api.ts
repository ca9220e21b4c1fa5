import type { FastifyInstance } from 'fastify';
import { getPortalCommune } from '../../domain/contract/portal/portal-communes.ts';
import { serve } from '../../plugins/serve.ts';
import { describeCommune } from '../../registry/portal/describe-commune.ts';

/** What is registered in one commune, in numbers. */
export function portalCommuneRoutes(app: FastifyInstance): void {
  serve(app, getPortalCommune, ({ params, query }) =>
    describeCommune(app.pools.portal, 'lookup', params.code, query.at),
  );
}
