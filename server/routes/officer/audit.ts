import type { FastifyInstance } from 'fastify';
import * as doors from '../../domain/contract/audit.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';
import { listAudit } from '../../registry/audit/list-audit.ts';
import { getCheckpoint, proveConsistency, proveInclusion } from '../../registry/audit/prove-audit.ts';

/** The audit log and its proofs, for auditors. */
export function auditRoutes(app: FastifyInstance): void {
  const { app: pool } = app.pools;
  serve(app, doors.listAudit, ({ query }, request) => listAudit(pool, actorOf(request), query));
  serve(app, doors.getCheckpoint, (_, request) => getCheckpoint(pool, actorOf(request)));
  serve(app, doors.proveInclusion, ({ query }, request) => proveInclusion(pool, actorOf(request), query.seq));
  serve(app, doors.proveConsistency, ({ query }, request) => proveConsistency(pool, actorOf(request), query.size));
}
