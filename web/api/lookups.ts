import type { AnsweredLookupRow, LookupSummary } from '../../server/domain/contract/lookups.ts';
import type { LookupOutcome } from '../../server/domain/lookup/lookup-outcome.ts';
import { getJson, reach } from './get-json.ts';
import { withQuery } from './with-query.ts';

export type { AnsweredLookupRow, LookupSummary };

const lookupPath = (id: string, rest = '') => `/api/lookups/${encodeURIComponent(id)}${rest}`;

export const getLookup = (id: string, signal?: AbortSignal) => getJson<LookupSummary>(lookupPath(id), signal);

export interface SentTable {
  readonly bytes: Blob;
  readonly media: string;
  readonly name: string;
  readonly purpose: string;
  readonly key: string;
}

/** Sends a table to be looked up; the same key again is the same look-up. */
export const sendTable = ({ bytes, media, name, purpose, key }: SentTable) =>
  reach<{ readonly lookupId: string }>('/api/lookups', {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      'content-type': media,
      'x-diaba-request': '1',
      'idempotency-key': key,
      ...(name === '' ? {} : { 'x-table-name': encodeURIComponent(name) }),
      ...(purpose === '' ? {} : { 'x-purpose': encodeURIComponent(purpose) }),
    },
    body: bytes,
  });

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Media of a file by its name: a browser often knows none. */
export const mediaOfTable = (fileName: string): string =>
  /\.xlsx$/i.test(fileName) ? XLSX : /\.tsv$/i.test(fileName) ? 'text/tab-separated-values' : 'text/csv';
export const listLookups = (cursor: string | null, signal: AbortSignal) =>
  getJson<{ readonly items: readonly LookupSummary[]; readonly nextCursor: string | null }>(
    withQuery('/api/lookups', { cursor, limit: 50 }),
    signal,
  );

export const listLookupRows = (id: string, outcome: LookupOutcome | null, cursor: string | null, signal: AbortSignal) =>
  getJson<{ readonly items: readonly AnsweredLookupRow[]; readonly nextCursor: string | null }>(
    withQuery(lookupPath(id, '/rows'), { outcome, cursor, limit: 100 }),
    signal,
  );
