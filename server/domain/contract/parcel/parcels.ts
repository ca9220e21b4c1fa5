/** Parcels as staff sees them: with holders, mortgages, caveats and what may be done now. The public has portal-parcels.ts. */
import Type, { type Static } from 'typebox';
import { PARCEL_DEALING_KINDS, type ParcelDealingKind } from '../../dealing/dealing-kind.ts';
import { RESTRICTION_KINDS, type RestrictionKind } from '../../dealing/payload/burdens.ts';
import { CAVEAT_EFFECTS, type CaveatEffect } from '../../dealing/payload/rights.ts';
import { Verdict } from '../../dealing/verdict.ts';
import { STAFF_ROLES } from '../../role.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { At, CommuneCode, Day, Instant, nullable, pageOf } from '../fields.ts';
import { NumberedIn } from '../portal/portal-parcels.ts';
import type { ParcelSource } from './parcel-source.ts';

const Uuid = Type.String({ format: 'uuid' });
const Coordinates = Type.Unsafe<[x: number, y: number][][]>({ type: 'array', items: {} });

const summary = {
  id: Uuid,
  version: Type.Integer({ minimum: 1, description: 'Version, as a dealing names it in its targets' }),
  code: Type.String({ description: 'Parcel code (mã thửa đất), 12 characters' }),
  commune: Type.Object({ code: Type.String(), name: Type.String() }),
  sheet: Type.String(),
  no: Type.String(),
  scale: nullable(Type.Integer({ description: 'Denominator of the scale of the sheet' })),
  numberedIn: NumberedIn,
  landUse: Type.String({ description: 'Codes joined by +' }),
  areaM2: Type.Number({ description: 'Computed in the legal system, m²' }),
  legalAreaM2: nullable(Type.Number({ description: 'Registered, m²; null if none' })),
  address: nullable(Type.String()),
  state: choice(['current', 'historic'] as const),
  registeredAt: Instant,
  endedAt: nullable(Instant),
};
export const Parcel = Type.Object(summary);
export type Parcel = Static<typeof Parcel>;

export const ParcelRight = Type.Object({
  rightId: Uuid,
  partyId: Uuid,
  holder: Type.String(),
  kind: choice(['use', 'management'] as const),
  share: Type.String({ description: 'Exact fraction; "1" is the whole' }),
  certificateSerial: nullable(Type.String()),
  verified: Type.Boolean({ description: 'False while it only repeats what a legacy record says' }),
  until: nullable(Day),
  registeredAt: Instant,
  raisedBy: Uuid,
});
export type ParcelRight = Static<typeof ParcelRight>;

export const ParcelMortgage = Type.Object({
  mortgageId: Uuid,
  mortgagee: Type.String(),
  rightIds: Type.Array(Uuid),
  documentNo: Type.String(),
  documentDate: Day,
  ranksFrom: Instant,
  registeredAt: Instant,
  raisedBy: Uuid,
});
export type ParcelMortgage = Static<typeof ParcelMortgage>;

export const ParcelCaveat = Type.Object({
  caveatId: Uuid,
  effects: Type.Array(choice<CaveatEffect>(CAVEAT_EFFECTS)),
  documentNo: Type.String(),
  documentDate: Day,
  until: nullable(Day),
  registeredAt: Instant,
  raisedBy: Uuid,
});
export type ParcelCaveat = Static<typeof ParcelCaveat>;

export const ParcelLease = Type.Object({
  leaseId: Uuid,
  lessee: Type.String(),
  rightIds: Type.Array(Uuid),
  until: Day,
  documentNo: Type.String(),
  documentDate: Day,
  registeredAt: Instant,
  raisedBy: Uuid,
});
export type ParcelLease = Static<typeof ParcelLease>;

export const ParcelRestriction = Type.Object({
  restrictionId: Uuid,
  kind: choice<RestrictionKind>(RESTRICTION_KINDS),
  geometryLegal: Type.Unsafe<{ srid: number; type: string; coordinates: unknown } | null>({
    type: ['object', 'null'],
    additionalProperties: true,
    description: 'Where on the parcel, in the sheet’s own system; null where it lies on all of it',
  }),
  areaM2: nullable(
    Type.Number({ description: 'Ground of this parcel inside the shape, m²; null where that is a line or a point' }),
  ),
  lengthM: nullable(Type.Number({ description: 'Of a line, on this parcel, m' })),
  documentNo: Type.String(),
  documentDate: Day,
  registeredAt: Instant,
  raisedBy: Uuid,
});
export type ParcelRestriction = Static<typeof ParcelRestriction>;

export const ParcelRights = Type.Object({
  rights: Type.Array(ParcelRight),
  mortgages: Type.Array(ParcelMortgage),
  caveats: Type.Array(ParcelCaveat),
  leases: Type.Array(ParcelLease),
  restrictions: Type.Array(ParcelRestriction),
});
export type ParcelRights = Static<typeof ParcelRights>;

const Relative = Type.Object({
  id: Uuid,
  sheet: Type.String(),
  no: Type.String(),
  areaM2: Type.Number(),
  state: choice(['current', 'historic'] as const),
  dealingId: Uuid,
});

/** What may be done with the parcel now, and why not: from the function that the command itself asks. */
export const ParcelOperation = Type.Object({
  kind: choice<ParcelDealingKind>(PARCEL_DEALING_KINDS),
  allowed: Type.Boolean(),
  verdicts: Type.Array(Verdict),
});
export type ParcelOperation = Static<typeof ParcelOperation>;

