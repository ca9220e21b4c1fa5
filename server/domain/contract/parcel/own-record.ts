/** What the register holds of who is signed in: land, requests, papers, and who looked at them. Only for a number that is vouched for. */
import Type, { type Static } from 'typebox';
import { PAPER_KINDS, PAPER_STATUSES, type PaperKind, type PaperStatus } from '../../paper.ts';
import { REQUEST_KINDS, REQUEST_STATUSES, type RequestKind, type RequestStatus } from '../../request/paper-request.ts';
import { ROLES } from '../../role.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { Day, Instant, nullable } from '../fields.ts';

const Uuid = Type.String({ format: 'uuid' });
const Parcel = Type.Object({ id: Uuid, sheet: Type.String(), no: Type.String(), commune: Type.String() });

export const OwnLand = Type.Object({
  parcel: Parcel,
  code: Type.String(),
  right: choice<'use' | 'management'>(['use', 'management']),
  share: Type.String({ description: 'Exact fraction; "1" where it is whole' }),
  until: nullable(Day),
  certificateSerial: nullable(Type.String()),
  landUse: Type.String(),
  areaM2: Type.Number({ description: 'Computed, legal system' }),
  legalAreaM2: nullable(Type.Number({ description: 'Registered; null if none' })),
});
export type OwnLand = Static<typeof OwnLand>;

export const OwnRequest = Type.Object({
  reference: Type.String(),
  kind: choice<RequestKind>(REQUEST_KINDS),
  status: choice<RequestStatus>(REQUEST_STATUSES),
  suspended: Type.Boolean(),
  receivedAt: Instant,
  dueOn: Day,
  decidedAt: nullable(Instant),
  parcel: Parcel,
  paperSerial: nullable(Type.String()),
  paperStatus: Type.Unsafe<PaperStatus | null>({ type: ['string', 'null'], enum: [...PAPER_STATUSES, null] }),
});
export type OwnRequest = Static<typeof OwnRequest>;

export const OwnPaper = Type.Object({
  serial: Type.String(),
  kind: choice<PaperKind>(PAPER_KINDS),
  status: choice<PaperStatus>(PAPER_STATUSES),
  issuedAt: Instant,
  office: Type.String(),
});
export type OwnPaper = Static<typeof OwnPaper>;

export const OwnLook = Type.Object({
  at: Instant,
  purpose: Type.String({ description: 'Code; more may come' }),
  subject: choice<'party' | 'request' | 'search' | 'staging_record' | 'document'>([
    'party',
    'request',
    'search',
    'staging_record',
    'document',
  ]),
  name: nullable(Type.String({ description: 'Of the officer, where the register knows it' })),
});
export type OwnLook = Static<typeof OwnLook>;

export const OwnRecord = Type.Object({
  vouched: Type.Boolean({
    description: 'Whether the identity provider vouches for an identity number; without one nothing can be shown',
  }),
  land: Type.Array(OwnLand),
  requests: Type.Array(OwnRequest),
  papers: Type.Array(OwnPaper),
  looks: Type.Array(OwnLook),
});
export type OwnRecord = Static<typeof OwnRecord>;

export const getOwnRecord = defineContract({
  id: 'getOwnRecord',
  path: '/api/me/record',
  tag: 'identity',
  right: { roles: ROLES },
  summary:
    'What the register holds of oneself: land now, requests and papers and who looked at them, up to 200 of each, the latest first. Only for accounts whose identity number the identity provider vouches for',
  reply: OwnRecord,
  problems: ['service.busy'],
  maxAge: null,
});
