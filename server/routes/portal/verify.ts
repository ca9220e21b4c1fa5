import type { FastifyInstance } from 'fastify';
import { verifyFile, verifyPaper } from '../../domain/contract/paper-checks.ts';
import { getCheckedPage, getCheckPage } from '../../domain/contract/portal/pages.ts';
import { checkPage } from '../../pages/check-page.ts';
import { openPage } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { verifyPaper as verify, verifyFile as verifyDigest } from '../../registry/portal/verify-paper.ts';

/** Whether a paper is genuine: for programs and for people. */
export function verifyRoutes(app: FastifyInstance, { tsaTrust }: { readonly tsaTrust: readonly Uint8Array[] }): void {
  const { portal } = app.pools;
  serve(app, verifyPaper, ({ params }) => verify(portal, params.paperCode));
  serve(app, verifyFile, ({ params }) => verifyDigest(portal, tsaTrust, params.sha256));
  serve(app, getCheckPage, ({ query: { code } }, request, reply) => {
    const typed = code?.trim();
    if (typed) return reply.redirect(`/verify/${encodeURIComponent(typed)}`, 303);
    return checkPage(openPage(request, reply), undefined).markup;
  });
  serve(app, getCheckedPage, async ({ params: { paperCode } }, request, reply) => {
    const check = await verify(portal, paperCode);
    return checkPage(openPage(request, reply), { typed: paperCode, check }).markup;
  });
}
