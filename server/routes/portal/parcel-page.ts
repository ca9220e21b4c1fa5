import type { FastifyInstance } from 'fastify';
import { getParcelPage } from '../../domain/contract/portal/pages.ts';
import { parcelPage } from '../../pages/parcel/parcel-page.ts';
import { openPage } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { drawParcel } from '../../registry/portal/draw-parcel.ts';
import { getPortalParcel } from '../../registry/portal/get-portal-parcel.ts';

/** The page of one parcel. */
export function parcelPageRoutes(app: FastifyInstance): void {
  serve(app, getParcelPage, async ({ params: { id }, query: { at } }, request, reply) => {
    const [parcel, drawing] = await Promise.all([
      getPortalParcel(app.pools.portal, 'lookup', id, at),
      drawParcel(app.pools.portal, id, at),
    ]);
    return parcelPage(openPage(request, reply), { parcel, drawing, at }).markup;
  });
}
