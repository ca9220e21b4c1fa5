/** Scanned documents of the archive: how they are read, reviewed, confirmed and put beside parcels. */
import Type, { type Static } from 'typebox';
import {
  ARCHIVE_ROLES,
  DOCUMENT_KINDS,
  DOCUMENT_READERS,
  DOCUMENT_STATUSES,
  type DocumentKind,
  type DocumentStatus,
  FIELD_NAMES,
  type FieldName,
  PAGE_MARKS,
  PAGE_STATES,
  PAGE_TURNS,
  type PageMark,
  type PageState,
  type PageTurn,
  PICTURE_SIZES,
  type PictureSize,
} from '../../document/document.ts';
import { DOCUMENT_FINDING_CODES, type DocumentFindingCode } from '../../document/document-finding.ts';
import { DocumentField } from '../../document/reading.ts';
import { SECOND_READING_STATES, type SecondReadingState } from '../../document/second-reading.ts';
import { ShelfPlace } from '../../document/shelf-place.ts';
import { choice, StaffMember } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { Instant, nullable, pageOf } from '../fields.ts';

const Uuid = Type.String({ format: 'uuid' });
const Params = Type.Object({ id: Uuid }, { additionalProperties: false });
const Finding = choice<DocumentFindingCode>(DOCUMENT_FINDING_CODES);
const AnyStaffMember = Type.Unsafe<StaffMember | null>({ ...StaffMember, type: ['object', 'null'] });

/** A parcel that a document stands with, once somebody else than its reviewer has looked. */
export const DocumentLink = Type.Object({
  parcelId: Uuid,
  version: Type.Integer({ description: 'Of the parcel, for a dealing on it' }),
  sheet: Type.String(),
  no: Type.String(),
  status: choice(['proposed', 'registered', 'refused'] as const),
  proposedBy: StaffMember,
  decidedBy: AnyStaffMember,
  reason: nullable(Type.String()),
  mayDecide: Type.Boolean({ description: 'Whether this caller may register or refuse it now' }),
});
export type DocumentLink = Static<typeof DocumentLink>;

const summary = {
  id: Uuid,
  scanId: Uuid,
  ordinal: Type.Integer({ description: 'Place among the documents of its file' }),
  kind: choice<DocumentKind>(DOCUMENT_KINDS),
  status: choice<DocumentStatus>(DOCUMENT_STATUSES),
  version: Type.Integer(),
  commune: Type.Object({ code: Type.String(), name: Type.String() }),
  sourceName: Type.String({ description: 'Name of the file, a label' }),
  pages: Type.Integer({ description: 'Of this document; while it is read, of the file as far as known' }),
  pagesRead: Type.Integer(),
  pagesRefused: Type.Integer({ description: 'Pages of the file that are not shown, each with its reason' }),
  serial: nullable(Type.String()),
  sheetNo: nullable(Type.String()),
  parcelNo: nullable(Type.String()),
  fieldsOpen: Type.Integer({ description: 'Fields that wait for a person' }),
  fieldsSure: Type.Integer({ description: 'Of these, read surely' }),
  findings: Type.Array(Finding),
  heldBy: AnyStaffMember,
  mine: Type.Boolean({ description: 'Whether the caller reviews it now' }),
  reason: nullable(
    Type.String({ description: 'Why it was rejected: a trouble of the file in words, or what a person said' }),
  ),
  trouble: nullable(Type.String({ description: 'Code of the trouble, where the file was refused' })),
  createdAt: Instant,
  decidedBy: AnyStaffMember,
  decidedAt: nullable(Instant),
  links: Type.Array(DocumentLink),
  secondReading: nullable(
    Type.Unsafe<SecondReadingState>({
      type: 'string',
      enum: [...SECOND_READING_STATES],
      description:
        'Null where it was not drawn. While it waits, what it says is hidden from who may read it as the second',
    }),
  ),
  place: Type.Unsafe<ShelfPlace | null>({
    ...ShelfPlace,
    type: ['object', 'null'],
    description: 'Where the paper lies',
  }),
  mayRead: Type.Boolean({ description: 'Whether the caller may read it as the second' }),
  maySettle: Type.Boolean({ description: 'Whether the caller may settle what two readers said' }),
};
export const DocumentSummary = Type.Object(summary);
export type DocumentSummary = Static<typeof DocumentSummary>;

