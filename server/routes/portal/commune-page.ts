import type { FastifyInstance } from 'fastify';
import { getCommunePage } from '../../domain/contract/portal/pages.ts';
import { communePage } from '../../pages/commune-page.ts';
import { openPage } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { describeCommune } from '../../registry/portal/describe-commune.ts';
import { listSheetParcels } from '../../registry/portal/list-sheet-parcels.ts';

const ROWS = 50;

/** The page of one commune. */
export function communePageRoutes(app: FastifyInstance): void {
  serve(app, getCommunePage, async ({ params: { code }, query: { at, sheet, unit, cursor } }, request, reply) => {
    const pool = app.pools.portal;
    const [facts, parcels] = await Promise.all([
      describeCommune(pool, 'lookup', code, at),
      listSheetParcels(pool, 'lookup', { commune: code, at, sheet, unit, cursor, limit: ROWS }),
    ]);
    return communePage(openPage(request, reply), { facts, parcels, sheet, unit, cursor, at }).markup;
  });
}
