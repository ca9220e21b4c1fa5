/** Templates of papers as staff looks at them: their versions, and each as a paper of invented facts. */
import Type, { type Static } from 'typebox';
import { PAPER_KINDS, type PaperKind } from '../../paper.ts';
import { STAFF_ROLES } from '../../role.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { Day, nullable } from '../fields.ts';

const read = { tag: 'papers', right: { roles: [...STAFF_ROLES, 'admin'] as const }, maxAge: null } as const;

export const PaperTemplate = Type.Object({
  kind: choice<PaperKind>(PAPER_KINDS),
  version: Type.Integer({ minimum: 1 }),
  validFrom: Day,
  validTo: nullable(Day),
  sampleLayout: Type.Boolean({ description: 'True: a layout of our own, the official one is not known' }),
  texts: Type.Array(Type.Object({ key: Type.String({ description: 'Place in the template' }), text: Type.String() }), {
    description: 'Every wording, in its order',
  }),
});
export type PaperTemplate = Static<typeof PaperTemplate>;

export const listPaperTemplates = defineContract({
  ...read,
  id: 'listPaperTemplates',
  path: '/api/paper-templates',
  summary: 'Versions of the templates of papers with their wordings, to be looked at and compared',
  reply: Type.Object({ items: Type.Array(PaperTemplate) }),
});

export const getPaperTemplatePdf = defineContract({
  ...read,
  id: 'getPaperTemplatePdf',
  path: '/api/paper-templates/:templateKind/:templateVersion.pdf',
  summary: 'A version as a paper of invented facts: not signed, not kept, of nobody and no land',
  params: Type.Object(
    {
      templateKind: choice<PaperKind>(PAPER_KINDS),
      templateVersion: Type.String({ pattern: '^[0-9]{1,4}$', description: 'As listed' }),
    },
    { additionalProperties: false },
  ),
  media: 'application/pdf',
  reply: Type.String({ description: 'PDF' }),
  problems: ['paper.template_not_found'],
});
