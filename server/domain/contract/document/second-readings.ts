/** A sample of confirmed documents is read a second time; what differs is settled by a third person. */
import Type, { type Static } from 'typebox';
import { ARCHIVE_ROLES, DOCUMENT_READERS, FIELD_NAMES, type FieldName } from '../../document/document.ts';
import { DocumentField } from '../../document/reading.ts';
import { SECOND_READING_STATES } from '../../document/second-reading.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { nullable } from '../fields.ts';
import { DocumentSummary } from './documents.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

export const SaidField = Type.Object(
  { name: choice<FieldName>(FIELD_NAMES), value: nullable(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
);
export type SaidField = Static<typeof SaidField>;

const Both = Type.Object({
  first: nullable(Type.String({ description: 'By who confirmed the document; null: not on the paper' })),
  second: nullable(Type.String()),
  agrees: Type.Boolean(),
});

export const SecondReading = Type.Object({
  status: choice(SECOND_READING_STATES),
  fields: Type.Array(
    Type.Object({
      name: choice<FieldName>(FIELD_NAMES),
      page: DocumentField.properties.page,
      box: DocumentField.properties.box,
      said: Type.Unsafe<Static<typeof Both> | null>({ ...Both, type: ['object', 'null'] }),
    }),
    { description: 'Where each stands; what both said once the second one has read it' },
  ),
});
export type SecondReading = Static<typeof SecondReading>;

const count = (description: string) => Type.Integer({ minimum: 0, description });

export const SecondReadingRate = Type.Object({
  oneOf: count('One of so many confirmed documents is drawn today; 0: none'),
  waiting: count('Documents that wait for their second reader'),
  read: count('Documents that were read twice'),
  differed: count('Of these, with a field of which the readers said something else'),
  toSettle: count('Of these, not settled yet'),
  fields: count('Fields that were read twice'),
  fieldsDiffered: count('Of these, of which the readers said something else'),
});
export type SecondReadingRate = Static<typeof SecondReadingRate>;

const common = { tag: 'documents', maxAge: null } as const;
const archive = { ...common, right: { roles: [...ARCHIVE_ROLES, 'approver'], scope: 'commune' } } as const;
const PROBLEMS = [
  'document.not_found',
  'document.step_refused',
  'document.fields_open',
  'document.value_unfit',
  'dealing.own',
  'service.busy',
] as const;
const Said = Type.Object(
  { fields: Type.Array(SaidField, { minItems: 1, maxItems: FIELD_NAMES.length }) },
  { additionalProperties: false },
);

export const getSecondReadingRate = defineContract({
  ...common,
  right: { roles: DOCUMENT_READERS, scope: 'commune' },
  id: 'getSecondReadingRate',
  path: '/api/second-readings',
  summary: 'How many confirmed documents were read a second time, and how often the two readers differ',
  reply: SecondReadingRate,
  problems: ['service.busy'],
});

export const getSecondReading = defineContract({
  ...archive,
  id: 'getSecondReading',
  path: '/api/documents/:id/second-reading',
  summary:
    'The second reading of a document that was drawn: while it waits, nothing of what the first reader said. The look is logged',
  params: Params,
  reply: SecondReading,
  problems: ['document.not_found', 'service.busy'],
});

export const readAgain = defineContract({
  ...common,
  right: { roles: ARCHIVE_ROLES, scope: 'commune' },
  id: 'readAgain',
  method: 'POST',
  path: '/api/documents/:id/second-reading',
  summary: 'What a second person reads on a document that was drawn, every field; never who confirmed it. Repeatable',
  params: Params,
  body: Said,
  reply: DocumentSummary,
  problems: PROBLEMS,
});

export const settleReadings = defineContract({
  ...common,
  right: { roles: ['approver'], scope: 'commune' },
  id: 'settleReadings',
  method: 'POST',
  path: '/api/documents/:id/second-reading/settle',
  summary: 'Says what is right of every field of which two readers differ; never one of them. Repeatable',
  params: Params,
  body: Said,
  reply: DocumentSummary,
  problems: PROBLEMS,
});
