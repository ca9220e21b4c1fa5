import type { ArrangedDocument, ScanDetail } from '../../../server/domain/contract/document/scans.ts';
import { getJson } from '../get-json.ts';
import { postJson } from '../send-json.ts';

export type { ArrangedDocument, ScanDetail };

const scanPath = (id: string, rest = '') => `/api/scans/${encodeURIComponent(id)}${rest}`;

/** A scanned file: its pages, and the documents made of them. */
export const getScan = (id: string, signal: AbortSignal) => getJson<ScanDetail>(scanPath(id), signal);

/** Puts pages together to other documents; the same again changes nothing. */
export const arrangePages = (id: string, documents: readonly ArrangedDocument[]) =>
  postJson<ScanDetail>(scanPath(id, '/arrange'), { body: { documents } });
