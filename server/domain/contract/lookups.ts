/** Look-ups of many parcels at once: a table goes in, is answered row by row, and comes back filled. */
import Type, { type Static } from 'typebox';
import { PLAIN_TEXT } from '../batch/correction.ts';
import { LookupArea } from '../lookup/lookup-area.ts';
import { LOOKUP_BOUNDS, LOOKUP_ROLES, LOOKUP_STATES, type LookupState } from '../lookup/lookup-bounds.ts';
import { LOOKUP_FIELDS, type LookupField } from '../lookup/lookup-columns.ts';
import { LOOKUP_OUTCOMES, LOOKUP_REASONS, type LookupOutcome, type LookupReason } from '../lookup/lookup-outcome.ts';
import { WORKBOOK_MEDIA } from '../spreadsheet/write-workbook.ts';
import { LANGUAGES, type Language } from '../words/language.ts';
import { choice } from './batch/batch-shapes.ts';
import { defineContract } from './contract.ts';
import { Day, Instant, nullable, pageOf } from './fields.ts';
import { PortalParcel } from './portal/portal-parcels.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const anyOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T | null>({ type: ['string', 'null'], enum: [...values, null] });

const Cell = Type.Union([Type.String({ maxLength: LOOKUP_BOUNDS.cell }), Type.Number()]);
const AskedRow = Type.Union([
  Type.String({ maxLength: LOOKUP_BOUNDS.cell, description: 'A question as one types it: tờ 12 thửa 345, xã …' }),
  Type.Object(
    {
      ref: Type.Optional(Type.String({ maxLength: 200, description: 'The caller’s own mark of the row, given back' })),
      ...(Object.fromEntries(LOOKUP_FIELDS.map((field) => [field, Type.Optional(Cell)])) as {
        [field in LookupField]: ReturnType<typeof Type.Optional<typeof Cell>>;
      }),
    },
    closed,
  ),
]);

const Purpose = Type.String({
  minLength: 3,
  maxLength: LOOKUP_BOUNDS.purpose,
  pattern: PLAIN_TEXT,
  description: 'What staff asks for; needed for identity numbers, and shown to the persons they belong to',
});

export const LookupSummary = Type.Object({
  lookupId: Uuid,
  name: Type.String(),
  columns: Type.Array(Type.Object({ head: Type.String(), field: anyOf<LookupField>(LOOKUP_FIELDS) }), {
    description: 'Columns as they came, and what each was read as; null: the caller’s own, given back as it came',
  }),
  purpose: nullable(Type.String()),
  state: choice<LookupState>(LOOKUP_STATES),
  rows: Type.Integer(),
  done: Type.Integer({ description: 'Rows answered so far' }),
  counts: Type.Object({
    matched: Type.Integer(),
    ambiguous: Type.Integer(),
    notMatched: Type.Integer(),
    notUnderstood: Type.Integer(),
  }),
  askedAt: Instant,
  asOf: nullable(
    Type.String({ format: 'date-time', description: 'Moment of the register that every row is answered for' }),
  ),
  endedAt: nullable(Type.String({ format: 'date-time' })),
  keepUntil: Day,
});
export type LookupSummary = Static<typeof LookupSummary>;

export const AnsweredLookupRow = Type.Object({
  rowNo: Type.Integer({ description: 'Place in the table, from 1, its head not counted' }),
  given: Type.Array(Type.String(), { description: 'Cells as they came' }),
  outcome: choice<LookupOutcome>(LOOKUP_OUTCOMES),
  reason: anyOf<LookupReason>(LOOKUP_REASONS),
  parcels: Type.Array(PortalParcel, { description: 'Matched: the parcel. Ambiguous: those it may be, none chosen' }),
  more: Type.Boolean({ description: 'Whether there are more than are listed' }),
});
export type AnsweredLookupRow = Static<typeof AnsweredLookupRow>;

export const LookupQuota = Type.Object({
  day: Day,
  rowsUsed: Type.Integer(),
  rowsADay: nullable(Type.Integer({ description: 'Null: without a bound' })),
});
export type LookupQuota = Static<typeof LookupQuota>;

const common = { tag: 'lookups', right: { roles: LOOKUP_ROLES }, maxAge: null } as const;
const Params = Type.Object({ id: Uuid }, closed);
const Outcome = Type.Optional(choice<LookupOutcome>(LOOKUP_OUTCOMES));

/** Tables that come as bytes. */
export const TABLE_MEDIA = ['text/csv', 'text/tab-separated-values', WORKBOOK_MEDIA] as const;

