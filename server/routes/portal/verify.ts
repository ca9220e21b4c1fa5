import type { FastifyInstance } from 'fastify';
import { listStatementKeys, verifyFile, verifyPaper } from '../../domain/contract/paper/paper-checks.ts';
import { getCheckedPage, getCheckPage } from '../../domain/contract/portal/pages.ts';
import { checkPage } from '../../pages/check-page.ts';
import { openPage } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import {
  statementKeys,
  verifyPaper as verify,
  verifyFile as verifyDigest,
} from '../../registry/portal/verify-paper.ts';

/** Whether a paper is genuine: for programs and for people. */
export function verifyRoutes(app: FastifyInstance, { tsaTrust }: { readonly tsaTrust: readonly Uint8Array[] }): void {
  const { portal } = app.pools;
  serve(app, verifyPaper, ({ params }) => verify(portal, params.paperCode));
  serve(app, verifyFile, ({ params }) => verifyDigest(portal, tsaTrust, params.sha256));
  serve(app, listStatementKeys, async () => ({ items: await statementKeys(portal) }));
  serve(app, getCheckPage, async ({ query: { code } }, request, reply) => {
    const typed = code?.trim();
    if (typed) return reply.redirect(`/verify/${encodeURIComponent(typed)}`, 303);
    return checkPage(openPage(request, reply), await statementKeys(portal), undefined).markup;
  });
  serve(app, getCheckedPage, async ({ params: { paperCode } }, request, reply) => {
    const check = await verify(portal, paperCode);
    return checkPage(openPage(request, reply), await statementKeys(portal), { typed: paperCode, check }).markup;
  });
}
