import type { BlankStatus } from '../../../server/domain/certificate/blank.ts';
import type { BlankLedger, BlankStock, MoveBlanks } from '../../../server/domain/contract/paper/blanks.ts';
import type { Certificate, CertificateDetail, Printer } from '../../../server/domain/contract/paper/certificates.ts';
import { getJson } from '../get-json.ts';
import { postJson, putJson } from '../send-json.ts';
import { withQuery } from '../with-query.ts';

export type { BlankLedger, BlankStock, Certificate, CertificateDetail, MoveBlanks, Printer };

/** Every look at holders is logged. */
export const listCertificates = (parcelId: string, signal: AbortSignal) =>
  getJson<{ readonly items: readonly Certificate[] }>(withQuery('/api/certificates', { parcelId }), signal);

export const getCertificate = (serial: string, signal: AbortSignal) =>
  getJson<CertificateDetail>(`/api/certificates/${encodeURIComponent(serial)}`, signal);

const printed = (path: string, printer: string) => withQuery(path, printer === '' ? {} : { printer });

/** What is printed onto the blank, for a tab of the browser. */
export const overlayFile = (serial: string, printer: string) =>
  printed(`/api/certificates/${encodeURIComponent(serial)}/overlay.pdf`, printer);

/** One confirmation of change, for a tab of the browser. */
export const changeFile = (serial: string, n: number, printer: string) =>
  printed(`/api/certificates/${encodeURIComponent(serial)}/changes/${n}.pdf`, printer);

export const listPrinters = (signal: AbortSignal) =>
  getJson<{ readonly items: readonly Printer[] }>('/api/printers', signal);

export const keepPrinter = ({ name, ...offsets }: Printer) =>
  putJson<Printer>(`/api/printers/${encodeURIComponent(name)}`, { body: offsets });

/** The page by which the offset of a printer is measured. */
export const rulerFile = (name: string) => `/api/printers/${encodeURIComponent(name)}/ruler.pdf`;

export const readStock = (status: BlankStatus | null, signal: AbortSignal) =>
  getJson<BlankStock>(withQuery('/api/blanks', status === null ? {} : { status }), signal);

export const readLedger = (serial: string, signal: AbortSignal) =>
  getJson<BlankLedger>(withQuery('/api/blanks/moves', serial === '' ? {} : { serial }), signal);

/** Notes a move; asking again with the same key brings the first one. */
export const moveBlanks = (move: MoveBlanks, key: string) =>
  postJson<BlankLedger['items'][number]>('/api/blanks/moves', { body: move, key });