export const DocumentPage = Type.Object({
  page: Type.Integer({ description: 'Page of the document, from 1; 0 where it is not shown' }),
  fileNo: Type.Integer({ description: 'Place in the file' }),
  state: choice<PageState>(PAGE_STATES),
  trouble: nullable(Type.String()),
  troubleText: nullable(Type.String()),
  width: nullable(Type.Integer({ description: 'Of the full picture' })),
  height: nullable(Type.Integer()),
  turn: Type.Unsafe<PageTurn>({
    type: 'integer',
    enum: [...PAGE_TURNS],
    description:
      'Degrees, clockwise, by which its pictures are turned to be read; boxes are places in the picture as it is kept',
  }),
  mark: nullable(choice<PageMark>(PAGE_MARKS)),
  side: nullable(Type.String()),
});
export type DocumentPage = Static<typeof DocumentPage>;

/** A parcel that the paper may be about. */
export const ParcelOfDocument = Type.Object({
  parcelId: Uuid,
  sheet: Type.String(),
  no: Type.String(),
  landUse: Type.String(),
  areaM2: Type.Number({ description: 'Registered where there is one, else computed' }),
  address: nullable(Type.String()),
  serials: Type.Array(Type.String()),
});
export type ParcelOfDocument = Static<typeof ParcelOfDocument>;

export const DocumentDetail = Type.Object({
  ...summary,
  pageList: Type.Array(DocumentPage),
  candidates: Type.Array(ParcelOfDocument, {
    description: 'Parcels with the sheet and number, or the serial, of the fields as they stand',
  }),
});
export type DocumentDetail = Static<typeof DocumentDetail>;

const common = { tag: 'documents', maxAge: null } as const;
const read = { ...common, right: { roles: DOCUMENT_READERS, scope: 'commune' } } as const;
const write = { ...common, right: { roles: ARCHIVE_ROLES, scope: 'commune' } } as const;
const STEPS = ['document.not_found', 'document.step_refused', 'document.held', 'service.busy'] as const;

