import type { FoundLand } from '../../server/domain/contract/desk-search.ts';
import { postJson } from './send-json.ts';

export type { FoundLand };

/** Places on the map that a text may mean. Posted: what is typed may be a name, and no address holds one. */
export async function searchDesk(q: string, lang: string, signal: AbortSignal): Promise<readonly FoundLand[]> {
  return (await postJson<{ items: FoundLand[] }>('/api/desk/search', { body: { q, lang }, signal })).items;
}
