import type { FastifyInstance } from 'fastify';
import { getHomePage } from '../../domain/contract/pages.ts';
import { homePage } from '../../pages/home-page.ts';
import { openPage } from '../../plugins/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { describeRegister } from '../../registry/describe-register.ts';
import { drawOverview } from '../../registry/draw-overview.ts';

/** The first page. */
export function homeRoutes(app: FastifyInstance, registrySrid: number): void {
  serve(app, getHomePage, async (_asked, request, reply) => {
    const [register, overview] = await Promise.all([describeRegister(app.pools), drawOverview(app.pools)]);
    return homePage(openPage(request, reply), { ...register, registrySrid, overview }).markup;
  });
}
