import type {
  DocumentDetail,
  DocumentLink,
  DocumentPage,
  DocumentSummary,
} from '../../../server/domain/contract/document/documents.ts';
import type { DocumentStatus, FieldName, PictureSize } from '../../../server/domain/document/document.ts';
import type { DocumentField } from '../../../server/domain/document/reading.ts';
import type { ShelfPlace } from '../../../server/domain/document/shelf-place.ts';
import type { ProblemReply } from '../../../server/domain/problem/problem.ts';
import { CallFailed, getJson, reach } from '../get-json.ts';
import { postJson, putJson } from '../send-json.ts';
import { withQuery } from '../with-query.ts';

export type { DocumentDetail, DocumentField, DocumentLink, DocumentPage, DocumentSummary };

export interface DocumentsAsked {
  readonly status?: DocumentStatus;
  readonly scanId?: string;
  readonly parcelId?: string;
  readonly links?: 'proposed' | 'none';
  readonly second?: 'waiting' | 'differs';
  readonly q?: string;
  readonly limit?: number;
}

const documentPath = (id: string, rest = '') => `/api/documents/${encodeURIComponent(id)}${rest}`;

/** Where the document lies as a PDF that can be searched, for a link; each call is written to the read log. */
export const documentFilePath = (id: string): string => documentPath(id, '/file.pdf');

export const listDocuments = (asked: DocumentsAsked, cursor: string | null, signal?: AbortSignal) =>
  getJson<{ readonly items: readonly DocumentSummary[]; readonly nextCursor: string | null }>(
    withQuery('/api/documents', { limit: 50, ...asked, cursor }),
    signal,
  );

export const getDocument = (id: string, signal: AbortSignal) => getJson<DocumentDetail>(documentPath(id), signal);

/** What a document says. Each call is written to the read log. */
export const getDocumentFields = (id: string, signal: AbortSignal) =>
  getJson<{ readonly items: readonly DocumentField[] }>(documentPath(id, '/fields'), signal);

/** The picture of a page. Each call for one that can be read is written to the read log. */
export const getPagePicture = (id: string, page: number, size: PictureSize, signal: AbortSignal): Promise<Blob> =>
  reach(
    withQuery(documentPath(id, `/pages/${page}`), { size }),
    { headers: { 'accept-language': document.documentElement.lang }, signal },
    async (response) => {
      if (response.ok) return response.blob();
      const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
      throw new CallFailed(isProblem ? ((await response.json()) as ProblemReply) : null);
    },
  );

/** Takes a document for review, or keeps it. */
export const holdDocument = (id: string) => postJson<DocumentSummary>(documentPath(id, '/hold'), { body: {} });

export const releaseDocument = (id: string) => postJson<DocumentSummary>(documentPath(id, '/release'), { body: {} });

/** Says what a field is; null: the paper does not say it. Saying it again changes nothing. */
export const putDocumentField = (id: string, name: FieldName, value: string | null) =>
  putJson<DocumentField>(documentPath(id, `/fields/${name}`), { body: { value } });

export const confirmDocument = (id: string, parcelIds: readonly string[]) =>
  postJson<DocumentSummary>(documentPath(id, '/confirm'), { body: { parcelIds } });

/** Says where the paper lies. */
export const placeDocument = (id: string, place: ShelfPlace) =>
  putJson<DocumentSummary>(documentPath(id, '/place'), { body: place });

export const rejectDocument = (id: string, reason: string) =>
  postJson<DocumentSummary>(documentPath(id, '/reject'), { body: { reason } });

/** Proposes parcels for a confirmed document that stands with none yet. */
export const proposeLinks = (id: string, parcelIds: readonly string[]) =>
  postJson<DocumentSummary>(documentPath(id, '/parcels'), { body: { parcelIds } });

const linkPath = (id: string, parcelId: string, step: string) =>
  documentPath(id, `/parcels/${encodeURIComponent(parcelId)}/${step}`);

export const registerLink = (id: string, parcelId: string) =>
  postJson<DocumentSummary>(linkPath(id, parcelId, 'register'), { body: {} });

export const refuseLink = (id: string, parcelId: string, reason: string) =>
  postJson<DocumentSummary>(linkPath(id, parcelId, 'refuse'), { body: { reason } });
