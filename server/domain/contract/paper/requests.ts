/** Requests for papers as officers work on them: the queue, one with who asks, and its steps. */

import Type, { type Static, type TObject } from 'typebox';
import { PLAIN_TEXT, Reason } from '../../batch/correction.ts';
import { INFORMATION_BLOCKS, type InformationBlock } from '../../paper.ts';
import type { ProblemCode } from '../../problem/problem.ts';
import { MESSAGE_KINDS } from '../../request/outgoing-message.ts';
import {
  DELIVERY_WAYS,
  type DeliveryWay,
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
  REQUEST_STATUSES,
  type RefusalGround,
  type RequestKind,
  type RequestStatus,
} from '../../request/paper-request.ts';
import {
  REQUEST_GROUNDS,
  REQUEST_READERS,
  REQUEST_STEPS,
  type RequestGrounds,
  type RequestStep,
  STOP_CAUSES,
  type StopCause,
} from '../../request/request-step.ts';
import { choice, StaffMember } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { CommuneCode, Day, Instant, nullable, pageOf } from '../fields.ts';
import { Delivery, Requester, RequestFee } from '../portal/portal-requests.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const anyOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T | null>({ type: ['string', 'null'], enum: [...values, null] });

export const REQUEST_QUEUES = ['open', 'mine', 'decided'] as const;
export type RequestQueue = (typeof REQUEST_QUEUES)[number];

const shape = {
  requestId: Uuid,
  reference: Type.String(),
  kind: choice<RequestKind>(REQUEST_KINDS),
  blocks: Type.Array(choice<InformationBlock>(INFORMATION_BLOCKS), {
    description: 'Of a land information sheet, as asked for; none: all of them',
  }),
  status: choice<RequestStatus>(REQUEST_STATUSES),
  suspended: Type.Boolean({ description: 'Whether its clock is stopped' }),
  version: Type.Integer({ minimum: 1, description: 'For If-Match; rises with every change' }),
  parcel: Type.Object({ parcelId: Uuid, sheet: Type.String(), no: Type.String() }),
  commune: Type.Object({ code: Type.String(), name: Type.String() }),
  way: choice<DeliveryWay>(DELIVERY_WAYS),
  receivedAt: Instant,
  dueOn: Day,
  daysLeft: Type.Integer({ description: 'Working days to the due day; negative when it has passed' }),
  decidedAt: nullable(Instant),
  fee: RequestFee,
  grounds: anyOf<RequestGrounds>(REQUEST_GROUNDS),
  handledBy: nullable(StaffMember),
  paperSerial: nullable(Type.String()),
  steps: Type.Array(choice<RequestStep>(REQUEST_STEPS), { description: 'Those this caller may take now' }),
};
export const RequestSummary = Type.Object(shape);
export type RequestSummary = Static<typeof RequestSummary>;

export const RequestDetail = Type.Object({
  ...shape,
  requester: Requester,
  purpose: Type.String(),
  delivery: Delivery,
  numberOfHolder: Type.Boolean({
    description:
      'Whether the number that was typed is that of a present holder. A sign, no proof: it can be read off a paper',
  }),
  holders: Type.Integer({ description: 'Present holders of the parcel' }),
  certificateSerial: nullable(
    Type.String({ description: 'Of the certificate to be copied, as the requester typed it' }),
  ),
  certificates: Type.Array(Type.String(), {
    description:
      'Serials of valid certificates of the parcel whose content the register holds: a copy is made of one of these',
  }),
  refusal: nullable(Type.Object({ ground: choice<RefusalGround>(REFUSAL_GROUNDS), reason: Type.String() })),
  history: Type.Array(
    Type.Object({
      step: choice<RequestStep>(REQUEST_STEPS),
      by: StaffMember,
      at: Instant,
      note: nullable(Type.String()),
    }),
  ),
  stops: Type.Array(
    Type.Object({ cause: choice<StopCause>(STOP_CAUSES), stoppedAt: Instant, resumedAt: nullable(Instant) }),
  ),
  messages: Type.Array(
    Type.Object({
      kind: choice(MESSAGE_KINDS),
      channel: choice(['mail', 'phone'] as const),
      state: choice(['waiting', 'sending', 'sent', 'unsure', 'failed'] as const),
      at: Instant,
    }),
    { description: 'What the requester was told, or is about to be' },
  ),
});
export type RequestDetail = Static<typeof RequestDetail>;

export const RequestReply = Type.Object({ request: RequestDetail });
export type RequestReply = Static<typeof RequestReply>;

const staff = { tag: 'papers', right: { roles: REQUEST_READERS, scope: 'commune' }, maxAge: null } as const;
const Params = Type.Object({ id: Uuid }, closed);
const Note = Type.Optional(Type.String({ minLength: 1, maxLength: 500, pattern: PLAIN_TEXT }));

