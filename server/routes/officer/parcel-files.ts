import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { exportCleanUp } from '../../certificates/archive/export-clean-up.ts';
import { packCleanUp } from '../../certificates/archive/pack-clean-up.ts';
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
export function parcelFileRoutes(
  app: FastifyInstance,
  { storageDir, personalDataKey }: { readonly storageDir: string; readonly personalDataKey: Buffer },
): void {
  const place = { pool: app.pools.app, portal: app.pools.portal, storageDir, personalDataKey };
  let running = 0;
  /** Whoever only asks whether it is there must not set the machine to work. */
  const whenFree = async (
    { media }: Contract,
    request: FastifyRequest,
    reply: FastifyReply,
    make: (gone: AbortSignal, keepRunning: (until: Readable) => void) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    if (request.method === 'HEAD') return reply.type(media).send();
    if (running >= MADE_AT_ONCE) throw new Problem('service.busy', { retryAfter: 5 });
    const gone = goneSignal(reply);
    let kept = false;
    running += 1;
    try {
      return await make(gone, (until) => {
        kept = true;
        until.once('close', () => {
          running -= 1;
        });
      });
    } catch (error) {
      if (gone.aborted) return reply.code(CLIENT_GONE).send();
      throw error;
    } finally {
      if (!kept) running -= 1;
    }
  };
  const sendFile = async (
    reply: FastifyReply,
    { media }: Contract,
    { file, name }: { readonly file: FileHandle; readonly name: string },
  ): Promise<FastifyReply> => {
    const { size } = await file.stat();
    return reply
      .type(media)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('content-length', size)
      .send(file.createReadStream());
  };
  const answer = (door: Contract, asked: AskedParcelFile, request: FastifyRequest, reply: FastifyReply) =>
    whenFree(door, request, reply, async (gone) =>
      sendFile(reply, door, await exportParcels(place, actorOf(request), asked, gone)),
    );
  serve(app, doors.getParcelShapefile, ({ params, query }, request, reply) =>
    answer(doors.getParcelShapefile, { kind: 'zip', ...params, ...query }, request, reply),
  );
  serve(app, doors.getParcelDrawing, ({ params, query }, request, reply) =>
    answer(doors.getParcelDrawing, { kind: 'dxf', ...params, ...query }, request, reply),
  );
  serve(app, doors.getParcelDossiers, ({ params, query }, request, reply) =>
    answer(doors.getParcelDossiers, { kind: 'xml', ...params, ...query }, request, reply),
  );
  serve(app, doors.getCleanUpSheet, ({ params, query }, request, reply) =>
    whenFree(doors.getCleanUpSheet, request, reply, async (gone) => {
      const { file, name } = await exportCleanUp(place, actorOf(request), { ...params, ...query }, gone);
      return sendFile(reply, doors.getCleanUpSheet, { file, name: `${name}.xlsx` });
    }),
  );
  serve(app, doors.getCleanUpFiles, ({ params, query }, request, reply) =>
    whenFree(doors.getCleanUpFiles, request, reply, async (gone, keepRunning) => {
      const sheet = await exportCleanUp(place, actorOf(request), { ...params, ...query }, gone);
      const bytes = packCleanUp(place, actorOf(request), sheet, gone, (error) =>
        app.log.warn({ cause: String(error) }, 'a paper of the archive cannot be made'),
      );
      keepRunning(bytes);
      return reply
        .type(doors.getCleanUpFiles.media)
        .header('content-disposition', `attachment; filename="${sheet.name}.zip"`)
        .send(bytes);
    }),
  );
}
