/** Dealings on registered parcels: opened, looked at, and taken from step to step. Kinds and payloads: contract section 6. */

import Type, { type Static, type TSchema } from 'typebox';
import { Reason } from '../../batch/correction.ts';
import { PlannedChange } from '../../dealing/change.ts';
import { DEALING_KINDS, type DealingKind } from '../../dealing/dealing-kind.ts';
import { DEALING_QUEUES, type DealingQueue } from '../../dealing/dealing-queue.ts';
import { DEALING_STATUSES, type DealingStatus } from '../../dealing/dealing-state.ts';
import {
  DEALING_OPENERS,
  DEALING_READERS,
  DEALING_STEP_RULES,
  DEALING_STEPS,
  type DealingStep,
} from '../../dealing/dealing-step.ts';
import { LateEntry } from '../../dealing/payload/late-entry.ts';
import { Verdict } from '../../dealing/verdict.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../document/document.ts';
import { choice, StaffMember } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { CommuneCode, Instant, nullable, pageOf } from '../fields.ts';
import { OpenRequest, PreviewRequest } from './dealing-draft.ts';
import { FileMember } from './dealing-file.ts';

const Uuid = Type.String({ format: 'uuid' });
const Params = Type.Object({ id: Uuid }, { additionalProperties: false });

const Geometry = Type.Object({
  type: Type.Literal('Polygon'),
  coordinates: Type.Unsafe<number[][][]>({ type: 'array', items: {} }),
});

/** Land that a dealing raises or changes. `geometry` in CRS84, `geometryLegal` in the sheet's own system, east and north. */
export const RaisedParcel = Type.Object({
  parcelId: Uuid,
  role: choice(['raised', 'changed', 'neighbour'] as const),
  sheet: Type.String(),
  no: Type.String(),
  landUse: Type.String({ description: 'Codes joined by +' }),
  areaM2: Type.Number({ description: 'Computed in the legal system, m²' }),
  legalAreaM2: nullable(Type.Number({ description: 'To be registered, m²' })),
  geometry: Geometry,
  geometryLegal: Type.Object({
    srid: Type.Integer(),
    coordinates: Type.Unsafe<number[][][]>({ type: 'array', items: {} }),
  }),
});
export type RaisedParcel = Static<typeof RaisedParcel>;

/** A right as it would be or is: holder by name, for staff of the commune only. */
export const PlannedRight = Type.Object({
  rightId: nullable(Uuid),
  parcelId: Uuid,
  holder: Type.String(),
  share: Type.String({ description: 'Exact fraction' }),
  change: choice(['ended', 'raised', 'kept'] as const),
});
export type PlannedRight = Static<typeof PlannedRight>;

const shape = {
  dealingId: Uuid,
  kind: choice<DealingKind>(DEALING_KINDS),
  status: choice<DealingStatus>(DEALING_STATUSES),
  version: Type.Integer({ minimum: 1, description: 'For If-Match; rises with every change' }),
  suspended: Type.Boolean({ description: 'Whether its clock is stopped' }),
  commune: Type.Object({ code: Type.String(), name: Type.String() }),
  targets: Type.Array(
    Type.Object({ parcelId: Uuid, version: Type.Integer(), sheet: Type.String(), no: Type.String() }),
  ),
  proposedBy: StaffMember,
  decidedBy: nullable(StaffMember),
  reason: nullable(Type.String({ description: 'Why it was opened, refused or suspended, last' })),
  createdAt: Instant,
  lodgedAt: nullable(Instant),
  registeredAt: nullable(
    Type.String({
      format: 'date-time',
      description: 'Legal moment: of what was entered from paper books the day of the book',
    }),
  ),
  decidedAt: nullable(Type.String({ format: 'date-time', description: 'When it was registered or refused here' })),
  entered: nullable(LateEntry),
  file: Type.Array(FileMember, { description: 'Dealings of its file in their order; none where it is by itself' }),
  steps: Type.Array(choice<DealingStep>(DEALING_STEPS), { description: 'Those this caller may take now' }),
};
export const DealingSummary = Type.Object(shape);
export type DealingSummary = Static<typeof DealingSummary>;

/** A paper of the archive, as a dealing that rests on it names it. */
export const BasisDocument = Type.Object({
  documentId: Type.String({ format: 'uuid' }),
  kind: choice<DocumentKind>(DOCUMENT_KINDS),
  serial: nullable(Type.String({ description: 'As it was read off the paper' })),
});

export const DealingDetail = Type.Object({
  ...shape,
  basisDocuments: Type.Array(BasisDocument, {
    description: 'Papers of the archive that it rests on; none for who may not see persons',
  }),
  raises: Type.Array(RaisedParcel),
  rights: Type.Array(PlannedRight),
  changes: Type.Array(PlannedChange),
  verdicts: Type.Array(Verdict),
  payload: Type.Unsafe<Record<string, unknown> | null>({
    type: ['object', 'null'],
    additionalProperties: true,
    description: 'What it says; null for who may not see persons. Identity numbers are left out',
  }),
});
export type DealingDetail = Static<typeof DealingDetail>;

