import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getCommuneCsv, getCommuneGeoPackage } from '../../domain/contract/portal/open-data.ts';
import { goneSignal } from '../../plugins/reply/gone-signal.ts';
import { CLIENT_GONE } from '../../plugins/request/access-log.ts';
import { serve } from '../../plugins/serve.ts';
import { exportCsv } from '../../registry/open-data/export-csv.ts';
import { exportGeoPackage } from '../../registry/open-data/export-geopackage.ts';
import { openDataStore, type WantedFile } from '../../registry/open-data/keep-open-data.ts';
import { type OpenDataKind, type OpenDataPlan, planOpenData } from '../../registry/open-data/plan-open-data.ts';
import { matchesETag } from '../../tiles/answer-tile.ts';

/** Both kinds of every commune of a province; the disk they may take is bounded by it. */
const FILES_KEPT = 200;
/** Each holds a connection of the portal's ten and reads as fast as it can. */
const MADE_AT_ONCE = 2;

export interface OpenDataOptions {
  readonly storageDir: string;
  readonly registrySrid: number;
  readonly publicUrl: string;
}

/** Files of whole communes, where the publication policy opens them. */
export function openDataRoutes(app: FastifyInstance, { storageDir, ...origin }: OpenDataOptions): void {
  const pool = app.pools.portal;
  const folder = join(storageDir, 'open-data');
  const store = openDataStore({ folder, atMost: FILES_KEPT, atOnce: MADE_AT_ONCE });
  app.addHook('preClose', () => store.close());

  const makers: Record<OpenDataKind, (plan: OpenDataPlan) => WantedFile['make']> = {
    csv: (plan) => (path, signal) => exportCsv(pool, plan, path, signal),
    gpkg: (plan) => (path, signal) => exportGeoPackage(pool, plan, origin, path, signal),
  };
  const answer = async (kind: OpenDataKind, code: string, request: FastifyRequest, reply: FastifyReply) => {
    const plan = await planOpenData(pool, code, kind);
    // Weak: what is sent may be compressed on the way.
    const etag = `W/"${plan.version}"`;
    reply.header('etag', etag);
    if (matchesETag(request.headers['if-none-match'], etag)) return reply.code(304).send();
    const describe = () =>
      reply
        .type(kind === 'csv' ? 'text/csv; charset=utf-8; header=present' : getCommuneGeoPackage.media)
        .header('content-disposition', `attachment; filename="${plan.downloadName}"`);
    // Whoever only asks whether it is there must not set the machine to work.
    if (request.method === 'HEAD') return describe().send();
    const gone = goneSignal(reply);
    try {
      const file = await store.take({ family: plan.family, version: plan.version, make: makers[kind](plan) }, gone);
      const { size } = await file.stat();
      return describe().header('content-length', size).send(file.createReadStream());
    } catch (error) {
      // Nobody reads it: a reply ends the request for the log, too.
      if (gone.aborted) return reply.code(CLIENT_GONE).send();
      throw error;
    }
  };
  serve(app, getCommuneCsv, ({ params }, request, reply) => answer('csv', params.code, request, reply));
  serve(app, getCommuneGeoPackage, ({ params }, request, reply) => answer('gpkg', params.code, request, reply));
}
