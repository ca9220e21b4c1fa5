import type { FastifyInstance } from 'fastify';
import * as doors from '../domain/contract/layers.ts';
import { listPublicLayers as publicDoor } from '../domain/contract/portal/portal-layers.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { serve } from '../plugins/serve.ts';
import { getParcelOverlays } from '../registry/layer/get-parcel-overlays.ts';
import { listPublicLayers } from '../registry/layer/list-public-layers.ts';

/** Thematic layers: what is around land. */
export function layerRoutes(app: FastifyInstance): void {
  serve(app, publicDoor, ({ query }) => listPublicLayers(app.pools.portal, query.at));
  serve(app, doors.getParcelOverlays, ({ params, query }, request) =>
    getParcelOverlays(app.pools.app, actorOf(request), params.id, query.at),
  );
}
