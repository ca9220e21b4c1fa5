import type { IssueRequest, Paper } from '../../../server/domain/contract/paper/papers.ts';
import { getJson } from '../get-json.ts';
import { postJson } from '../send-json.ts';
import { withQuery } from '../with-query.ts';

export type { IssueRequest, Paper };

export const listPapers = (parcelId: string, signal: AbortSignal) =>
  getJson<{ readonly items: readonly Paper[] }>(withQuery('/api/papers', { parcelId }), signal);

/** Makes a paper of what the register says now; asking again with the same key brings the first one. */
export const issuePaper = (asked: IssueRequest, key: string) => postJson<Paper>('/api/papers', { body: asked, key });

/** The signed bytes, for a tab of the browser: it shows and prints them. */
export const paperFile = (serial: string) => `/api/papers/${encodeURIComponent(serial)}.pdf`;

/** Where anyone checks the paper. */
export const paperCheck = (code: string) => `/verify/${encodeURIComponent(code)}`;
