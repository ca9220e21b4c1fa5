import type { FoundLand } from '../../server/domain/contract/desk-search.ts';
import { getJson } from './get-json.ts';

export type { FoundLand };

/** Places on the map that a text may mean. */
export async function searchDesk(q: string, lang: string, signal: AbortSignal): Promise<readonly FoundLand[]> {
  return (await getJson<{ items: FoundLand[] }>(`/api/desk/search?${new URLSearchParams({ q, lang })}`, signal)).items;
}
