import type { FastifyInstance } from 'fastify';
import { listShelves, printLabels } from '../../certificates/labels/print-labels.ts';
import * as doors from '../../domain/contract/document/shelves.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';

/** Boxes of the archive, and labels to print. */
export function shelfRoutes(app: FastifyInstance): void {
  const { app: pool } = app.pools;
  serve(app, doors.listShelves, ({ query }, request) => listShelves(pool, actorOf(request), query.q));
  serve(app, doors.printLabels, async ({ body }, request, reply) => {
    const pdf = await printLabels(pool, actorOf(request), body);
    return reply.type('application/pdf').header('content-disposition', 'attachment; filename="nhan.pdf"').send(pdf);
  });
}
