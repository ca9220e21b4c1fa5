import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getDesk, getDeskScreen } from '../domain/contract/desk.ts';
import { searchDesk as find, searchHolders as findHolders } from '../domain/contract/parcel/desk-search.ts';
import { deskPage } from '../pages/desk-page.ts';
import type { PageFiles } from '../pages/frame/page-frame.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { openPage } from '../plugins/reply/page-frame.ts';
import { serve } from '../plugins/serve.ts';
import { searchDesk } from '../registry/search/search-desk.ts';
import { searchHolders } from '../registry/search/search-holders.ts';
import { createIdentityCipher } from '../registry/store/identity-cipher.ts';

/** The page of the desk, the same under every address: its script knows the screens. `srid` is the registry's system. */
export function deskRoutes(
  app: FastifyInstance,
  desk: { filesNow: () => PageFiles | undefined; srid: number; personalDataKey: Buffer },
): void {
  const page = async (_asked: unknown, request: FastifyRequest, reply: FastifyReply) =>
    deskPage({ ...openPage(request, reply), files: desk.filesNow() }, desk.srid).markup;
  serve(app, getDesk, page);
  serve(app, getDeskScreen, page);
  const { portal, app: pool } = app.pools;
  serve(app, find, ({ body }) => searchDesk(portal, body));
  const { hash } = createIdentityCipher(desk.personalDataKey);
  serve(app, findHolders, ({ body }, request) => searchHolders({ pool, portal, hash }, actorOf(request), body));
}