export const DealingReply = Type.Object({ dealing: DealingDetail });
export type DealingReply = Static<typeof DealingReply>;

/** What a dealing would do if it were registered now. */
export const DealingPreview = Type.Object({
  raises: Type.Array(RaisedParcel),
  rights: Type.Array(PlannedRight),
  changes: Type.Array(PlannedChange),
  verdicts: Type.Array(Verdict),
});
export type DealingPreview = Static<typeof DealingPreview>;

const read = { tag: 'dealings', right: { roles: DEALING_READERS, scope: 'commune' }, maxAge: null } as const;
const opens = { roles: DEALING_OPENERS, scope: 'commune' } as const;
const LAND_ENDS = [
  'parcel.not_found',
  'version.stale',
  'dealing.targets_invalid',
  'dealing.not_found',
  'dealing.file_closed',
  'service.busy',
] as const;

export const openDealing = defineContract({
  id: 'openDealing',
  method: 'POST',
  path: '/api/dealings',
  tag: 'dealings',
  right: opens,
  summary: 'Opens a draft of a dealing; nothing in the register changes before a second person registers it',
  body: OpenRequest,
  status: 201,
  reply: DealingReply,
  problems: [...LAND_ENDS, 'document.not_found', 'dealing.id_taken', 'dealing.blocked'],
  maxAge: null,
});

export const previewDraft = defineContract({
  id: 'previewDraft',
  method: 'POST',
  path: '/api/dealing-preview',
  tag: 'dealings',
  right: opens,
  summary: 'What a dealing would do, without opening it: the same function as at lodging and at registration',
  body: PreviewRequest,
  reply: DealingPreview,
  problems: [...LAND_ENDS],
  maxAge: null,
});

export const listDealings = defineContract({
  ...read,
  id: 'listDealings',
  path: '/api/dealings',
  summary: 'Dealings of the communes one acts in, those that changed last first',
  query: Type.Object(
    {
      state: Type.Optional(choice<DealingStatus>(DEALING_STATUSES)),
      kind: Type.Optional(choice<DealingKind>(DEALING_KINDS)),
      commune: Type.Optional(CommuneCode),
      parcelId: Type.Optional(Uuid),
      queue: Type.Optional(choice<DealingQueue>(DEALING_QUEUES)),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      cursor: Type.Optional(Type.String({ maxLength: 400 })),
    },
    { additionalProperties: false },
  ),
  reply: pageOf(DealingSummary),
  problems: ['cursor.invalid', 'service.busy'],
});

export const getDealing = defineContract({
  ...read,
  id: 'getDealing',
  path: '/api/dealings/:id',
  summary: 'One dealing, with the steps that are the caller’s to take; its version is also the ETag',
  params: Params,
  reply: DealingReply,
  problems: ['dealing.not_found', 'service.busy'],
});

export const previewDealing = defineContract({
  ...read,
  id: 'previewDealing',
  path: '/api/dealings/:id/preview',
  summary: 'What it would do if it were registered now, judged against the register as it is',
  params: Params,
  reply: DealingPreview,
  problems: ['dealing.not_found', 'dealing.step_refused', 'service.busy'],
});

const ENDS = [
  'dealing.not_found',
  'dealing.step_refused',
  'dealing.in_file',
  'version.stale',
  'idempotency.key_reused',
  'service.busy',
] as const;

const Empty = Type.Object({}, { additionalProperties: false });
const Reasoned = Type.Object({ reason: Reason }, { additionalProperties: false });

const step = <B extends TSchema>(
  name: DealingStep,
  body: B,
  summary: string,
  problems: readonly ('dealing.blocked' | 'dealing.own')[] = [],
) =>
  defineContract({
    id: `${name}Dealing`,
    method: 'POST',
    path: `/api/dealings/:id/${name}`,
    tag: 'dealings',
    right: { roles: DEALING_STEP_RULES[name].roles, scope: 'commune' },
    summary,
    params: Params,
    body,
    idempotencyKey: true,
    ifMatch: true,
    reply: DealingReply,
    problems: [...ENDS, ...problems],
    maxAge: null,
  });

export const lodgeDealing = step(
  'lodge',
  Empty,
  'Lodges a draft: what it says is fixed, its rules are checked, its numbers are taken',
  ['dealing.blocked'],
);
export const examineDealing = step('examine', Empty, 'Marks a lodged dealing as examined');
export const suspendDealing = step('suspend', Reasoned, 'Stops the clock of a dealing, with a reason');
export const resumeDealing = step('resume', Empty, 'Lets the clock run again');
export const approveDealing = step(
  'approve',
  Empty,
  'Registers a dealing, whole or not at all; never by who opened it',
  ['dealing.blocked', 'dealing.own'],
);
export const refuseDealing = step(
  'refuse',
  Reasoned,
  'Refuses a dealing with a reason; nothing in the register changed',
  ['dealing.own'],
);
export const withdrawDealing = step('withdraw', Reasoned, 'Takes one’s own dealing back before it is decided');
