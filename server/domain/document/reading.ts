/** What was read off a document: by whom, how surely, where it stands. */
import Type, { type Static } from 'typebox';
import { FIELD_NAMES, FIELD_STATES, type FieldName, type FieldState } from './document.ts';
import { DOCUMENT_FINDING_CODES, type DocumentFindingCode } from './document-finding.ts';

export const READERS = ['print', 'qr', 'barcode', 'register'] as const;
export type Reader = (typeof READERS)[number];

const choice = <T extends string>(values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...values] });

const Box = Type.Tuple([Type.Integer(), Type.Integer(), Type.Integer(), Type.Integer()], {
  description: '[x, y, width, height] in points of the full picture of the page',
});

/** One reader's word for a field. */
export const Reading = Type.Object({
  reader: choice<Reader>(READERS),
  value: Type.String(),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  rule: Type.String(),
  page: Type.Union([Type.Integer(), Type.Null()], { description: 'Page of the document, from 1' }),
  box: Type.Union([Box, Type.Null()]),
});
export type Reading = Static<typeof Reading>;

/** A field as it stands: what was read, until a person says what it is. */
export const DocumentField = Type.Object({
  name: choice<FieldName>(FIELD_NAMES),
  value: Type.Union([Type.String(), Type.Null()], { description: 'Null where nothing is known surely enough' }),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  sure: Type.Boolean({ description: 'Whether it was read so well that a person only has to nod' }),
  rule: Type.Union([Type.String(), Type.Null()]),
  page: Type.Union([Type.Integer(), Type.Null()]),
  box: Type.Union([Box, Type.Null()]),
  state: choice<FieldState>(FIELD_STATES),
  findings: Type.Array(choice<DocumentFindingCode>(DOCUMENT_FINDING_CODES)),
  readings: Type.Array(Reading),
});
export type DocumentField = Static<typeof DocumentField>;
