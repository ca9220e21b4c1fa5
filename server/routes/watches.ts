import type { FastifyInstance } from 'fastify';
import * as doors from '../domain/contract/watches.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { serve } from '../plugins/serve.ts';
import { confirmWatch } from '../registry/watch/confirm-watch.ts';
import { endWatch } from '../registry/watch/end-watch.ts';
import { getWatch, listOwnWatches } from '../registry/watch/list-watches.ts';
import { openWatch, type WatchDesk } from '../registry/watch/open-watch.ts';

export type WatchDoors = Pick<WatchDesk, 'cipher' | 'registrySrid' | 'hooksInside'>;

/** Watching land, for business accounts and their programs. */
export function watchRoutes(app: FastifyInstance, parts: WatchDoors): void {
  const { app: pool, portal } = app.pools;
  const { cipher } = parts;
  serve(app, doors.openWatch, ({ body, idempotencyKey }, request) =>
    openWatch({ ...parts, pool, portal }, actorOf(request), body, idempotencyKey),
  );
  serve(app, doors.listWatches, (_asked, request) => listOwnWatches(pool, cipher, actorOf(request)));
  serve(app, doors.getWatch, ({ params }, request) => getWatch(pool, cipher, actorOf(request), params.id));
  serve(app, doors.confirmWatch, async ({ params, body }, request, reply) => {
    await confirmWatch(pool, cipher, actorOf(request), params.id, body.code);
    return reply.code(204).send();
  });
  serve(app, doors.endWatch, async ({ params }, request, reply) => {
    await endWatch(pool, actorOf(request), params.id);
    return reply.code(204).send();
  });
}
