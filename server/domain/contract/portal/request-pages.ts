/** Pages on which anybody asks for a paper, one question each, and follows the request. They work without a script. */
import Type from 'typebox';
import { REQUEST_QUESTIONS, type RequestQuestion } from '../../request/request-draft.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { LONGEST_QUESTION } from '../fields.ts';

const closed = { additionalProperties: false } as const;
const Lang = Type.Optional(choice<'vi' | 'en'>(['vi', 'en']));
const onlyLang = Type.Object({ lang: Lang }, closed);
const page = { tag: 'pages', reply: Type.String({ description: 'HTML' }), media: 'text/html', maxAge: null } as const;
const form = {
  ...page,
  method: 'POST',
  bodyMedia: 'application/x-www-form-urlencoded',
  query: onlyLang,
} as const;
const Question = Type.Object({ question: choice<RequestQuestion>(REQUEST_QUESTIONS) }, closed);
/** What a page asks is checked by the page, which says what is wrong beside each field. */
const Fields = Type.Unsafe<Record<string, string>>({
  type: 'object',
  additionalProperties: { type: 'string', maxLength: 4000 },
  maxProperties: 20,
  description: 'Fields of the page',
});
const onward = { 303: { description: 'Answered: on to the next question, or to all answers' } } as const;
const again = { 422: { description: 'Something is wrong: the same page, which says what', sameBody: true } } as const;

export const getRequestStartPage = defineContract({
  ...page,
  id: 'getRequestStartPage',
  path: '/requests',
  summary: 'Asking for a paper: what one gets, by when, for how much',
  query: onlyLang,
  problems: ['service.busy'],
});

export const getRequestQuestionPage = defineContract({
  ...page,
  id: 'getRequestQuestionPage',
  path: '/requests/new/:question',
  summary: 'One question. Answers are kept in a sealed cookie of the browser for two hours, and nowhere else',
  params: Question,
  query: Type.Object(
    {
      lang: Lang,
      q: Type.Optional(Type.String({ maxLength: LONGEST_QUESTION, description: 'Which parcel, as people write it' })),
      id: Type.Optional(Type.String({ format: 'uuid', description: 'Parcel to begin with' })),
    },
    closed,
  ),
  problems: ['publication.closed', 'service.busy'],
});

export const answerRequestQuestion = defineContract({
  ...form,
  id: 'answerRequestQuestion',
  path: '/requests/new/:question',
  summary: 'Takes the answer to one question',
  params: Question,
  body: Fields,
  otherReplies: { ...onward, ...again },
  problems: ['publication.closed', 'service.busy'],
});

export const getRequestAnswersPage = defineContract({
  ...page,
  id: 'getRequestAnswersPage',
  path: '/requests/check',
  summary: 'All answers, each with the way to change it',
  query: onlyLang,
  otherReplies: { 303: { description: 'Something is not answered yet: that question' } },
  problems: ['service.busy'],
});

export const sendRequestForm = defineContract({
  ...form,
  id: 'sendRequestForm',
  path: '/requests/send',
  summary: 'Sends the request that was written',
  body: Fields,
  otherReplies: { 303: { description: 'Sent: on to the receipt' }, ...again },
  problems: ['service.busy'],
});

export const getRequestSentPage = defineContract({
  ...page,
  id: 'getRequestSentPage',
  path: '/requests/sent',
  summary: 'The receipt: reference, code, what happens next; for half an hour, in the browser that sent it',
  query: onlyLang,
});

export const getSentForm = defineContract({
  id: 'getSentForm',
  path: '/requests/sent/form',
  tag: 'pages',
  summary: 'The filled form (Mẫu 14) of what was sent, to be printed; for half an hour, in the browser that sent it',
  query: onlyLang,
  media: 'application/pdf',
  reply: Type.String({ description: 'PDF, not signed: a copy for who asks' }),
  otherReplies: { 303: { description: 'This browser keeps it no longer: on to where the request is followed' } },
  maxAge: null,
});

export const forgetRequest = defineContract({
  ...form,
  id: 'forgetRequest',
  path: '/requests/sent',
  summary: 'Removes what the browser keeps of a request',
  body: Fields,
  otherReplies: { 303: { description: 'Removed' } },
});

const Reference = Type.String({ maxLength: 40, description: 'Reference of a request' });

export const getFollowPage = defineContract({
  ...page,
  id: 'getFollowPage',
  path: '/requests/follow',
  summary: 'Asks for reference and code of a request',
  query: Type.Object({ lang: Lang, reference: Type.Optional(Reference) }, closed),
});

export const openFollowedRequest = defineContract({
  ...form,
  id: 'openFollowedRequest',
  path: '/requests/follow',
  summary: 'Shows a request to who has its reference and code',
  body: Fields,
  otherReplies: { 303: { description: 'On to the request' }, ...again },
  problems: ['service.busy'],
});

export const getFollowedPage = defineContract({
  ...page,
  id: 'getFollowedPage',
  path: '/requests/:reference',
  summary: 'What became of a request, in a browser that showed its code within the last half hour',
  params: Type.Object({ reference: Reference }, closed),
  query: onlyLang,
  otherReplies: { 303: { description: 'The code was not shown here: on to where it is asked for' } },
  problems: ['service.busy'],
});

export const getFollowedPaper = defineContract({
  id: 'getFollowedPaper',
  path: '/requests/:reference/paper',
  tag: 'pages',
  summary: 'The signed paper that answers a request, in a browser that showed its code',
  params: Type.Object({ reference: Reference }, closed),
  media: 'application/pdf',
  reply: Type.String({ description: 'PDF, signed' }),
  otherReplies: { 303: { description: 'The code was not shown here: on to where it is asked for' } },
  problems: ['paper_request.not_found', 'service.busy'],
  maxAge: null,
});
