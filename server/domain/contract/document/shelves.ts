/** Boxes on the shelves of the archive, and labels for them and for the papers in them. */
import Type, { type Static } from 'typebox';
import { ARCHIVE_ROLES, DOCUMENT_READERS } from '../../document/document.ts';
import { MOST_BOXES, MOST_LABELS, MOST_ON_SHEET, ShelfBox } from '../../document/shelf-place.ts';
import { choice } from '../batch/batch-shapes.ts';
import { type Contract, defineContract } from '../contract.ts';
import { Instant } from '../fields.ts';

export const Shelves = Type.Object({
  boxes: Type.Array(
    Type.Object({
      ...ShelfBox.properties,
      papers: Type.Integer({ description: 'Papers in it, of the communes of the caller' }),
      communes: Type.Array(Type.String()),
      placedAt: Instant,
    }),
    { description: 'From the door on; numbers in names count as numbers' },
  ),
  more: Type.Boolean({ description: 'Whether there are more boxes than are told: the filter finds them' }),
  sheets: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String({ description: 'As it is sold' }),
      labels: Type.Integer({ description: 'On one sheet' }),
    }),
    { description: 'Sheets of labels that can be printed on; the first is the usual one' },
  ),
});
export type Shelves = Static<typeof Shelves>;

export const listShelves = defineContract({
  id: 'listShelves',
  path: '/api/shelves',
  tag: 'documents',
  right: { roles: DOCUMENT_READERS, scope: 'commune' },
  summary: 'Boxes in which papers of the archive lie, and the sheets of labels that can be printed',
  query: Type.Object(
    { q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of store/row/shelf/box' })) },
    { additionalProperties: false },
  ),
  reply: Shelves,
  problems: ['service.busy'],
  maxAge: null,
});

const AskedLabels = Type.Object(
  {
    of: choice(['boxes', 'papers'] as const),
    boxes: Type.Array(ShelfBox, { minItems: 1, maxItems: MOST_BOXES }),
    sheet: Type.Optional(
      Type.String({ maxLength: 40, description: 'Id of a sheet; the usual one where it is left out' }),
    ),
    used: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: MOST_ON_SHEET,
        description: 'Labels that are gone from the first sheet, row by row',
      }),
    ),
  },
  { additionalProperties: false },
);
export type AskedLabels = Static<typeof AskedLabels>;

export const printLabels = defineContract({
  id: 'printLabels',
  method: 'POST',
  path: '/api/shelves/labels',
  tag: 'documents',
  right: { roles: ARCHIVE_ROLES, scope: 'commune' },
  summary: `Labels with store, row, shelf, box and number, and a QR code that finds the box in the archive, as a PDF of at most ${MOST_LABELS}. Asked again while nothing was moved, the same bytes come`,
  body: AskedLabels,
  media: 'application/pdf',
  reply: Type.String({ description: 'PDF' }),
  problems: ['document.box_not_found', 'document.labels_too_many', 'document.labels_unfit', 'service.busy'],
  maxAge: null,
});

export const SHELF_DOORS: readonly Contract[] = [listShelves, printLabels];
