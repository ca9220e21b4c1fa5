import type { BatchQueue } from '../../../server/domain/batch/batch-queue.ts';
import type { BatchEvent } from '../../../server/domain/contract/batch/batch-history.ts';
import type {
  BatchDetail,
  BatchProposal,
  BatchRecord,
  BatchRecordDetail,
  BatchReport,
  BatchSummary,
  FindingGroup,
  RecordCorrection,
  RecordFinding,
  RecordSurroundings,
} from '../../../server/domain/contract/batch/batch-shapes.ts';
import type { CampaignCommune, CampaignRow } from '../../../server/domain/contract/batch/campaign.ts';
import { getJson } from '../get-json.ts';
import type { Ordered, OrderedPage } from '../ordered-page.ts';
import { type Asked, withQuery } from '../with-query.ts';

export type {
  BatchDetail,
  BatchEvent,
  BatchProposal,
  BatchRecord,
  BatchRecordDetail,
  BatchReport,
  BatchSummary,
  CampaignCommune,
  CampaignRow,
  FindingGroup,
  RecordCorrection,
  RecordFinding,
};

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Address of a batch, or of something of it. */
export const batchPath = (id: string, rest = '') => `/api/batches/${encodeURIComponent(id)}${rest}`;

export const listBatches = (asked: Ordered, signal: AbortSignal) =>
  getJson<OrderedPage<BatchSummary>>(withQuery('/api/batches', asked), signal);

/** How many batches are in each queue, and the box of the land registered in the communes one acts in. */
export interface Queues {
  readonly queues: readonly { readonly queue: BatchQueue; readonly count: number }[];
  readonly land: readonly number[] | null;
}
export const countQueues = (signal: AbortSignal) => getJson<Queues>('/api/batches/queues', signal);

export const listCampaign = (asked: Ordered, signal: AbortSignal) =>
  getJson<OrderedPage<CampaignRow>>(withQuery('/api/campaign', asked), signal);

export const countCampaign = (signal: AbortSignal) =>
  getJson<{ readonly items: readonly CampaignCommune[] }>('/api/campaign/communes', signal);

export const getBatch = (id: string, signal?: AbortSignal) => getJson<BatchDetail>(batchPath(id), signal);

export const getReport = (id: string, signal: AbortSignal) => getJson<BatchReport>(batchPath(id, '/report'), signal);

export const getProposal = (id: string, signal: AbortSignal) =>
  getJson<BatchProposal>(batchPath(id, '/proposal'), signal);

export const listHistory = (id: string, cursor: string | null, signal: AbortSignal) =>
  getJson<Page<BatchEvent>>(withQuery(batchPath(id, '/history'), { limit: 200, cursor }), signal);

export interface Findings {
  readonly groups: readonly FindingGroup[];
  readonly items: readonly RecordFinding[];
  readonly nextCursor: string | null;
}
export const listFindings = (id: string, signal: AbortSignal) => getJson<Findings>(batchPath(id, '/findings'), signal);

export const listRecords = (id: string, asked: Ordered, signal: AbortSignal) =>
  getJson<OrderedPage<BatchRecord>>(withQuery(batchPath(id, '/records'), asked), signal);

export const getRecord = (id: string, recordNo: number, signal: AbortSignal) =>
  getJson<BatchRecordDetail>(batchPath(id, `/records/${recordNo}`), signal);

/** Ground that two parcels claim, as GeoJSON in degrees, and the box around all of it. */
export interface Overlaps {
  readonly bbox: readonly number[] | null;
  readonly features: readonly { readonly geometry: { readonly type: string; readonly coordinates: unknown } | null }[];
}
export const getOverlaps = (id: string, asked: Asked, signal: AbortSignal) =>
  getJson<Overlaps>(withQuery(batchPath(id, '/overlaps'), asked), signal);

export const listParcels = (id: string, signal: AbortSignal) =>
  getJson<{ readonly items: readonly string[] }>(batchPath(id, '/parcels'), signal);

/** Rings around a record, in the system of its sheet. */
export const getSurroundings = (id: string, recordNo: number, signal: AbortSignal) =>
  getJson<RecordSurroundings>(batchPath(id, `/records/${recordNo}/surroundings`), signal);

/** Address of the tiles of a batch, with {z}, {x}, {y}. Never part of a request: what follows the #. */
export const stagingTiles = (id: string, revision: number) => `/tiles/staging/${id}/{z}/{x}/{y}.mvt#${revision}`;
