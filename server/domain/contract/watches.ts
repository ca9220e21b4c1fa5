/** Watching land: a business account is told when something public changes on parcels, in communes or areas. */
import Type, { type Static } from 'typebox';
import { PLAIN_TEXT } from '../batch/correction.ts';
import { EMAIL } from '../request/paper-request.ts';
import { DELIVERY_STATES, type DeliveryChannel, type DeliveryState, WATCH_BOUNDS } from '../watch/watch.ts';
import { LANGUAGES, type Language } from '../words/language.ts';
import { choice } from './batch/batch-shapes.ts';
import { type Contract, defineContract } from './contract.ts';
import { CommuneCode, Instant, nullable } from './fields.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });

/** A corner in degrees, within what surrounds Viet Nam. */
const Corner = Type.Unsafe<[number, number]>({
  type: 'array',
  minItems: 2,
  maxItems: 2,
  items: [
    { type: 'number', minimum: 100, maximum: 120 },
    { type: 'number', minimum: 5, maximum: 25 },
  ],
});
const Area = Type.Object(
  {
    type: Type.Literal('Polygon'),
    coordinates: Type.Array(Type.Array(Corner, { minItems: 4, maxItems: WATCH_BOUNDS.corners }), {
      minItems: 1,
      maxItems: 1,
    }),
  },
  { ...closed, description: `GeoJSON Polygon in degrees without holes, at most ${WATCH_BOUNDS.areaKm2} km²` },
);

export const OpenWatch = Type.Object(
  {
    parcelId: Type.Optional(Uuid),
    commune: Type.Optional(CommuneCode),
    area: Type.Optional(Area),
    name: Type.Optional(
      Type.String({ maxLength: WATCH_BOUNDS.name, pattern: PLAIN_TEXT, description: 'For the owner' }),
    ),
    mail: Type.Optional(
      Type.String({
        maxLength: WATCH_BOUNDS.mail,
        pattern: EMAIL,
        description: 'Told by mail, once a mailed code was given back',
      }),
    ),
    hook: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: WATCH_BOUNDS.hook,
        description: 'https address that is called with signed JSON',
      }),
    ),
    language: Type.Optional(choice<Language>(LANGUAGES)),
  },
  { ...closed, description: 'One of parcelId, commune and area; mail, hook or both' },
);
export type OpenWatch = Static<typeof OpenWatch>;

const WatchDelivery = Type.Object({
  deliveryId: Uuid,
  kind: choice<'changes' | 'confirm'>(['changes', 'confirm']),
  channel: choice<DeliveryChannel>(['mail', 'hook']),
  state: choice<DeliveryState>(DELIVERY_STATES),
  attempts: Type.Integer(),
  changes: Type.Integer({ description: 'Parcels it tells of' }),
  createdAt: Instant,
  endedAt: nullable(Type.String({ format: 'date-time' })),
  error: nullable(Type.String({ description: 'Code of what went wrong the last time' })),
});

export const Watch = Type.Object({
  watchId: Uuid,
  name: Type.String(),
  parcelId: nullable(Type.String()),
  commune: nullable(Type.String()),
  area: Type.Unsafe<Static<typeof Area> | null>({ type: ['object', 'null'], additionalProperties: true }),
  language: choice<Language>(LANGUAGES),
  mail: nullable(Type.String()),
  mailConfirmed: Type.Boolean(),
  hook: nullable(Type.String()),
  createdAt: Instant,
  deliveries: Type.Array(WatchDelivery, { description: 'The last ten, the latest first' }),
});
export type Watch = Static<typeof Watch>;

const WatchList = Type.Object({
  items: Type.Array(Watch),
  nextCursor: Type.Null(),
  allowed: Type.Integer({ description: 'Watches that the account may have' }),
});
export type WatchList = Static<typeof WatchList>;

const OpenedWatch = Type.Object({
  watch: Watch,
  secret: nullable(Type.String({ description: 'Calls are signed with it; told now only' })),
});
export type OpenedWatch = Static<typeof OpenedWatch>;

const common = { tag: 'watches', right: { roles: ['business'] }, maxAge: null } as const;
const Params = Type.Object({ id: Uuid }, closed);
export const OPEN_PROBLEMS = [
  'watch.not_possible',
  'watch.quota_exceeded',
  'parcel.not_found',
  'commune.not_found',
  'publication.closed',
  'idempotency.key_reused',
  'service.busy',
] as const;

export const openWatch = defineContract({
  ...common,
  id: 'openWatch',
  method: 'POST',
  path: '/api/watches',
  summary: 'Watches a parcel, a commune or an area: what changes there publicly is told by mail or by a signed call',
  body: OpenWatch,
  idempotencyKey: true,
  status: 201,
  reply: OpenedWatch,
  problems: OPEN_PROBLEMS,
});

export const listWatches = defineContract({
  ...common,
  id: 'listWatches',
  path: '/api/watches',
  summary: 'Own watches, the latest first, each with what it was last told',
  reply: WatchList,
  problems: ['service.busy'],
});

export const getWatch = defineContract({
  ...common,
  id: 'getWatch',
  path: '/api/watches/:id',
  summary: 'One watch with what it was last told; only its owner sees it',
  params: Params,
  reply: Watch,
  problems: ['watch.not_found', 'service.busy'],
});

export const confirmWatch = defineContract({
  ...common,
  id: 'confirmWatch',
  method: 'POST',
  path: '/api/watches/:id/confirm',
  summary: 'Gives the mailed code back: from now on changes are mailed',
  params: Params,
  body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }, closed),
  status: 204,
  media: '',
  reply: Type.Unsafe<undefined>({}),
  problems: ['watch.not_found', 'watch.code_wrong', 'service.busy'],
});

export const endWatch = defineContract({
  ...common,
  id: 'endWatch',
  method: 'DELETE',
  path: '/api/watches/:id',
  summary: 'Watches no longer, and forgets what was told',
  params: Params,
  status: 204,
  media: '',
  reply: Type.Unsafe<undefined>({}),
  problems: ['watch.not_found', 'service.busy'],
});

export const WATCH_DOORS: readonly Contract[] = [openWatch, listWatches, getWatch, confirmWatch, endWatch];
