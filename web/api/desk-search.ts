import type { FoundHolding, FoundLand, LookedBy } from '../../server/domain/contract/parcel/desk-search.ts';
import type { LookPurpose } from '../../server/domain/look-purpose.ts';
import { postJson } from './send-json.ts';

export type { FoundHolding, FoundLand };

/** Places on the map that a text may mean. Posted: what is typed may be a name, and no address holds one. */
export async function searchDesk(q: string, lang: string, signal: AbortSignal): Promise<readonly FoundLand[]> {
  return (await postJson<{ items: FoundLand[] }>('/api/desk/search', { body: { q, lang }, signal })).items;
}

export interface AskedHolders {
  readonly q: string;
  readonly commune?: string;
  readonly purpose: LookPurpose;
  readonly note: string;
}
export interface FoundHolders {
  readonly by: readonly LookedBy[];
  readonly items: readonly FoundHolding[];
  readonly more: boolean;
}

/** Who holds what. Each call is written to the read log. */
export const searchHolders = (asked: AskedHolders) => postJson<FoundHolders>('/api/desk/holders', { body: asked });
