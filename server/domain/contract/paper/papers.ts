/** Papers: made by staff, checked by anyone who holds one. */
import Type, { type Static } from 'typebox';
import {
  INFORMATION_BLOCKS,
  type InformationBlock,
  PAPER_KINDS,
  PAPER_MAKERS,
  PAPER_STATUSES,
  type PaperKind,
  type PaperStatus,
} from '../../paper.ts';
import { STAFF_ROLES } from '../../role.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { Instant, nullable } from '../fields.ts';

const Uuid = Type.String({ format: 'uuid' });
const SerialParams = Type.Object(
  { serial: Type.String({ minLength: 1, maxLength: 40, description: 'As printed' }) },
  { additionalProperties: false },
);
const Kind = choice<PaperKind>(PAPER_KINDS);

export const Paper = Type.Object({
  serial: Type.String(),
  code: Type.String({ description: 'By which anyone checks it at /verify, as printed' }),
  kind: Kind,
  status: choice<PaperStatus>(PAPER_STATUSES),
  sha256: Type.String({ description: 'Of the signed bytes, hex' }),
  issuedAt: Instant,
  office: Type.String(),
  trialSignature: Type.Boolean({ description: 'True: the key was made by set-up, no authority vouches for it' }),
  holdersLeftOut: Type.Boolean({ description: 'True: it names no holder, whoever is registered' }),
  supersededAt: nullable(Instant),
  supersededBy: nullable(Uuid),
  parcels: Type.Array(Type.Object({ parcelId: Uuid, version: Type.Integer() })),
});
export type Paper = Static<typeof Paper>;

const read = { tag: 'papers', right: { roles: STAFF_ROLES, scope: 'commune' }, maxAge: null } as const;

const IssueRequest = Type.Object(
  {
    kind: Kind,
    parcelIds: Type.Array(Uuid, {
      minItems: 0,
      maxItems: 20,
      uniqueItems: true,
      description:
        'Of one commune. Map extract and land information: up to 20. Parcel history: one. None where certificateSerial or requestId says what it is about',
    }),
    blocks: Type.Optional(
      Type.Array(choice<InformationBlock>(INFORMATION_BLOCKS), {
        uniqueItems: true,
        description: 'Of a land information sheet; all of them where none is named',
      }),
    ),
    certificateSerial: Type.Optional(
      Type.String({ minLength: 1, maxLength: 60, description: 'Certificate of which a sample marked MẪU is made' }),
    ),
    requestId: Type.Optional(
      Type.String({ format: 'uuid', description: 'Request of which a receipt is made, or its form filled in' }),
    ),
  },
  { additionalProperties: false },
);
export type IssueRequest = Static<typeof IssueRequest>;

export const issuePaper = defineContract({
  id: 'issuePaper',
  method: 'POST',
  path: '/api/papers',
  tag: 'papers',
  right: { roles: PAPER_MAKERS, scope: 'commune' },
  summary: 'Makes a paper of what the register says now, signs it and keeps it. Showing persons is logged',
  body: IssueRequest,
  idempotencyKey: true,
  status: 201,
  reply: Paper,
  problems: [
    'parcel.not_found',
    'paper.parcel_historic',
    'paper.request_unfit',
    'paper.template_over',
    'certificate.not_found',
    'certificate.not_printable',
    'paper_request.not_found',
    'idempotency.key_reused',
    'paper.time_stamp_unavailable',
    'paper.signer_expired',
    'service.busy',
  ],
  maxAge: null,
});

export const listPapers = defineContract({
  ...read,
  id: 'listPapers',
  path: '/api/papers',
  summary: 'Papers about a parcel, the latest first',
  query: Type.Object({ parcelId: Uuid }, { additionalProperties: false }),
  reply: Type.Object({ items: Type.Array(Paper) }),
  problems: ['service.busy'],
});

export const getPaper = defineContract({
  ...read,
  id: 'getPaper',
  path: '/api/papers/:serial',
  summary: 'One paper and what became of it',
  params: SerialParams,
  reply: Paper,
  problems: ['paper.not_found', 'service.busy'],
});

export const getPaperPdf = defineContract({
  ...read,
  id: 'getPaperPdf',
  path: '/api/papers/:serial.pdf',
  summary: 'The paper itself: the same bytes each time. Showing persons is logged',
  params: SerialParams,
  media: 'application/pdf',
  reply: Type.String({ description: 'PDF, signed' }),
  problems: ['paper.not_found', 'service.busy'],
});
