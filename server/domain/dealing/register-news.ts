import { DEALING_STATUSES, type DealingStatus } from './dealing-state.ts';

/** What open pages hear when a dealing moves: ids and codes only. They ask for the rest, and are shown what is theirs. */
export interface RegisterNews {
  readonly dealingId: string;
  readonly commune: string;
  readonly status: DealingStatus;
  /** Parcels that it is about, the first hundred. */
  readonly parcelIds: readonly string[];
}

/** A notice of the database (dealing.tell_dealing); null for anything else. */
export function readRegisterNews(payload: string): RegisterNews | null {
  try {
    const news = JSON.parse(payload) as Partial<RegisterNews> | null;
    const isNews =
      typeof news?.dealingId === 'string' &&
      typeof news.commune === 'string' &&
      DEALING_STATUSES.includes(news.status as DealingStatus) &&
      Array.isArray(news.parcelIds);
    return isNews ? (news as RegisterNews) : null;
  } catch {
    return null;
  }
}
