import type { AskedLabels, Shelves } from '../../../server/domain/contract/document/shelves.ts';
import type { ProblemReply } from '../../../server/domain/problem/problem.ts';
import { CallFailed, getJson, reach } from '../get-json.ts';
import { withQuery } from '../with-query.ts';

export type { AskedLabels, Shelves };

/** Boxes of the archive, all or those with these words. */
export const listShelves = (q: string, signal: AbortSignal) =>
  getJson<Shelves>(withQuery('/api/shelves', q === '' ? {} : { q }), signal);

/** Labels as a PDF. */
export const printLabels = (asked: AskedLabels): Promise<Blob> =>
  reach(
    '/api/shelves/labels',
    {
      method: 'POST',
      headers: {
        'accept-language': document.documentElement.lang,
        'content-type': 'application/json',
        'x-diaba-request': '1',
      },
      body: JSON.stringify(asked),
    },
    async (response) => {
      if (response.ok) return response.blob();
      const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
      throw new CallFailed(isProblem ? ((await response.json()) as ProblemReply) : null);
    },
  );
