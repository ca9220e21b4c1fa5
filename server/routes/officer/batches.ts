import type { FastifyInstance } from 'fastify';
import { listBatchHistory as historyDoor } from '../../domain/contract/batch/batch-history.ts';
import * as doors from '../../domain/contract/batch/batches.ts';
import { listCampaign as campaignDoor, countCampaign as countDoor } from '../../domain/contract/batch/campaign.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';
import { getBatchProposal } from '../../registry/dealing/proposal/get-batch-proposal.ts';
import { countBatchQueues } from '../../registry/review/count-batch-queues.ts';
import { countCampaign } from '../../registry/review/count-campaign.ts';
import { drawStagingTile } from '../../registry/review/draw-staging-tile.ts';
import { listBatchCorrections } from '../../registry/review/edit/list-batch-corrections.ts';
import { getBatch } from '../../registry/review/get-batch.ts';
import { getBatchGeometry } from '../../registry/review/get-batch-geometry.ts';
import { getBatchOverlaps } from '../../registry/review/get-batch-overlaps.ts';
import { getBatchRecord } from '../../registry/review/get-batch-record.ts';
import { getBatchReport } from '../../registry/review/get-batch-report.ts';
import { getRecordSurroundings } from '../../registry/review/get-record-surroundings.ts';
import { listBatchFindings } from '../../registry/review/list-batch-findings.ts';
import { listBatchHistory } from '../../registry/review/list-batch-history.ts';
import { listBatchParcels } from '../../registry/review/list-batch-parcels.ts';
import { listBatchRecords } from '../../registry/review/list-batch-records.ts';
import { listBatches } from '../../registry/review/list-batches.ts';
import { listCampaign } from '../../registry/review/list-campaign.ts';

/** Batches under review, looked at in the scope of who asks. */
export function batchRoutes(app: FastifyInstance): void {
  const { app: pool } = app.pools;
  serve(app, doors.listBatches, ({ query }, request) => listBatches(pool, actorOf(request), query));
  serve(app, doors.countBatchQueues, (_asked, request) => countBatchQueues(pool, actorOf(request)));
  serve(app, campaignDoor, ({ query }, request) => listCampaign(pool, actorOf(request), query));
  serve(app, countDoor, (_asked, request) => countCampaign(pool, actorOf(request)));
  serve(app, doors.getBatch, async ({ params }, request, reply) => {
    const batch = await getBatch(pool, actorOf(request), params.id);
    reply.header('etag', `"${batch.version}"`);
    return batch;
  });
  serve(app, doors.getBatchReport, ({ params }, request) => getBatchReport(pool, actorOf(request), params.id));
  serve(app, doors.listBatchFindings, ({ params, query }, request) =>
    listBatchFindings(pool, actorOf(request), params.id, query),
  );
  serve(app, doors.listBatchRecords, ({ params, query }, request) =>
    listBatchRecords(pool, actorOf(request), params.id, query),
  );
  serve(app, doors.getBatchRecord, ({ params }, request) =>
    getBatchRecord(pool, actorOf(request), params.id, params.n),
  );
  serve(app, doors.getRecordSurroundings, ({ params }, request) =>
    getRecordSurroundings(pool, actorOf(request), params.id, params.n),
  );
  serve(app, doors.getBatchGeometry, ({ params, query }, request) =>
    getBatchGeometry(pool, actorOf(request), params.id, query),
  );
  serve(app, doors.getBatchOverlaps, ({ params, query }, request) =>
    getBatchOverlaps(pool, actorOf(request), params.id, query),
  );
  serve(app, doors.listBatchParcels, ({ params }, request) => listBatchParcels(pool, actorOf(request), params.id));
  serve(app, doors.listBatchCorrections, ({ params, query }, request) =>
    listBatchCorrections(pool, actorOf(request), params.id, query),
  );
  serve(app, doors.getBatchProposal, ({ params }, request) => getBatchProposal(pool, actorOf(request), params.id));
  serve(app, historyDoor, ({ params, query }, request) => listBatchHistory(pool, actorOf(request), params.id, query));
  serve(app, doors.getStagingTile, async ({ params }, request, reply) => {
    const tile = await drawStagingTile(pool, actorOf(request), params.batch, params);
    return tile.length === 0 ? reply.code(204).send() : reply.type(doors.getStagingTile.media).send(tile);
  });
}
