import type { FastifyInstance } from 'fastify';
import * as doors from '../../domain/contract/document/scans.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';
import { arrangePages, getScan } from '../../registry/document/arrange-pages.ts';
import type { QueueScan } from '../../registry/document/queue-scan.ts';

/** Scanned files: their pages, and which documents these make. */
export function scanRoutes(app: FastifyInstance, queue: QueueScan): void {
  const { app: pool } = app.pools;
  serve(app, doors.getScan, ({ params }, request) => getScan(pool, actorOf(request), params.id));
  serve(app, doors.arrangePages, ({ params, body }, request) =>
    arrangePages(pool, actorOf(request), queue, params.id, body.documents),
  );
}
