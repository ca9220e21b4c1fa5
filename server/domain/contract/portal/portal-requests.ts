/** A request for a paper, as anybody sends it and follows it: with a reference, and a code that stands in no address. */
import Type, { type Static } from 'typebox';
import { PLAIN_TEXT } from '../../batch/correction.ts';
import { INFORMATION_BLOCKS, type InformationBlock, PAPER_STATUSES, type PaperStatus } from '../../paper.ts';
import {
  DELIVERY_WAYS,
  type DeliveryWay,
  EMAIL,
  FEE_STATUSES,
  type FeeStatus,
  PHONE,
  REFUSAL_GROUNDS,
  REQUEST_BOUNDS,
  REQUEST_KINDS,
  REQUEST_STATUSES,
  REQUESTER_KINDS,
  REQUESTER_NUMBER,
  type RefusalGround,
  type RequesterKind,
  type RequestKind,
  type RequestStatus,
} from '../../request/paper-request.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { Day, Instant, nullable } from '../fields.ts';

const closed = { additionalProperties: false } as const;
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: PLAIN_TEXT });

export const Requester = Type.Object(
  {
    kind: choice<RequesterKind>(REQUESTER_KINDS),
    name: text(REQUEST_BOUNDS.name),
    identityNumber: Type.String({
      pattern: `${REQUESTER_NUMBER.person}|${REQUESTER_NUMBER.organisation}`,
      description: 'Personal number of 9 or 12 digits, or code of an enterprise. Unlocks nothing: an officer checks it',
    }),
    address: text(REQUEST_BOUNDS.address),
    phone: Type.Optional(Type.String({ pattern: PHONE })),
    email: Type.Optional(Type.String({ maxLength: REQUEST_BOUNDS.email, pattern: EMAIL })),
  },
  closed,
);
export type Requester = Static<typeof Requester>;

export const Delivery = Type.Object(
  {
    way: choice<DeliveryWay>(DELIVERY_WAYS),
    copies: Type.Optional(
      Type.Integer({ minimum: 1, maximum: REQUEST_BOUNDS.copies, description: 'On paper; default 1' }),
    ),
    address: Type.Optional(text(REQUEST_BOUNDS.address)),
  },
  closed,
);
export type Delivery = Static<typeof Delivery>;

/** What is asked for, by whom and what for (Mẫu 14). */
export const RequestAsked = Type.Object(
  {
    kind: choice<RequestKind>(REQUEST_KINDS),
    parcelId: Type.String({ format: 'uuid' }),
    blocks: Type.Optional(
      Type.Array(choice<InformationBlock>(INFORMATION_BLOCKS), {
        uniqueItems: true,
        description: 'Of a land information sheet, which has all of them where none is named; of nothing else',
      }),
    ),
    certificateSerial: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: REQUEST_BOUNDS.serial,
        pattern: PLAIN_TEXT,
        description: 'Of the certificate to be copied, where who asks knows it',
      }),
    ),
    requester: Requester,
    purpose: text(REQUEST_BOUNDS.purpose),
    delivery: Delivery,
    language: Type.Optional(choice<'vi' | 'en'>(['vi', 'en'])),
  },
  closed,
);
export type RequestAsked = Static<typeof RequestAsked>;

export const RequestFee = Type.Object({
  status: choice<FeeStatus>(FEE_STATUSES),
  amountVnd: nullable(Type.Integer({ description: 'Null: by the price list of the province, told before it is paid' })),
  legalBasis: nullable(Type.String()),
});
export type RequestFee = Static<typeof RequestFee>;

export const RequestReceipt = Type.Object({
  reference: Type.String(),
  code: Type.String({
    description: 'Secret, told this once: with the reference it shows the request and fetches the paper',
  }),
  receivedAt: Instant,
  dueOn: Day,
  fee: RequestFee,
});
export type RequestReceipt = Static<typeof RequestReceipt>;

export const FollowedRequest = Type.Object({
  reference: Type.String(),
  kind: choice<RequestKind>(REQUEST_KINDS),
  blocks: Type.Array(choice<InformationBlock>(INFORMATION_BLOCKS), {
    description: 'Of a land information sheet, as asked for; none: all of them',
  }),
  parcelId: Type.String({ format: 'uuid' }),
  delivery: choice<DeliveryWay>(DELIVERY_WAYS),
  status: choice<RequestStatus>(REQUEST_STATUSES),
  suspended: Type.Boolean({ description: 'Something is waited for; the time does not count' }),
  receivedAt: Instant,
  dueOn: Day,
  decidedAt: nullable(Instant),
  fee: RequestFee,
  refusal: Type.Unsafe<{ ground: RefusalGround; reason: string } | null>({
    type: ['object', 'null'],
    required: ['ground', 'reason'],
    properties: { ground: { type: 'string', enum: [...REFUSAL_GROUNDS] }, reason: { type: 'string' } },
  }),
  paper: Type.Unsafe<{ serial: string; sha256: string; status: PaperStatus; issuedAt: string } | null>({
    type: ['object', 'null'],
    required: ['serial', 'sha256', 'status', 'issuedAt'],
    properties: {
      serial: { type: 'string' },
      sha256: { type: 'string' },
      status: { type: 'string', enum: [...PAPER_STATUSES] },
      issuedAt: { type: 'string', format: 'date-time' },
    },
  }),
});
export type FollowedRequest = Static<typeof FollowedRequest>;

const Reference = Type.Object({ reference: Type.String({ maxLength: 40 }) }, closed);
const CodeHeader = Type.Object({
  'X-Request-Code': Type.String({ description: 'The code, as it was told; hyphens and case do not matter' }),
});

export const submitRequest = defineContract({
  id: 'submitRequest',
  method: 'POST',
  path: '/api/portal/requests',
  tag: 'papers',
  summary: 'Asks for a paper. The same Idempotency-Key and body again get the same reference and code',
  body: RequestAsked,
  idempotencyKey: true,
  status: 201,
  reply: RequestReceipt,
  problems: [
    'parcel.not_found',
    'paper_request.answers_unfit',
    'paper_request.too_many',
    'paper_request.code_replaced',
    'idempotency.key_reused',
    'service.busy',
  ],
  maxAge: null,
});

export const followRequest = defineContract({
  id: 'followRequest',
  path: '/api/portal/requests/:reference',
  tag: 'papers',
  summary: 'What became of a request. A wrong code and a reference that there is not are answered alike',
  params: Reference,
  headers: CodeHeader,
  reply: FollowedRequest,
  problems: ['paper_request.not_found', 'service.busy'],
  maxAge: null,
});

export const fetchRequestPaper = defineContract({
  id: 'fetchRequestPaper',
  path: '/api/portal/requests/:reference/paper',
  tag: 'papers',
  summary: 'The signed paper that answers a request',
  params: Reference,
  headers: CodeHeader,
  media: 'application/pdf',
  reply: Type.String({ description: 'PDF, signed' }),
  problems: ['paper_request.not_found', 'service.busy'],
  maxAge: null,
});
