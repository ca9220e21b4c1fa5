import { CallFailed, reach } from './get-json.ts';

/** Empty for every question: nothing there (204), or a server that has no such tiles (404). */
const NOTHING_THERE = [204, 404];

/** The bytes of a vector tile; null where there is nothing. Throws CallFailed, or the abort of `signal`. */
export const getTile = (url: string, signal: AbortSignal): Promise<ArrayBuffer | null> =>
  reach(url, { signal }, async (response) => {
    if (NOTHING_THERE.includes(response.status)) return null;
    if (response.ok) return response.arrayBuffer();
    throw new CallFailed(null);
  });
