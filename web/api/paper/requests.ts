import type { RequestStatistics } from '../../../server/domain/contract/paper/request-statistics.ts';
import type {
  RequestDetail,
  RequestQueue,
  RequestReply,
  RequestSummary,
} from '../../../server/domain/contract/paper/requests.ts';
import type { RequestStep } from '../../../server/domain/request/request-step.ts';
import { getJson } from '../get-json.ts';
import { postJson } from '../send-json.ts';
import { withQuery } from '../with-query.ts';

export type { RequestDetail, RequestSummary };

const requestPath = (id: string, rest = '') => `/api/requests/${encodeURIComponent(id)}${rest}`;

export const listRequests = (queue: RequestQueue, cursor: string | null, signal: AbortSignal) =>
  getJson<{ readonly items: readonly RequestSummary[]; readonly nextCursor: string | null }>(
    withQuery('/api/requests', { queue, cursor, limit: 50 }),
    signal,
  );

export const countRequests = (days: { readonly from?: string; readonly to?: string }, signal: AbortSignal) =>
  getJson<RequestStatistics>(withQuery('/api/requests/statistics', { ...days }), signal);

/** One request with who asks. Each call is written to the read log. */
export const getRequest = (id: string, signal: AbortSignal) => getJson<RequestReply>(requestPath(id), signal);

export interface RequestStepAsked {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly body: object;
}

/** Takes a step on a request as the screen saw it. */
export const takeRequestStep = (step: Exclude<RequestStep, 'code'>, { id, body, key, version }: RequestStepAsked) =>
  postJson<RequestReply>(requestPath(id, `/${step}`), { body, key, version });

/** Replaces a lost code; asking again with the same key tells the same one. */
export const reissueCode = ({ id, key, version }: Omit<RequestStepAsked, 'body'>) =>
  postJson<{ readonly reference: string; readonly code: string }>(requestPath(id, '/code'), {
    body: { identityChecked: true },
    key,
    version,
  });
