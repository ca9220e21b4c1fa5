/** Pages on which a business looks many parcels up. Pasting works without a script; a file needs one. */
import Type, { type Static } from 'typebox';
import { LOOKUP_OUTCOMES, type LookupOutcome } from '../../lookup/lookup-outcome.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';

const closed = { additionalProperties: false } as const;
const Lang = Type.Optional(choice<'vi' | 'en'>(['vi', 'en']));
const Cursor = Type.Optional(Type.String({ minLength: 1, maxLength: 400 }));
const page = {
  tag: 'pages',
  right: { roles: ['business'] },
  reply: Type.String({ description: 'HTML' }),
  media: 'text/html',
  maxAge: null,
} as const;
const form = {
  ...page,
  method: 'POST',
  bodyMedia: 'application/x-www-form-urlencoded',
  query: Type.Object({ lang: Lang }, closed),
} as const;
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed);

/** Bytes of a table that is pasted into the page; longer ones come as a file. */
export const LONGEST_PASTE = 2 * 1024 * 1024;

export const getBusinessPage = defineContract({
  ...page,
  id: 'getBusinessPage',
  path: '/business',
  summary: 'Looking many parcels up: a table in, own look-ups, rows used of the day',
  query: Type.Object({ lang: Lang, cursor: Cursor }, closed),
  problems: ['cursor.invalid', 'publication.closed', 'service.busy'],
});

export const LookupForm = Type.Object(
  {
    table: Type.Optional(Type.String({ maxLength: LONGEST_PASTE })),
    name: Type.Optional(Type.String({ maxLength: 400 })),
    key: Type.Optional(Type.String({ maxLength: 40, description: 'Made with the page: sent twice it is one look-up' })),
  },
  closed,
);
export type LookupForm = Static<typeof LookupForm>;

export const sendLookupForm = defineContract({
  ...form,
  id: 'sendLookupForm',
  path: '/business',
  summary: 'Takes a pasted table',
  body: LookupForm,
  longestBody: LONGEST_PASTE,
  otherReplies: {
    303: { description: 'On to the look-up' },
    422: { description: 'The table cannot be looked up: the same page, which says why', sameBody: true },
  },
  problems: [
    'publication.closed',
    'lookup.empty',
    'lookup.not_a_table',
    'lookup.columns_unknown',
    'lookup.too_many_rows',
    'lookup.quota_exceeded',
    'idempotency.key_reused',
    'service.busy',
  ],
});

export const getBusinessLookupPage = defineContract({
  ...page,
  id: 'getBusinessLookupPage',
  path: '/business/:id',
  summary: 'One look-up: how far it is, its rows with what became of them, its files',
  params: Params,
  query: Type.Object(
    { lang: Lang, cursor: Cursor, outcome: Type.Optional(choice<LookupOutcome>(LOOKUP_OUTCOMES)) },
    closed,
  ),
  problems: ['lookup.not_found', 'cursor.invalid', 'publication.closed', 'service.busy'],
});

export const forgetLookupForm = defineContract({
  ...form,
  id: 'forgetLookupForm',
  path: '/business/:id/forget',
  summary: 'Takes a look-up away before its time',
  params: Params,
  body: Type.Object({}, closed),
  otherReplies: { 303: { description: 'Gone; back to the others' } },
  problems: ['lookup.not_found', 'service.busy'],
});
