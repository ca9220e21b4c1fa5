import { CallFailed } from './get-json.ts';

/** Empty for every question: nothing there (204), or a server that has no such tiles (404). */
const NOTHING_THERE = [204, 404];

/** The bytes of a vector tile; null where there is nothing. Throws CallFailed, or the abort of `signal`. */
export async function getTile(url: string, signal: AbortSignal): Promise<ArrayBuffer | null> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
    if (NOTHING_THERE.includes(response.status)) return null;
    if (response.ok) return await response.arrayBuffer();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new CallFailed(null, { cause: error });
  }
  throw new CallFailed(null);
}