export const openLookup = defineContract({
  ...common,
  id: 'openLookup',
  method: 'POST',
  path: '/api/lookups',
  summary:
    'Looks up many parcels: rows as JSON, or a table (its first row names the columns). Answered by a worker; the same key and table again is the same look-up',
  body: Type.Object(
    {
      rows: Type.Array(AskedRow, { minItems: 1, maxItems: LOOKUP_BOUNDS.jsonRows }),
      name: Type.Optional(Type.String({ minLength: 1, maxLength: LOOKUP_BOUNDS.name, pattern: PLAIN_TEXT })),
      purpose: Type.Optional(Purpose),
    },
    closed,
  ),
  alsoTakes: TABLE_MEDIA,
  longestBody: LOOKUP_BOUNDS.bytes,
  headers: Type.Object({
    'X-Table-Name': Type.Optional(Type.String({ description: 'Name of a table, percent-encoded UTF-8' })),
    'X-Purpose': Type.Optional(Type.String({ description: 'Purpose, with a table; percent-encoded UTF-8' })),
  }),
  idempotencyKey: true,
  status: 202,
  replyHeaders: Type.Object({ Location: Type.String({ description: 'Where its progress is told' }) }),
  reply: Type.Object({ lookupId: Uuid }),
  problems: [
    'lookup.empty',
    'lookup.not_a_table',
    'lookup.columns_unknown',
    'lookup.too_many_rows',
    'lookup.workbook_refused',
    'lookup.purpose_missing',
    'lookup.quota_exceeded',
    'idempotency.key_reused',
    'publication.closed',
    'service.busy',
  ],
});

export const openAreaLookup = defineContract({
  ...common,
  id: 'openAreaLookup',
  method: 'POST',
  path: '/api/lookups/areas',
  summary:
    'Looks up all parcels of now whose point lies in a polygon, where the policy opens the channel "bulk"; counted, answered and handed out as any look-up. The same key and polygon again is the same look-up',
  body: Type.Object({ polygon: LookupArea }, closed),
  longestBody: 512 * 1024,
  idempotencyKey: true,
  status: 202,
  replyHeaders: Type.Object({ Location: Type.String({ description: 'Where its progress is told' }) }),
  reply: Type.Object({ lookupId: Uuid }),
  problems: [
    'lookup.area_unfit',
    'lookup.area_empty',
    'lookup.too_many_rows',
    'lookup.quota_exceeded',
    'idempotency.key_reused',
    'publication.closed',
    'service.busy',
  ],
});
export type OpenLookup = Static<NonNullable<(typeof openLookup)['body']>>;

export const listLookups = defineContract({
  ...common,
  id: 'listLookups',
  path: '/api/lookups',
  summary: 'Own look-ups, the latest first',
  query: Type.Object(
    {
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
    },
    closed,
  ),
  reply: pageOf(LookupSummary),
  problems: ['cursor.invalid', 'service.busy'],
});

export const getLookupQuota = defineContract({
  ...common,
  id: 'getLookupQuota',
  path: '/api/lookups/quota',
  summary: 'Rows asked for today, and how many there may be',
  reply: LookupQuota,
  problems: ['service.busy'],
});

export const getLookup = defineContract({
  ...common,
  id: 'getLookup',
  path: '/api/lookups/:id',
  summary: 'One look-up and how far it is; only who asked sees it',
  params: Params,
  reply: LookupSummary,
  problems: ['lookup.not_found', 'service.busy'],
});

export const listLookupRows = defineContract({
  ...common,
  id: 'listLookupRows',
  path: '/api/lookups/:id/rows',
  summary: 'Answered rows of a look-up in their order, of one outcome or of all',
  params: Params,
  query: Type.Object(
    {
      outcome: Outcome,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
    },
    closed,
  ),
  reply: pageOf(AnsweredLookupRow),
  problems: ['lookup.not_found', 'cursor.invalid', 'publication.closed', 'service.busy'],
});

const file = {
  ...common,
  params: Params,
  query: Type.Object({ outcome: Outcome, lang: Type.Optional(choice<Language>(LANGUAGES)) }, closed),
  reply: Type.String({ format: 'binary' }),
  problems: ['lookup.not_found', 'lookup.not_done', 'publication.closed', 'service.busy'],
} as const;

export const getLookupCsv = defineContract({
  ...file,
  id: 'getLookupCsv',
  path: '/api/lookups/:id.csv',
  summary: 'The table filled, as CSV (RFC 4180, UTF-8 with BOM); every row says for which moment and by which filter',
  media: 'text/csv',
});

export const getLookupWorkbook = defineContract({
  ...file,
  id: 'getLookupWorkbook',
  path: '/api/lookups/:id.xlsx',
  summary: 'The table filled, as a workbook; what came in stays text',
  media: WORKBOOK_MEDIA,
});

export const getLookupGeoPackage = defineContract({
  ...file,
  id: 'getLookupGeoPackage',
  path: '/api/lookups/:id.gpkg',
  summary:
    'The table filled, as GeoPackage 1.3 with the boundaries of matched parcels in degrees, where they are published',
  media: 'application/geopackage+sqlite3',
});

export const forgetLookup = defineContract({
  ...common,
  id: 'forgetLookup',
  method: 'DELETE',
  path: '/api/lookups/:id',
  summary: 'Takes a look-up away before its time',
  params: Params,
  status: 204,
  media: '',
  reply: Type.Unsafe<undefined>({}),
  problems: ['lookup.not_found', 'service.busy'],
});
