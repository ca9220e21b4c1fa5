import type { DealingDraft, OpenedDraft } from '../../server/domain/contract/dealing/dealing-draft.ts';
import type {
  DealingDetail,
  DealingPreview,
  DealingReply,
  DealingSummary,
  PlannedRight,
  RaisedParcel,
} from '../../server/domain/contract/dealing/dealings.ts';
import type { DealingQueue } from '../../server/domain/dealing/dealing-queue.ts';
import type { DealingStep } from '../../server/domain/dealing/dealing-step.ts';
import type { Verdict } from '../../server/domain/dealing/verdict.ts';
import { getJson } from './get-json.ts';
import { postJson } from './send-json.ts';
import { withQuery } from './with-query.ts';

export type { DealingDetail, DealingDraft, DealingPreview, DealingSummary, PlannedRight, RaisedParcel, Verdict };

const dealingPath = (id: string, rest = '') => `/api/dealings/${encodeURIComponent(id)}${rest}`;

interface AskedDealings {
  readonly queue?: DealingQueue;
  readonly parcelId?: string;
  readonly cursor?: string | null;
}

export const listDealings = (asked: AskedDealings, signal: AbortSignal) =>
  getJson<{ readonly items: readonly DealingSummary[]; readonly nextCursor: string | null }>(
    withQuery('/api/dealings', { ...asked, limit: 50 }),
    signal,
  );

export const getDealing = (id: string, signal?: AbortSignal) => getJson<DealingReply>(dealingPath(id), signal);

/** What a dealing would do, by the function that registers it; nothing is opened. */
export const previewDealing = (draft: DealingDraft) =>
  postJson<DealingPreview>('/api/dealing-preview', { body: draft });

/** Opens a draft. The id is made by us: asking again after a lost reply opens no second one. */
export const openDealing = (dealingId: string, draft: OpenedDraft) =>
  postJson<DealingReply>('/api/dealings', { body: { dealingId, ...draft } });

export interface DealingStepAsked {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly reason?: string;
}

/** Takes a step on a dealing as the screen saw it. */
export const takeDealingStep = (step: DealingStep, { id, version, key, reason }: DealingStepAsked) =>
  postJson<DealingReply>(dealingPath(id, `/${step}`), { body: reason === undefined ? {} : { reason }, key, version });
