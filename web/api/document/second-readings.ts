import type {
  SaidField,
  SecondReading,
  SecondReadingRate,
} from '../../../server/domain/contract/document/second-readings.ts';
import { getJson } from '../get-json.ts';
import { postJson } from '../send-json.ts';
import type { DocumentSummary } from './documents.ts';

export type { SaidField, SecondReading, SecondReadingRate };

const path = (id: string, rest = '') => `/api/documents/${encodeURIComponent(id)}/second-reading${rest}`;

/** How often two readers of the sample differ. */
export const getSecondReadingRate = (signal: AbortSignal) => getJson<SecondReadingRate>('/api/second-readings', signal);

/** Where the fields of a document that was drawn stand, and what both readers said once both have. Logged. */
export const getSecondReading = (id: string, signal: AbortSignal) => getJson<SecondReading>(path(id), signal);

/** What I read as the second; the same again changes nothing. */
export const readAgain = (id: string, fields: readonly SaidField[]) =>
  postJson<DocumentSummary>(path(id), { body: { fields } });

/** What is right where two readers differ. */
export const settleReadings = (id: string, fields: readonly SaidField[]) =>
  postJson<DocumentSummary>(path(id, '/settle'), { body: { fields } });
