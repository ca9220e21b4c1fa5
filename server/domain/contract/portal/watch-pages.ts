/** The page on which a business watches land. It needs no script. */
import Type, { type Static } from 'typebox';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { OPEN_PROBLEMS } from '../watches.ts';

const closed = { additionalProperties: false } as const;
const query = Type.Object({ lang: Type.Optional(choice<'vi' | 'en'>(['vi', 'en'])) }, closed);
const page = {
  tag: 'pages',
  right: { roles: ['business'] },
  reply: Type.String({ description: 'HTML' }),
  media: 'text/html',
  maxAge: null,
  query,
} as const;
const form = { ...page, method: 'POST', bodyMedia: 'application/x-www-form-urlencoded' } as const;
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed);
const otherReplies = {
  303: { description: 'Done; back to the watches' },
  422: { description: 'Not possible: the same page, which says why', sameBody: true },
} as const;
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

export const getWatchesPage = defineContract({
  ...page,
  id: 'getWatchesPage',
  path: '/business/watches',
  summary: 'Own watches with what they were last told; one more; one less',
  problems: ['service.busy'],
});

export const WatchForm = Type.Object(
  { parcel: text(300), commune: text(5), name: text(400), mail: text(400), hook: text(600), key: text(40) },
  closed,
);
export type WatchForm = Static<typeof WatchForm>;

export const sendWatchForm = defineContract({
  ...form,
  id: 'sendWatchForm',
  path: '/business/watches',
  summary: 'Begins to watch; of a watch that is called the page tells the secret, once',
  body: WatchForm,
  otherReplies,
  problems: OPEN_PROBLEMS,
});

export const confirmWatchForm = defineContract({
  ...form,
  id: 'confirmWatchForm',
  path: '/business/watches/:id/confirm',
  summary: 'Gives the mailed code back',
  params,
  body: Type.Object({ code: text(40) }, closed),
  otherReplies,
  problems: ['watch.not_found', 'watch.code_wrong', 'service.busy'],
});

export const endWatchForm = defineContract({
  ...form,
  id: 'endWatchForm',
  path: '/business/watches/:id/end',
  summary: 'Watches no longer',
  params,
  body: Type.Object({}, closed),
  otherReplies: { 303: { description: 'Gone; back to the others' } },
  problems: ['watch.not_found', 'service.busy'],
});

/** The doors of the page, as the description lists them. */
export const WATCH_PAGES = [getWatchesPage, sendWatchForm, confirmWatchForm, endWatchForm] as const;
