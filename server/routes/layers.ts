import type { FastifyInstance } from 'fastify';
import * as doors from '../domain/contract/layers.ts';
import { listPublicLayers as publicDoor } from '../domain/contract/portal/portal-layers.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { serve } from '../plugins/serve.ts';
import { askFetch } from '../registry/layer/ask-fetch.ts';
import { decideEdition } from '../registry/layer/decide-edition.ts';
import { getParcelOverlays } from '../registry/layer/get-parcel-overlays.ts';
import { listLayers } from '../registry/layer/list-layers.ts';
import { listPublicLayers } from '../registry/layer/list-public-layers.ts';
import { previewEdition } from '../registry/layer/preview-edition.ts';

/** Thematic layers: what is around land. */
export function layerRoutes(app: FastifyInstance, sources: readonly string[]): void {
  serve(app, publicDoor, ({ query }) => listPublicLayers(app.pools.portal, query.at));
  serve(app, doors.getParcelOverlays, ({ params, query }, request) =>
    getParcelOverlays(app.pools.app, actorOf(request), params.id, query.at),
  );
  serve(app, doors.listLayers, (_asked, request) => listLayers(app.pools.app, actorOf(request), sources));
  serve(app, doors.fetchLayer, ({ body }, request) => askFetch(app.pools.app, actorOf(request), body, sources));
  serve(app, doors.enforceEdition, ({ params }, request) =>
    decideEdition(app.pools.app, actorOf(request), params, { step: 'enforce' }),
  );
  serve(app, doors.refuseEdition, ({ params, body }, request) =>
    decideEdition(app.pools.app, actorOf(request), params, { step: 'refuse', reason: body.reason }),
  );
  serve(app, doors.withdrawEdition, ({ params, body }, request) =>
    decideEdition(app.pools.app, actorOf(request), params, { step: 'withdraw', reason: body.reason }),
  );
  serve(app, doors.restoreEdition, ({ params }, request) =>
    decideEdition(app.pools.app, actorOf(request), params, { step: 'restore' }),
  );
  serve(app, doors.previewEdition, ({ params }, request) => previewEdition(app.pools.app, actorOf(request), params));
}
