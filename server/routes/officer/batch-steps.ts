import type { FastifyInstance } from 'fastify';
import * as doors from '../../domain/contract/batch/batch-steps.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';
import { cancelBatch } from '../../registry/batch/cancel-batch.ts';
import type { QueueImport } from '../../registry/batch/queue-import.ts';
import { promoteProposal } from '../../registry/dealing/promotion/promote-proposal.ts';
import { proposeBatch } from '../../registry/dealing/promotion/propose-batch.ts';
import { rejectBatch } from '../../registry/dealing/proposal/reject-batch.ts';
import { sendBackBatch } from '../../registry/dealing/proposal/send-back-batch.ts';
import { approveReversal } from '../../registry/dealing/reversal/approve-reversal.ts';
import { reverseBatch } from '../../registry/dealing/reversal/reverse-batch.ts';
import { correctRecords } from '../../registry/review/edit/correct-records.ts';
import { excludeRecords } from '../../registry/review/edit/exclude-records.ts';
import { includeRecords } from '../../registry/review/edit/include-records.ts';
import { maskRequest } from '../../registry/review/edit/mask-request.ts';
import { overrideBatch } from '../../registry/review/edit/override-batch.ts';

interface Asked<Body> {
  readonly body: Body;
  readonly idempotencyKey: string;
  readonly version: number | null;
}
const sent = <Body>({ body, idempotencyKey, version }: Asked<Body>) => ({
  body: maskRequest(body),
  key: idempotencyKey,
  version,
});
const masked = <Sent extends { readonly body: unknown }>(asked: Sent): Sent => ({
  ...asked,
  body: maskRequest(asked.body),
});

/** What is done to a batch under review. `enqueue` hands a batch that is to be read again to the pipeline. */
export function batchStepRoutes(app: FastifyInstance, enqueue: QueueImport): void {
  const { app: pool } = app.pools;
  serve(app, doors.correctRecords, (asked, request) =>
    correctRecords(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.excludeRecords, (asked, request) =>
    excludeRecords(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.includeRecords, (asked, request) =>
    includeRecords(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.overrideBatch, (asked, request) =>
    overrideBatch(pool, actorOf(request), asked.params.id, sent(asked), enqueue),
  );
  serve(app, doors.proposeBatch, (asked, request) =>
    proposeBatch(pool, actorOf(request), asked.params.id, masked(asked)),
  );
  serve(app, doors.promoteBatch, (asked, request) =>
    promoteProposal(pool, actorOf(request), asked.params.id, masked(asked)),
  );
  serve(app, doors.sendBackBatch, (asked, request) =>
    sendBackBatch(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.rejectBatch, (asked, request) => rejectBatch(pool, actorOf(request), asked.params.id, sent(asked)));
  serve(app, doors.cancelBatch, (asked, request) => cancelBatch(pool, actorOf(request), asked.params.id, sent(asked)));
  serve(app, doors.reverseBatch, (asked, request) =>
    reverseBatch(pool, actorOf(request), asked.params.id, masked(asked)),
  );
  serve(app, doors.approveReversal, (asked, request) =>
    approveReversal(pool, actorOf(request), asked.params.id, masked(asked)),
  );
}
