import type pg from 'pg';
import type { RegisteredParcel } from '../../domain/contract/portal/portal-parcels.ts';
import type { SearchAnswer } from '../../domain/contract/portal/portal-search.ts';
import type { ChannelPolicy } from '../../domain/publication/publication-policy.ts';
import { publishParcel } from '../../domain/publication/publish-parcel.ts';

/** What every form of a question is answered with. */
export interface SearchContext {
  readonly pool: pg.Pool;
  readonly policy: ChannelPolicy;
  /** Most parcels of the answer. */
  readonly limit: number;
  /** Day asked for, and the instant that ends it; null = now. */
  readonly at: string | undefined;
  readonly before: Date | null;
  /** Whether the text is still being typed: its last number may not be whole. */
  readonly typing: boolean;
}

export type Found = Omit<SearchAnswer, 'asked'>;
export const NOTHING: Found = { parcels: [], more: false, communes: [], places: [], points: [] };

/** Rows of one more than the limit as the answer shows them. */
export function toParcelList(
  { policy, limit }: SearchContext,
  rows: readonly RegisteredParcel[],
): Pick<Found, 'parcels' | 'more'> {
  return { parcels: rows.slice(0, limit).map((row) => publishParcel(policy, row)), more: rows.length > limit };
}
