import type { FastifyInstance } from 'fastify';
import { getHelpPage } from '../../domain/contract/portal/guides.ts';
import { getAboutPage, getCommunesPage, setPreferences } from '../../domain/contract/portal/pages.ts';
import { localPath } from '../../domain/local-path.ts';
import { aboutPage } from '../../pages/about-page.ts';
import { communesPage } from '../../pages/communes-page.ts';
import { helpPage } from '../../pages/help-page.ts';
import { keepPreference, openPage } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { describePublication } from '../../registry/portal/describe-publication.ts';
import { listAllUnits } from '../../registry/portal/list-units.ts';

/** Pages that need no more than one question to the register, and the reader's choices. */
export function plainPageRoutes(app: FastifyInstance): void {
  serve(app, getCommunesPage, async (_asked, request, reply) => {
    const units = await listAllUnits(app.pools.portal);
    return communesPage(openPage(request, reply), units).markup;
  });
  serve(app, getAboutPage, async (_asked, request, reply) => {
    const facts = await describePublication(app.pools.portal);
    return aboutPage(openPage(request, reply), facts).markup;
  });
  serve(app, getHelpPage, async (_asked, request, reply) => helpPage(openPage(request, reply)).markup);
  serve(app, setPreferences, ({ query: { lang, theme, back } }, _request, reply) => {
    const https = app.pageSettings.publicUrl.startsWith('https:');
    if (lang) keepPreference(reply, 'lang', lang, https);
    if (theme) keepPreference(reply, 'theme', theme, https);
    return reply.redirect(localPath(back), 303);
  });
}
