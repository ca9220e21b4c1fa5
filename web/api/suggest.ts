import type { Suggestion } from '../../server/domain/contract/portal/portal-search.ts';
import { getJson } from './get-json.ts';

export type { Suggestion };

/** What a text that is being typed could mean, at most 8. */
export async function suggest(text: string, language: string, signal: AbortSignal): Promise<Suggestion[]> {
  const query = new URLSearchParams({ q: text, lang: language });
  return (await getJson<{ items: Suggestion[] }>(`/api/portal/suggest?${query}`, signal)).items;
}
