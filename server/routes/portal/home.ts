import type { FastifyInstance } from 'fastify';
import type { Asked } from '../../domain/contract/contract.ts';
import { getHomePage } from '../../domain/contract/portal/pages.ts';
import { homePage } from '../../pages/home-page.ts';
import { openPage } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { describeRegister } from '../../registry/portal/describe-register.ts';
import { drawOverview } from '../../registry/portal/draw-overview.ts';

/** Where a question is answered that stands in the address of the first page. */
function answerOf({ q = '', at, lang }: Asked<typeof getHomePage>['query']): string {
  const asked = Object.entries({ q, at, lang }).filter((part): part is [string, string] => part[1] !== undefined);
  return `/search?${new URLSearchParams(asked)}`;
}

/** The first page. */
export function homeRoutes(app: FastifyInstance, registrySrid: number): void {
  serve(app, getHomePage, async ({ query }, request, reply) => {
    if (query.q !== undefined) return reply.redirect(answerOf(query), 303);
    const [register, overview] = await Promise.all([describeRegister(app.pools), drawOverview(app.pools)]);
    return homePage(openPage(request, reply), { ...register, registrySrid, overview }).markup;
  });
}
