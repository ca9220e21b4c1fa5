import type { FastifyInstance } from 'fastify';
import * as doors from '../../domain/contract/batch/column-profiles.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';
import { deleteColumnProfile } from '../../registry/columns/delete-column-profile.ts';
import { listColumnProfiles } from '../../registry/columns/list-column-profiles.ts';
import { nameColumns } from '../../registry/columns/name-columns.ts';

/** Meanings of columns under a name. */
export function columnProfileRoutes(app: FastifyInstance): void {
  const { app: pool } = app.pools;
  serve(app, doors.listColumnProfiles, (_asked, request) => listColumnProfiles(pool, actorOf(request)));
  serve(app, doors.nameColumns, async ({ body }, request, reply) => {
    const named = await nameColumns(pool, actorOf(request), body);
    reply.code(201);
    return named;
  });
  serve(app, doors.deleteColumnProfile, async ({ params }, request, reply) => {
    await deleteColumnProfile(pool, actorOf(request), params.id);
    return reply.code(204).send();
  });
}
