/** Scanned files of the archive: which of their pages make which documents. */
import Type, { type Static } from 'typebox';
import {
  ARCHIVE_ROLES,
  DOCUMENT_KINDS,
  DOCUMENT_READERS,
  DOCUMENT_STATUSES,
  type DocumentKind,
  type DocumentStatus,
  PAGE_MARKS,
  PAGE_TURNS,
  type PageMark,
  type PageTurn,
} from '../../document/document.ts';
import { choice } from '../batch/batch-shapes.ts';
import { type Contract, defineContract } from '../contract.ts';
import { nullable } from '../fields.ts';
import { MAP_SHEET_DOORS } from './map-sheets.ts';

const Uuid = Type.String({ format: 'uuid' });
const Params = Type.Object({ id: Uuid }, { additionalProperties: false });
const FileNo = Type.Integer({ minimum: 1, maximum: 10_000, description: 'Place in the file, from 1' });

export const ScanDetail = Type.Object({
  id: Uuid,
  sourceName: Type.String({ description: 'Name of the file, a label' }),
  status: choice(['received', 'split', 'read', 'refused'] as const),
  pageList: Type.Array(
    Type.Object({
      fileNo: FileNo,
      width: nullable(Type.Integer()),
      height: nullable(Type.Integer()),
      turn: Type.Unsafe<PageTurn>({ type: 'integer', enum: [...PAGE_TURNS] }),
      mark: nullable(choice<PageMark>(PAGE_MARKS)),
    }),
  ),
  documents: Type.Array(
    Type.Object({
      id: Uuid,
      kind: choice<DocumentKind>(DOCUMENT_KINDS),
      status: choice<DocumentStatus>(DOCUMENT_STATUSES),
      serial: nullable(Type.String()),
      heldByOther: Type.Boolean({ description: 'Whether somebody else reviews it now' }),
      pages: Type.Array(FileNo),
    }),
  ),
});
export type ScanDetail = Static<typeof ScanDetail>;

export const ArrangedDocument = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'Of a document, or a new one made by the caller' }),
    was: Type.Array(FileNo, { maxItems: 500, description: 'Its pages as the caller knows them; none of a new one' }),
    pages: Type.Array(FileNo, { maxItems: 500, description: 'Its pages from now on; none: merged into others' }),
  },
  { additionalProperties: false },
);
export type ArrangedDocument = Static<typeof ArrangedDocument>;

const common = { tag: 'documents', maxAge: null } as const;

export const getScan = defineContract({
  ...common,
  right: { roles: DOCUMENT_READERS, scope: 'commune' },
  id: 'getScan',
  path: '/api/scans/:id',
  summary: 'A scanned file: its pages, and the documents made of them',
  params: Params,
  reply: ScanDetail,
  problems: ['document.not_found', 'service.busy'],
});

export const arrangePages = defineContract({
  ...common,
  right: { roles: ARCHIVE_ROLES, scope: 'commune' },
  id: 'arrangePages',
  method: 'POST',
  path: '/api/scans/:id/arrange',
  summary:
    'Puts pages of a file together to other documents: cut, moved, merged. Names every document that waits for its review. What changed is read again; what a person said stays',
  params: Params,
  body: Type.Object(
    { documents: Type.Array(ArrangedDocument, { minItems: 1, maxItems: 500 }) },
    { additionalProperties: false },
  ),
  reply: ScanDetail,
  problems: [
    'document.not_found',
    'document.step_refused',
    'document.held',
    'version.stale',
    'document.pages_unfit',
    'service.busy',
  ],
});

/** What is done with a file as a whole, and with a page that is a map sheet. */
export const SCAN_DOORS: readonly Contract[] = [getScan, arrangePages, ...MAP_SHEET_DOORS];
