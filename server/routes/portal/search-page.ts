import type { FastifyInstance } from 'fastify';
import { getSearchPage } from '../../domain/contract/portal/pages.ts';
import { onlyAnswer } from '../../pages/only-answer.ts';
import { searchPage } from '../../pages/search-page.ts';
import { openPage } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { outlineParcels } from '../../registry/portal/outline-parcels.ts';
import { outlineUnits } from '../../registry/portal/outline-units.ts';
import { searchLand } from '../../registry/search/search-land.ts';

/** What a question finds. One answer is gone to; several are a choice. */
export function searchPageRoutes(app: FastifyInstance): void {
  serve(app, getSearchPage, async ({ query: { q = '', at } }, request, reply) => {
    const answer = q.trim() === '' ? undefined : await searchLand(app.pools.portal, 'lookup', { q, at });
    const only = answer && onlyAnswer(answer, at);
    if (only !== undefined) return reply.redirect(only, 303);
    const listed = [...(answer?.parcels ?? []), ...(answer?.near ?? [])].map(({ id }) => id);
    const shapes = await outlineParcels(app.pools.portal, 'lookup', listed, at);
    const unitShape = answer && (await outlineUnits(app.pools.tiles, answer));
    return searchPage(openPage(request, reply), { q, at, answer, shapes, unitShape }).markup;
  });
}
