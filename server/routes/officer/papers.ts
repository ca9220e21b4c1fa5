import type { FastifyInstance } from 'fastify';
import { issuePaper, type PaperPress } from '../../certificates/issue-paper.ts';
import { getPaper, getPaperPdf, listPapers } from '../../certificates/read-papers.ts';
import { listPaperTemplates, renderTemplateVersion } from '../../certificates/versions/template-versions.ts';
import * as templates from '../../domain/contract/paper/paper-templates.ts';
import * as doors from '../../domain/contract/paper/papers.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';

/** Papers: made, listed, and handed out as the bytes that were signed. */
export function paperRoutes(app: FastifyInstance, press: PaperPress): void {
  const { pool } = press;
  serve(app, doors.issuePaper, ({ body, idempotencyKey }, request) =>
    issuePaper(press, actorOf(request), body, idempotencyKey),
  );
  serve(app, doors.listPapers, ({ query }, request) => listPapers(pool, actorOf(request), query.parcelId));
  serve(app, doors.getPaper, ({ params }, request) => getPaper(pool, actorOf(request), params.serial));
  serve(app, templates.listPaperTemplates, () => listPaperTemplates(press.templates));
  serve(app, templates.getPaperTemplatePdf, async ({ params }, _request, reply) => {
    const { templateKind, templateVersion } = params;
    const bytes = await renderTemplateVersion(press.templates, templateKind, Number(templateVersion));
    return reply
      .header('content-disposition', `inline; filename="${templateKind}-${templateVersion}.pdf"`)
      .type('application/pdf')
      .send(bytes);
  });
  serve(app, doors.getPaperPdf, async ({ params }, request, reply) => {
    const bytes = await getPaperPdf(press, actorOf(request), params.serial);
    // Shown by the browser itself, which prints it and keeps it.
    return reply
      .header('content-disposition', `inline; filename="${params.serial}.pdf"`)
      .type('application/pdf')
      .send(bytes);
  });
}
