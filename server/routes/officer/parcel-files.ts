import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Contract } from '../../domain/contract/contract.ts';
import * as doors from '../../domain/contract/parcel/parcel-files.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { goneSignal } from '../../plugins/reply/gone-signal.ts';
import { CLIENT_GONE } from '../../plugins/request/access-log.ts';
import { serve } from '../../plugins/serve.ts';
import { type AskedParcelFile, exportParcels } from '../../registry/exchange/export-parcels.ts';

/** Each holds a connection while it is made, and as much disk as a commune takes. */
const MADE_AT_ONCE = 2;

/** Files of parcels for other systems; never kept: what they hold is for who asked. */
export function parcelFileRoutes(app: FastifyInstance, storageDir: string): void {
  const place = { pool: app.pools.app, portal: app.pools.portal, storageDir };
  let running = 0;
  const answer = async (
    { media }: Contract,
    asked: AskedParcelFile,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    // Whoever only asks whether it is there must not set the machine to work.
    if (request.method === 'HEAD') return reply.type(media).send();
    if (running >= MADE_AT_ONCE) throw new Problem('service.busy', { retryAfter: 5 });
    const gone = goneSignal(reply);
    running += 1;
    try {
      const { file, name } = await exportParcels(place, actorOf(request), asked, gone);
      const { size } = await file.stat();
      return reply
        .type(media)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('content-length', size)
        .send(file.createReadStream());
    } catch (error) {
      if (gone.aborted) return reply.code(CLIENT_GONE).send();
      throw error;
    } finally {
      running -= 1;
    }
  };
  serve(app, doors.getParcelShapefile, ({ params, query }, request, reply) =>
    answer(doors.getParcelShapefile, { kind: 'zip', ...params, ...query }, request, reply),
  );
  serve(app, doors.getParcelDrawing, ({ params, query }, request, reply) =>
    answer(doors.getParcelDrawing, { kind: 'dxf', ...params, ...query }, request, reply),
  );
  serve(app, doors.getParcelDossiers, ({ params, query }, request, reply) =>
    answer(doors.getParcelDossiers, { kind: 'xml', ...params, ...query }, request, reply),
  );
}
