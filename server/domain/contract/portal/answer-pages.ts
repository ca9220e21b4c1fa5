/** The page on which a bank or notary asks whether a certificate still holds. It needs no script. */
import Type, { type Static } from 'typebox';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';

const closed = { additionalProperties: false } as const;
const page = {
  tag: 'pages',
  right: { roles: ['business'] },
  reply: Type.String({ description: 'HTML' }),
  media: 'text/html',
  maxAge: null,
  query: Type.Object({ lang: Type.Optional(choice<'vi' | 'en'>(['vi', 'en'])) }, closed),
} as const;
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

export const getAnswersPage = defineContract({
  ...page,
  id: 'getAnswersPage',
  path: '/business/answers',
  summary: 'Asking whether a certificate still holds, and what the account was answered, signed',
  problems: ['service.busy'],
});

export const AnswerForm = Type.Object(
  {
    serial: text(200),
    parcel: text(300),
    matter: text(400),
    key: Type.Optional(
      Type.String({ maxLength: 40, description: 'Made with the page: sent twice it is one question' }),
    ),
  },
  closed,
);
export type AnswerForm = Static<typeof AnswerForm>;

export const sendAnswerForm = defineContract({
  ...page,
  id: 'sendAnswerForm',
  method: 'POST',
  bodyMedia: 'application/x-www-form-urlencoded',
  path: '/business/answers',
  summary: 'Asks; the answer stands first among the others then',
  body: AnswerForm,
  otherReplies: {
    303: { description: 'Answered; on to the answers' },
    422: { description: 'Not answered: the same page, which says why', sameBody: true },
  },
  problems: [
    'answer.not_entitled',
    'answer.no_match',
    'answer.quota_exceeded',
    'idempotency.key_reused',
    'paper.signer_expired',
    'parcel.not_found',
    'publication.closed',
    'service.busy',
  ],
});

/** The doors of the page, as the description lists them. */
export const ANSWER_PAGES = [getAnswersPage, sendAnswerForm] as const;