export const listRequests = defineContract({
  ...staff,
  id: 'listRequests',
  path: '/api/requests',
  summary: 'Requests without who asks: open ones by due day, decided ones the latest first',
  query: Type.Object(
    {
      queue: Type.Optional(choice<RequestQueue>(REQUEST_QUEUES)),
      commune: Type.Optional(CommuneCode),
      parcelId: Type.Optional(Uuid),
      reference: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
    },
    closed,
  ),
  reply: pageOf(RequestSummary),
  problems: ['cursor.invalid', 'service.busy'],
});

export const getRequest = defineContract({
  ...staff,
  id: 'getRequest',
  path: '/api/requests/:id',
  summary: 'One request with who asks and what for. Each look is logged',
  params: Params,
  reply: RequestReply,
  problems: ['paper_request.not_found', 'service.busy'],
});

const step = <B extends TObject>(
  name: RequestStep,
  id: string,
  summary: string,
  body: B,
  more: readonly ProblemCode[] = [],
) =>
  defineContract({
    ...staff,
    id,
    method: 'POST',
    path: `/api/requests/:id/${name}`,
    summary,
    params: Params,
    body,
    idempotencyKey: true,
    ifMatch: true,
    reply: RequestReply,
    problems: [
      'paper_request.not_found',
      'paper_request.step_refused',
      'version.stale',
      'idempotency.key_reused',
      'service.busy',
      ...more,
    ],
  });

export const acceptRequest = step(
  'accept',
  'acceptRequest',
  'Takes a request on, with the grounds that decide what its paper may show',
  Type.Object({ grounds: choice<RequestGrounds>(REQUEST_GROUNDS), note: Note }, closed),
  ['paper_request.answers_unfit'],
);
export type AcceptRequest = Static<NonNullable<(typeof acceptRequest)['body']>>;

export const setRequestFee = step(
  'fee',
  'setRequestFee',
  'Settles the fee: due (the clock stops), paid or waived (it runs again)',
  Type.Object(
    {
      status: choice(['due', 'paid', 'waived'] as const),
      amountVnd: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 1_000_000_000,
          description: 'Due: by the price list, where no rule names one',
        }),
      ),
      legalBasis: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: PLAIN_TEXT })),
      note: Note,
    },
    closed,
  ),
);
export type SetRequestFee = Static<NonNullable<(typeof setRequestFee)['body']>>;

export const suspendRequest = step(
  'suspend',
  'suspendRequest',
  'Stops the clock: something of the requester is waited for',
  Type.Object({ cause: choice(['papers', 'other'] as const), reason: Reason }, closed),
);
export type SuspendRequest = Static<NonNullable<(typeof suspendRequest)['body']>>;

export const resumeRequest = step(
  'resume',
  'resumeRequest',
  'Lets the clock run again; the due day moves by the working days it stood',
  Type.Object({}, closed),
);

export const fulfilRequest = step(
  'fulfil',
  'fulfilRequest',
  'Makes the paper and answers with it, in one; holders, certificates and burdens are left out where the grounds are public',
  Type.Object(
    {
      certificateSerial: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 60,
          description: 'Of the certificate to be copied, one of "certificates"; may be left out where there is one',
        }),
      ),
    },
    closed,
  ),
  [
    'parcel.not_found',
    'paper.parcel_historic',
    'paper_request.certificate_unclear',
    'paper.template_over',
    'certificate.not_printable',
    'paper.time_stamp_unavailable',
    'paper.signer_expired',
  ],
);
export type FulfilRequest = Static<NonNullable<(typeof fulfilRequest)['body']>>;

export const refuseRequest = step(
  'refuse',
  'refuseRequest',
  'Refuses, with a ground and a reason that the requester reads',
  Type.Object({ ground: choice<RefusalGround>(REFUSAL_GROUNDS), reason: Reason }, closed),
);
export type RefuseRequest = Static<NonNullable<(typeof refuseRequest)['body']>>;

export const reissueRequestCode = defineContract({
  ...staff,
  id: 'reissueRequestCode',
  method: 'POST',
  path: '/api/requests/:id/code',
  summary: 'Replaces a lost code, at the counter: the old one opens nothing from then on. Told this once',
  params: Params,
  body: Type.Object(
    { identityChecked: Type.Literal(true, { description: 'The requester was seen with identity papers' }) },
    closed,
  ),
  idempotencyKey: true,
  ifMatch: true,
  reply: Type.Object({ reference: Type.String(), code: Type.String() }),
  problems: [
    'paper_request.not_found',
    'paper_request.code_replaced',
    'version.stale',
    'idempotency.key_reused',
    'service.busy',
  ],
});
