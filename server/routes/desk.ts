import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getDesk, getDeskScreen } from '../domain/contract/desk.ts';
import { searchDesk as find } from '../domain/contract/desk-search.ts';
import { deskPage } from '../pages/desk-page.ts';
import type { PageFiles } from '../pages/frame/page-frame.ts';
import { openPage } from '../plugins/reply/page-frame.ts';
import { serve } from '../plugins/serve.ts';
import { searchDesk } from '../registry/search/search-desk.ts';

/** The page of the desk, the same under every address: its script knows the screens. `srid` is the registry's system. */
export function deskRoutes(app: FastifyInstance, desk: { filesNow: () => PageFiles | undefined; srid: number }): void {
  const page = async (_asked: unknown, request: FastifyRequest, reply: FastifyReply) =>
    deskPage({ ...openPage(request, reply), files: desk.filesNow() }, desk.srid).markup;
  serve(app, getDesk, page);
  serve(app, getDeskScreen, page);
  serve(app, find, ({ query }) => searchDesk(app.pools.portal, query));
}
