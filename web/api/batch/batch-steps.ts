import type { BatchProgress } from '../../../server/domain/batch/batch-progress.ts';
import type { BatchDetail } from '../../../server/domain/contract/batch/batch-shapes.ts';
import type {
  CorrectionRequest,
  ExcludeRequest,
  IncludeRequest,
  OverrideRequest,
  StepReply,
} from '../../../server/domain/contract/batch/batch-steps.ts';
import { postJson } from '../send-json.ts';
import { batchPath } from './batches.ts';

export type { BatchDetail, CorrectionRequest, ExcludeRequest, IncludeRequest, OverrideRequest, StepReply };

/** A step on a batch as the screen saw it. `key` is made when the person decides, so that a repeat does nothing twice. */
export interface Step {
  readonly id: string;
  readonly version: number;
  readonly key: string;
}

const keyed =
  <B, R = StepReply>(door: string) =>
  ({ id, version, key }: Step, body: B): Promise<R> =>
    postJson<R>(batchPath(id, `/${door}`), { body, key, version });
/** Steps that open or decide a dealing: the key is the dealing's id. */
const dealt =
  <B extends object>(door: string) =>
  ({ id, version, key }: Step, body: B): Promise<StepReply> =>
    postJson<StepReply>(batchPath(id, `/${door}`), { body: { ...body, dealingId: key }, version });

export const correctRecords = keyed<CorrectionRequest>('corrections');
export const excludeRecords = keyed<ExcludeRequest>('exclude');
export const includeRecords = keyed<IncludeRequest>('include');
export const overrideBatch = keyed<OverrideRequest, StepReply & { next: BatchDetail }>('override');
export const sendBackBatch = keyed<{ reason: string }>('send-back');
export const rejectBatch = keyed<{ reason: string }>('reject');
/** Whatever version is on the screen: reading moves it on by itself. */
export const cancelBatch = ({ id, key }: Step): Promise<StepReply> =>
  postJson<StepReply>(batchPath(id, '/cancel'), { body: {}, key });
export const proposeBatch = dealt<{ note?: string; survey?: { no: string; date: string } }>('propose');
export const reverseBatch = dealt<{ reason: string }>('reverse');
/** Queues a batch again whose reading was given up. Asking twice is harmless. */
export const retryBatch = (id: string) => postJson<BatchProgress>(batchPath(id, '/retry'), { body: {} });
export const promoteBatch = dealt<object>('promote');
export const approveReversal = dealt<object>('approve-reversal');