export const listDocuments = defineContract({
  ...read,
  id: 'listDocuments',
  path: '/api/documents',
  summary: 'Documents of the archive: those that wait in the order in which they came, others the latest first',
  query: Type.Object(
    {
      status: Type.Optional(choice<DocumentStatus>(DOCUMENT_STATUSES)),
      uploadId: Type.Optional(Uuid),
      scanId: Type.Optional(Uuid),
      parcelId: Type.Optional(Uuid),
      commune: Type.Optional(Type.String({ pattern: '^[0-9]{5}$' })),
      links: Type.Optional(
        Type.Unsafe<'proposed' | 'none'>({
          type: 'string',
          enum: ['proposed', 'none'],
          description: 'With a parcel that waits for a second person, or with no parcel',
        }),
      ),
      q: Type.Optional(
        Type.String({
          maxLength: 100,
          description:
            'Part of a serial or of the name of the file, sheet/parcel, or words that all stand on the paper, with or without diacritics. What is found is logged',
        }),
      ),
      second: Type.Optional(choice(['waiting', 'differs'] as const)),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  reply: pageOf(DocumentSummary),
  problems: ['cursor.invalid', 'service.busy'],
});
export type DocumentQuery = Static<typeof listDocuments.query>;

export const getDocument = defineContract({
  ...read,
  id: 'getDocument',
  path: '/api/documents/:id',
  summary: 'One document with its pages and the parcels it may be about',
  params: Params,
  reply: DocumentDetail,
  problems: ['document.not_found', 'service.busy'],
});

export const getDocumentFields = defineContract({
  ...read,
  id: 'getDocumentFields',
  path: '/api/documents/:id/fields',
  summary: 'What a document says, field by field, with what each reader saw. The look is logged',
  params: Params,
  reply: Type.Object({ items: Type.Array(DocumentField) }),
  problems: ['document.not_found', 'document.read_blind', 'service.busy'],
});

export const getDocumentPage = defineContract({
  ...read,
  id: 'getDocumentPage',
  path: '/api/documents/:id/pages/:n',
  summary: 'The picture of a page, made anew from its points. Looks at readable sizes are logged',
  params: Type.Object({ id: Uuid, n: Type.Integer({ minimum: 1, maximum: 10_000 }) }, { additionalProperties: false }),
  query: Type.Object({ size: Type.Optional(choice<PictureSize>(PICTURE_SIZES)) }, { additionalProperties: false }),
  media: 'image/jpeg',
  reply: Type.String({ description: 'JPEG' }),
  problems: ['document.not_found', 'document.page_not_found', 'service.busy'],
});

export const getDocumentFile = defineContract({
  ...read,
  id: 'getDocumentFile',
  path: '/api/documents/:id/file.pdf',
  summary:
    'The document as a PDF that can be searched: the pictures of its pages with the words that were read of them. Named by its serial; the look is logged',
  params: Params,
  media: 'application/pdf',
  reply: Type.String({ description: 'PDF' }),
  problems: ['document.not_found', 'document.page_not_found', 'service.busy'],
});

export const holdDocument = defineContract({
  ...write,
  id: 'holdDocument',
  method: 'POST',
  path: '/api/documents/:id/hold',
  summary: 'Takes a document for review, or keeps it: one reviewer at a time, for ten minutes after her last sign',
  params: Params,
  reply: DocumentSummary,
  problems: STEPS,
});

export const releaseDocument = defineContract({
  ...write,
  id: 'releaseDocument',
  method: 'POST',
  path: '/api/documents/:id/release',
  summary: 'Gives a document back that this caller reviews; what she confirmed stays',
  params: Params,
  reply: DocumentSummary,
  problems: STEPS,
});

export const putDocumentField = defineContract({
  ...write,
  id: 'putDocumentField',
  method: 'PUT',
  path: '/api/documents/:id/fields/:name',
  summary: 'Says what a field is; null says that the paper does not say it. Repeatable, and kept at once',
  params: Type.Object({ id: Uuid, name: choice<FieldName>(FIELD_NAMES) }, { additionalProperties: false }),
  body: Type.Object({ value: nullable(Type.String({ maxLength: 500 })) }, { additionalProperties: false }),
  reply: DocumentField,
  problems: [...STEPS, 'document.value_unfit'],
});

export const confirmDocument = defineContract({
  ...write,
  id: 'confirmDocument',
  method: 'POST',
  path: '/api/documents/:id/confirm',
  summary: 'Ends the review: every field was confirmed. The parcels named wait for a second person',
  params: Params,
  body: Type.Object(
    {
      parcelIds: Type.Array(Uuid, {
        maxItems: 50,
        uniqueItems: true,
        description: 'Empty where the register has no such parcel',
      }),
    },
    { additionalProperties: false },
  ),
  reply: DocumentSummary,
  problems: [...STEPS, 'document.fields_open', 'parcel.not_found'],
});

export const DocumentReason = Type.Object(
  { reason: Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' }) },
  { additionalProperties: false },
);

export const rejectDocument = defineContract({
  ...write,
  id: 'rejectDocument',
  method: 'POST',
  path: '/api/documents/:id/reject',
  summary: 'Puts a document aside with a reason; its pages stay in the archive',
  params: Params,
  body: DocumentReason,
  reply: DocumentSummary,
  problems: STEPS,
});