export const ParcelDetail = Type.Object({
  ...summary,
  purposes: Type.Array(Type.Object({ code: Type.String(), areaM2: nullable(Type.Number()), until: nullable(Day) })),
  source: Type.Unsafe<ParcelSource | null>({
    type: ['object', 'null'],
    additionalProperties: true,
    description:
      'How it was called in the file it came from; null if a dealing raised it. `digitised`: the survey document of boundaries that were traced over a scanned sheet, with its root mean square error in metres',
  }),
  recordedAt: Type.String({
    format: 'date-time',
    description: 'When this register was told of it: later than registeredAt for what was entered from paper books',
  }),
  geometry: Type.Object({ type: Type.Literal('Polygon'), coordinates: Coordinates }, { description: 'CRS84' }),
  geometryLegal: Type.Object(
    { srid: Type.Integer(), coordinates: Coordinates },
    { description: 'The sheet’s own system: east, north in metres, to 0.1 mm' },
  ),
  predecessors: Type.Array(Relative),
  successors: Type.Array(Relative),
  operations: Type.Array(ParcelOperation, { description: 'For the present state; empty for a past one' }),
});
export type ParcelDetail = Static<typeof ParcelDetail>;

export const ParcelHistory = Type.Object({
  items: Type.Array(
    Type.Object({
      version: Type.Integer(),
      sheet: Type.String(),
      no: Type.String(),
      landUse: Type.String(),
      areaM2: Type.Number(),
      legalAreaM2: nullable(Type.Number()),
      registeredAt: Instant,
      endedAt: nullable(Instant),
      recordedAt: Instant,
      raisedBy: Uuid,
      endedBy: nullable(Uuid),
    }),
  ),
});
export type ParcelHistory = Static<typeof ParcelHistory>;

export const ParcelNeighbours = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Uuid,
      sheet: Type.String(),
      no: Type.String(),
      areaM2: Type.Number(),
      geometryLegal: Type.Object({ srid: Type.Integer(), coordinates: Coordinates }),
    }),
  ),
});
export type ParcelNeighbours = Static<typeof ParcelNeighbours>;

/** When a parcel is looked at: now, as of a day, or as it will be. */
export interface ParcelMoment {
  readonly at?: string;
  readonly knownAt?: string;
  readonly after?: string;
}

const KnownAt = Type.Optional(
  Type.String({
    format: 'date',
    description:
      'As known at the end of this day, Asia/Ho_Chi_Minh: what was recorded later is left out. Without `at` also as of this day',
  }),
);
const After = Type.Optional(
  Type.String({
    format: 'uuid',
    description:
      'An open dealing: the parcel as it will be once that one and those before it in its file are registered. Left aside where a day is given',
  }),
);
const AFTER_ENDS = ['parcel.not_found', 'dealing.not_found', 'dealing.blocked', 'service.busy'] as const;

const read = { tag: 'parcels', right: { roles: STAFF_ROLES, scope: 'commune' }, maxAge: null } as const;
const Params = Type.Object({ id: Uuid }, { additionalProperties: false });

export const listParcels = defineContract({
  ...read,
  id: 'listParcels',
  path: '/api/parcels',
  summary:
    'Find parcels by commune, sheet and number, by code, or within a box. Several may answer: it is a list, never a guess',
  query: Type.Object(
    {
      commune: Type.Optional(CommuneCode),
      sheet: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
      no: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      code: Type.Optional(Type.String({ pattern: '^[0-9b-hjkmnp-z]{12}$' })),
      q: Type.Optional(
        Type.String({ minLength: 1, maxLength: 200, description: 'A code, "tờ 12 thửa 345" or "12/345"' }),
      ),
      bbox: Type.Optional(
        Type.String({
          pattern: '^-?[0-9]{1,3}(\\.[0-9]{1,12})?(,-?[0-9]{1,3}(\\.[0-9]{1,12})?){3}$',
          description: 'West, south, east, north in degrees (CRS84)',
        }),
      ),
      at: At,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Default 50' })),
      cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
    },
    { additionalProperties: false },
  ),
  reply: pageOf(Parcel),
  problems: ['cursor.invalid', 'query.not_understood', 'service.busy'],
});

export const getParcel = defineContract({
  ...read,
  id: 'getParcel',
  path: '/api/parcels/:id',
  summary: 'One parcel with its shape, lineage and what may be done with it now; or as of a day',
  params: Params,
  query: Type.Object({ at: At, knownAt: KnownAt, after: After }, { additionalProperties: false }),
  reply: ParcelDetail,
  problems: AFTER_ENDS,
});

export const getParcelRights = defineContract({
  ...read,
  id: 'getParcelRights',
  path: '/api/parcels/:id/rights',
  summary: 'Holders and what burdens their rights and the parcel, for staff of its commune. Showing persons is logged',
  params: Params,
  query: Type.Object({ at: At, knownAt: KnownAt, after: After }, { additionalProperties: false }),
  reply: ParcelRights,
  problems: AFTER_ENDS,
});

export const getParcelHistory = defineContract({
  ...read,
  id: 'getParcelHistory',
  path: '/api/parcels/:id/history',
  summary: 'Versions of a parcel, the newest first, with the dealings that made and ended them',
  params: Params,
  reply: ParcelHistory,
  problems: ['parcel.not_found', 'service.busy'],
});

export const getParcelNeighbours = defineContract({
  ...read,
  id: 'getParcelNeighbours',
  path: '/api/parcels/:id/neighbours',
  summary: 'Current parcels that meet this one, with their exact shapes: what an editor snaps to',
  params: Params,
  query: Type.Object({ after: After }, { additionalProperties: false }),
  reply: ParcelNeighbours,
  problems: AFTER_ENDS,
});
