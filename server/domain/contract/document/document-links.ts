/** Where documents belong: parcels, proposed by their reviewers and decided on by somebody else; and the shelf their paper lies on. */
import Type from 'typebox';
import { ARCHIVE_ROLES } from '../../document/document.ts';
import { ShelfPlace } from '../../document/shelf-place.ts';
import { type Contract, defineContract } from '../contract.ts';
import { DocumentReason, DocumentSummary } from './documents.ts';

const Uuid = Type.String({ format: 'uuid' });
const common = { tag: 'documents', maxAge: null } as const;

export const proposeDocumentLinks = defineContract({
  ...common,
  right: { roles: ARCHIVE_ROLES, scope: 'commune' },
  id: 'proposeDocumentLinks',
  method: 'POST',
  path: '/api/documents/:id/parcels',
  summary:
    'Proposes parcels for a confirmed document that stands with none yet: each waits for a second person. Repeatable; one that was sent back is not proposed again',
  params: Type.Object({ id: Uuid }, { additionalProperties: false }),
  body: Type.Object(
    { parcelIds: Type.Array(Uuid, { minItems: 1, maxItems: 50, uniqueItems: true }) },
    { additionalProperties: false },
  ),
  reply: DocumentSummary,
  problems: ['document.not_found', 'document.step_refused', 'parcel.not_found', 'service.busy'],
});

const decide = {
  ...common,
  right: { roles: ['approver'], scope: 'commune' },
  method: 'POST',
  params: Type.Object({ id: Uuid, parcelId: Uuid }, { additionalProperties: false }),
  reply: DocumentSummary,
  problems: ['document.not_found', 'document.step_refused', 'document.second_open', 'dealing.own', 'service.busy'],
} as const;

export const registerDocumentLink = defineContract({
  ...decide,
  id: 'registerDocumentLink',
  path: '/api/documents/:id/parcels/:parcelId/register',
  summary: 'Registers that a confirmed document stands with a parcel; never by who proposed it',
});

export const refuseDocumentLink = defineContract({
  ...decide,
  id: 'refuseDocumentLink',
  path: '/api/documents/:id/parcels/:parcelId/refuse',
  summary: 'Refuses that a confirmed document stands with a parcel, with a reason',
  body: DocumentReason,
});

export const placeDocument = defineContract({
  ...common,
  right: { roles: ARCHIVE_ROLES, scope: 'commune' },
  id: 'placeDocument',
  method: 'PUT',
  path: '/api/documents/:id/place',
  summary: 'Says where the paper of a document lies: store, row, shelf, box, number. Repeatable; it is found by them',
  params: Type.Object({ id: Uuid }, { additionalProperties: false }),
  body: ShelfPlace,
  reply: DocumentSummary,
  problems: ['document.not_found', 'service.busy'],
});

export const DOCUMENT_LINK_DOORS: readonly Contract[] = [
  placeDocument,
  proposeDocumentLinks,
  registerDocumentLink,
  refuseDocumentLink,
];
