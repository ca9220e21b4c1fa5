import type { BatchEvent } from '../../server/domain/contract/batch-history.ts';
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
} from '../../server/domain/contract/batch-shapes.ts';
import { getJson } from './get-json.ts';

export type {
  BatchDetail,
  BatchEvent,
  BatchProposal,
  BatchRecord,
  BatchRecordDetail,
  BatchReport,
  BatchSummary,
  FindingGroup,
  RecordCorrection,
  RecordFinding,
};

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

type Asked = Readonly<Record<string, string | number | boolean | null | undefined>>;

function withQuery(path: string, asked: Asked): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Address of a batch, or of something of it. */
export const batchPath = (id: string, rest = '') => `/api/batches/${encodeURIComponent(id)}${rest}`;

export interface BatchQuery {
  readonly state?: string;
  readonly commune?: string;
  readonly mine?: boolean;
  readonly q?: string;
}

export const listBatches = (asked: BatchQuery, cursor: string | null, signal: AbortSignal) =>
  getJson<Page<BatchSummary>>(withQuery('/api/batches', { ...asked, limit: 100, cursor }), signal);

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

export interface RecordQuery {
  readonly status?: string | undefined;
  readonly code?: string | undefined;
  readonly q?: string | undefined;
  readonly sample?: boolean | undefined;
}
export const listRecords = (id: string, asked: RecordQuery, cursor: string | null, signal: AbortSignal) =>
  getJson<Page<BatchRecord>>(withQuery(batchPath(id, '/records'), { ...asked, limit: 200, cursor }), signal);

export const getRecord = (id: string, recordNo: number, signal: AbortSignal) =>
  getJson<BatchRecordDetail>(batchPath(id, `/records/${recordNo}`), signal);

/** Address of the tiles of a batch, with {z}, {x}, {y}. Never part of a request: what follows the #. */
export const stagingTiles = (id: string, revision: number) => `/tiles/staging/${id}/{z}/{x}/{y}.mvt#${revision}`;
