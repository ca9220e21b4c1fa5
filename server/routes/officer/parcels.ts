import type { FastifyInstance } from 'fastify';
import { getParcelLineage as lineageDoor } from '../../domain/contract/parcel/parcel-lineage.ts';
import * as doors from '../../domain/contract/parcel/parcels.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';
import { getParcel } from '../../registry/parcel/get-parcel.ts';
import { getParcelHistory } from '../../registry/parcel/get-parcel-history.ts';
import { getParcelLineage } from '../../registry/parcel/get-parcel-lineage.ts';
import { getParcelNeighbours } from '../../registry/parcel/get-parcel-neighbours.ts';
import { getParcelRights } from '../../registry/parcel/get-parcel-rights.ts';
import { listParcels } from '../../registry/parcel/list-parcels.ts';

/** Parcels for staff: search, page, holders, history, neighbours. */
export function parcelRoutes(app: FastifyInstance): void {
  const { app: pool } = app.pools;
  serve(app, doors.listParcels, ({ query }, request) => listParcels(pool, actorOf(request), query));
  serve(app, doors.getParcel, ({ params, query }, request) => getParcel(pool, actorOf(request), params.id, query));
  serve(app, doors.getParcelRights, ({ params, query }, request) =>
    getParcelRights(pool, actorOf(request), params.id, query),
  );
  serve(app, doors.getParcelHistory, ({ params }, request) => getParcelHistory(pool, actorOf(request), params.id));
  serve(app, lineageDoor, ({ params }, request) => getParcelLineage(pool, actorOf(request), params.id));
  serve(app, doors.getParcelNeighbours, ({ params, query }, request) =>
    getParcelNeighbours(pool, actorOf(request), params.id, query.after),
  );
}
