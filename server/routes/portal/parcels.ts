import type { FastifyInstance } from 'fastify';
import { listPortalParcels, getPortalParcel as oneParcel } from '../../domain/contract/portal/portal-parcels.ts';
import { serve } from '../../plugins/serve.ts';
import { findPortalParcels } from '../../registry/portal/find-portal-parcels.ts';
import { getPortalParcel } from '../../registry/portal/get-portal-parcel.ts';

/** The public look-up of parcels: no account, no person. */
export function portalParcelRoutes(app: FastifyInstance): void {
  serve(app, listPortalParcels, ({ query }) => findPortalParcels(app.pools.portal, 'lookup', query));
  serve(app, oneParcel, ({ params, query }) => getPortalParcel(app.pools.portal, 'lookup', params.id, query.at));
}
