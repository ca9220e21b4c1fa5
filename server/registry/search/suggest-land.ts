import type pg from 'pg';
import type { Suggestion } from '../../domain/contract/portal/portal-search.ts';
import type { Channel } from '../../domain/publication/publication-policy.ts';
import type { Language } from '../../domain/words/language.ts';
import { searchLand } from './search-land.ts';
import { suggestionsOf } from './suggestions-of.ts';

/** Suggestions for what has been typed so far: parcels, communes, places, points, in this order. */
export async function suggestLand(
  pool: pg.Pool,
  channel: Channel,
  asked: { readonly q: string; readonly lang?: Language | undefined },
): Promise<{ items: Suggestion[] }> {
  // Between "12" and "12/3".
  const q = /^\s*\d{1,4}[a-z]?\s*\/\s*$/i.test(asked.q) ? `tờ ${asked.q.replace('/', '')}` : asked.q;
  const answer = await searchLand(pool, channel, { q, limit: 8, typing: true });
  return { items: suggestionsOf(answer, asked.lang ?? 'vi') };
}
