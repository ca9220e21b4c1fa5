/**
 * The question box of the desk. Land: the same question as the public one, answered whatever is published, never a person. Holders: for staff, for a
 * stated purpose, noted before it is answered. Both are posted: what is typed here may be a name or a number, and no address holds one.
 */
import Type, { type Static } from 'typebox';
import { BATCH_READERS } from '../../batch/batch-step.ts';
import { PLAIN_TEXT } from '../../batch/correction.ts';
import { LOOK_NOTE, LOOK_PURPOSES, type LookPurpose } from '../../look-purpose.ts';
import { STAFF_ROLES } from '../../role.ts';
import { AnyBox, choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { CommuneCode, Instant, nullable } from '../fields.ts';
import { Suggestion } from '../portal/portal-search.ts';
import { Parcel } from './parcels.ts';

export const FoundLand = Type.Object({
  kind: Suggestion.properties.kind,
  label: Type.String(),
  detail: Type.String(),
  parcelId: nullable(Type.String({ description: 'For a parcel' })),
  bbox: AnyBox,
});
export type FoundLand = Static<typeof FoundLand>;

export const searchDesk = defineContract({
  id: 'searchDesk',
  method: 'POST',
  path: '/api/desk/search',
  tag: 'parcels',
  right: { roles: BATCH_READERS },
  summary: 'What a person types, as places on the map: parcels, then communes, hamlets, points; at most 8',
  body: Type.Object(
    {
      q: Type.String({ maxLength: 400, description: 'What a person typed' }),
      lang: Type.Optional(Type.Unsafe<'vi' | 'en'>({ type: 'string', enum: ['vi', 'en'] })),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ items: Type.Array(FoundLand) }),
  problems: ['service.busy'],
  maxAge: null,
});

const Uuid = Type.String({ format: 'uuid' });

/** A right that fits, who holds it, and in what. */
export const FoundHolding = Type.Object({
  holder: Type.Object({
    partyId: Uuid,
    kind: Type.String(),
    name: Type.String(),
    address: nullable(Type.String()),
  }),
  right: Type.Object({
    rightId: Uuid,
    kind: choice(['use', 'management'] as const),
    share: Type.String({ description: 'Exact fraction; 1 for the whole' }),
    certificateSerial: nullable(Type.String()),
    registeredAt: Instant,
    endedAt: nullable(Instant),
  }),
  parcel: Parcel,
});
export type FoundHolding = Static<typeof FoundHolding>;

export const LOOKED_BY = ['serial', 'identity_number', 'name', 'commune', 'parcel'] as const;
export type LookedBy = (typeof LOOKED_BY)[number];

export const searchHolders = defineContract({
  id: 'searchHolders',
  method: 'POST',
  path: '/api/desk/holders',
  tag: 'parcels',
  right: { roles: STAFF_ROLES, scope: 'commune' },
  summary:
    'Who holds what, by a certificate’s serial, an identity number, or a name with a commune, parcel, serial or number beside it. For a stated purpose; noted in the read log first',
  body: Type.Object(
    {
      q: Type.String({
        minLength: 1,
        maxLength: 400,
        description: '“AA 01234567”, twelve or nine digits, “Nguyễn Văn …, xã …”, “Nguyễn Văn …, tờ 12 thửa 345”',
      }),
      commune: Type.Optional(CommuneCode),
      purpose: Type.Optional(choice<LookPurpose>(LOOK_PURPOSES)),
      note: Type.Optional(
        Type.String({
          minLength: LOOK_NOTE.least,
          maxLength: LOOK_NOTE.most,
          pattern: PLAIN_TEXT,
          description: 'Number of the file, or what it is for; shown to the persons who were looked up',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({
    by: Type.Array(choice<LookedBy>(LOOKED_BY), { description: 'How the text was understood' }),
    items: Type.Array(FoundHolding, { description: 'Rights that hold; by a serial also those that ended' }),
    more: Type.Boolean(),
  }),
  problems: [
    'search.not_understood',
    'search.purpose_missing',
    'search.second_key_missing',
    'search.commune_unknown',
    'search.limit_reached',
    'service.busy',
  ],
  maxAge: null,
});
