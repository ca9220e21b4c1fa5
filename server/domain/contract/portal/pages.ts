/** Pages for people: made on the server, readable without a script. */
import Type from 'typebox';
import { defineContract } from '../contract.ts';
import { At, CommuneCode, LONGEST_PATH, LONGEST_QUESTION } from '../fields.ts';

const Lang = Type.Optional(
  Type.Unsafe<'vi' | 'en'>({ type: 'string', enum: ['vi', 'en'], description: 'Language, over the one chosen before' }),
);
/** What the script of the map keeps in the address; the server only lets it pass. */
const ofTheMap = (description: string) => Type.Optional(Type.String({ maxLength: 40, description }));
const question = (description: string) => Type.Optional(Type.String({ maxLength: LONGEST_QUESTION, description }));
const Page = Type.String({ description: 'HTML' });

const page = {
  tag: 'pages',
  reply: Page,
  media: 'text/html',
  maxAge: null,
} as const;

export const getHomePage = defineContract({
  ...page,
  id: 'getHomePage',
  path: '/',
  summary: 'The first page: one question, the map behind it. A parcel, a view and a day can be given in the address',
  query: Type.Object(
    {
      lang: Lang,
      p: ofTheMap('Id of the parcel to be shown'),
      lat: ofTheMap('Latitude of the middle, degrees'),
      lon: ofTheMap('Longitude of the middle, degrees'),
      z: ofTheMap('Zoom'),
      at: ofTheMap('Day as of which, YYYY-MM-DD'),
      l: Type.Optional(
        Type.String({ maxLength: 600, description: 'Codes of the thematic layers that are shown, joined by commas' }),
      ),
      q: question('A question, as people write it into the address by hand: /search answers it'),
    },
    { additionalProperties: false },
  ),
  otherReplies: { 303: { description: 'A question: the page that answers it' } },
});

export const getSearchPage = defineContract({
  ...page,
  id: 'getSearchPage',
  path: '/search',
  summary: 'What a question finds; goes on to the page itself where there is exactly one answer',
  query: Type.Object(
    {
      q: question('The question'),
      at: At,
      lang: Lang,
    },
    { additionalProperties: false },
  ),
  otherReplies: { 303: { description: 'Exactly one answer: its page' } },
  problems: ['publication.closed', 'service.busy'],
});

export const getParcelPage = defineContract({
  ...page,
  id: 'getParcelPage',
  path: '/parcels/:id',
  summary: 'One parcel: facts, drawing to scale, corners; a historic one leads to what came out of it',
  params: Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  query: Type.Object({ at: At, lang: Lang }, { additionalProperties: false }),
  problems: ['parcel.not_found', 'publication.closed', 'service.busy'],
});

export const getCommunesPage = defineContract({
  ...page,
  id: 'getCommunesPage',
  path: '/communes',
  summary: 'Communes of today, and former ones with what they became',
  query: Type.Object({ lang: Lang }, { additionalProperties: false }),
  problems: ['service.busy'],
});

export const getCommunePage = defineContract({
  ...page,
  id: 'getCommunePage',
  path: '/communes/:code',
  summary: 'One commune: land by use, sheets, parcels, open data',
  params: Type.Object({ code: CommuneCode }, { additionalProperties: false }),
  query: Type.Object(
    {
      at: At,
      sheet: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
      unit: Type.Optional(CommuneCode),
      cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
      lang: Lang,
    },
    { additionalProperties: false },
  ),
  problems: ['commune.not_found', 'cursor.invalid', 'publication.closed', 'service.busy'],
});

export const getAboutPage = defineContract({
  ...page,
  id: 'getAboutPage',
  path: '/about',
  summary: 'What is published, what is not, how fresh it is',
  query: Type.Object({ lang: Lang }, { additionalProperties: false }),
  problems: ['service.busy'],
});

const typedCode = Type.String({ maxLength: 100, description: 'Code of a paper, as printed or typed' });

export const getCheckPage = defineContract({
  ...page,
  id: 'getCheckPage',
  path: '/verify',
  summary: 'Asks for the code of a paper, and goes on to what is known of it',
  query: Type.Object({ code: Type.Optional(typedCode), lang: Lang }, { additionalProperties: false }),
  otherReplies: { 303: { description: 'A code: the page about it' } },
});

export const getCheckedPage = defineContract({
  ...page,
  id: 'getCheckedPage',
  path: '/verify/:paperCode',
  summary: 'Whether a paper is genuine: where its QR code leads',
  params: Type.Object({ paperCode: typedCode }, { additionalProperties: false }),
  query: Type.Object({ lang: Lang }, { additionalProperties: false }),
  problems: ['service.busy'],
});

export const setPreferences = defineContract({
  ...page,
  id: 'setPreferences',
  path: '/preferences',
  summary: 'Keeps a language or a theme in a cookie and goes back to the page one came from',
  query: Type.Object(
    {
      lang: Lang,
      theme: Type.Optional(Type.Unsafe<'auto' | 'light' | 'dark'>({ type: 'string', enum: ['auto', 'light', 'dark'] })),
      back: Type.Optional(Type.String({ maxLength: LONGEST_PATH, description: 'Path of this service to go on to' })),
    },
    { additionalProperties: false },
  ),
  otherReplies: { 303: { description: 'Kept; go on' } },
});
