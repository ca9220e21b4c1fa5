/** Answers to banks and notaries: whether a certificate still holds for a parcel, yes or no, signed. No person in any of them. */
import Type, { type Static } from 'typebox';
import { PLAIN_TEXT } from '../batch/correction.ts';
import { ROLES } from '../role.ts';
import { defineContract } from './contract.ts';
import { Instant, nullable } from './fields.ts';

/** Longest texts of a question, characters. */
export const ANSWER_LENGTHS = { serial: 40, matter: 80 } as const;

const Uuid = Type.String({ format: 'uuid' });
const closed = { additionalProperties: false } as const;
const untold = 'null where the certificate holds no more: what burdens the parcel now is somebody else’s';

/** What is said of a certificate and its parcel. */
const FACTS = {
  current: Type.Boolean({ description: 'Whether rights are registered under this certificate for this parcel now' }),
  mortgage: nullable(Type.Boolean({ description: `Whether rights under it are mortgaged; ${untold}` })),
  caveat: nullable(Type.Boolean({ description: `Whether a caveat stops anything on the parcel; ${untold}` })),
  pendingDealing: nullable(
    Type.Boolean({ description: `Whether a dealing about the parcel is lodged and not ended; ${untold}` }),
  ),
};

/** What is signed. Names of fields are part of the interface: they are verified by others, for years. */
export const AnswerStatement = Type.Object({
  iss: Type.String({ description: 'Address of this register' }),
  jti: Uuid,
  iat: Type.Integer({ description: 'Seconds since 1970' }),
  answeredAt: Instant,
  office: nullable(Type.String({ description: 'Land registration office that serves the parcel' })),
  asker: Type.String({ description: 'Organisation that asked' }),
  matterNo: Type.String(),
  serial: Type.String(),
  parcelId: Uuid,
  parcelCode: Type.String(),
  ...FACTS,
  trialSignature: Type.Boolean({ description: 'True: the key was made by set-up, no authority vouches for it' }),
});
export type AnswerStatement = Static<typeof AnswerStatement>;

/** An answer that was given before. */
export interface OwnAnswer {
  readonly said: AnswerStatement;
  /** The same as it was signed. */
  readonly statement: string;
}

/** What the page of an account shows. */
export interface OwnAnswers {
  /** As whom, and how often a day, it may ask; undefined where it may not. */
  readonly entitled: { readonly asker: string; readonly aDay: number } | undefined;
  /** Questions of today. */
  readonly used: number;
  /** The latest first. */
  readonly items: readonly OwnAnswer[];
}

export const GivenAnswer = Type.Object({
  answerId: Uuid,
  answeredAt: Instant,
  ...FACTS,
  trialSignature: AnswerStatement.properties.trialSignature,
  statement: Type.String({
    description:
      'The same, signed: JWS, compact (RFC 7515). Its head carries the certificate (x5c), so that it is verified without asking us',
  }),
});
export type GivenAnswer = Static<typeof GivenAnswer>;

export const giveAnswer = defineContract({
  id: 'giveAnswer',
  method: 'POST',
  path: '/api/answers',
  tag: 'lookups',
  right: { roles: ['business'] },
  summary:
    'Whether a certificate holds for a parcel now: current, mortgaged, stopped, being dealt with; yes or no, signed and dated. For banks, notaries and others who are listed for it; the holder sees who asked',
  body: Type.Object(
    {
      serial: Type.String({
        minLength: 1,
        maxLength: ANSWER_LENGTHS.serial,
        pattern: PLAIN_TEXT,
        description: 'Of the certificate',
      }),
      parcelId: Uuid,
      matterNo: Type.String({
        minLength: 1,
        maxLength: ANSWER_LENGTHS.matter,
        pattern: PLAIN_TEXT,
        description: 'Number of the asker’s matter, by which the holder can ask there; no name, no identity number',
      }),
    },
    closed,
  ),
  idempotencyKey: true,
  status: 201,
  reply: GivenAnswer,
  problems: [
    'answer.not_entitled',
    'answer.no_match',
    'answer.quota_exceeded',
    'idempotency.key_reused',
    'paper.signer_expired',
    'service.busy',
  ],
  maxAge: null,
});
export type AskedAnswer = Static<NonNullable<(typeof giveAnswer)['body']>>;

const Key = Type.Object({
  kty: Type.String(),
  use: Type.Literal('sig'),
  alg: Type.String(),
  kid: Type.String({ description: 'SHA-256 of the certificate, base64url' }),
  n: Type.Optional(Type.String()),
  e: Type.Optional(Type.String()),
  crv: Type.Optional(Type.String()),
  x: Type.Optional(Type.String()),
  y: Type.Optional(Type.String()),
  x5c: Type.Array(Type.String({ description: 'DER, base64' })),
});
export type AnswerKey = Static<typeof Key>;

export const listAnswerKeys = defineContract({
  id: 'listAnswerKeys',
  path: '/api/verify/keys',
  tag: 'lookups',
  summary: 'Public keys that sign answers (JSON Web Key Set): keep them to verify without asking again',
  reply: Type.Object({ keys: Type.Array(Key) }),
  problems: ['paper.signer_expired'],
  maxAge: 0,
});

export const AnswerAboutMe = Type.Object({
  answerId: Uuid,
  askedAt: Instant,
  asker: Type.String(),
  matterNo: Type.String(),
  parcel: Type.Object({
    id: Uuid,
    code: Type.String(),
    sheet: Type.String(),
    no: Type.String(),
    commune: Type.String(),
  }),
  ...FACTS,
});
export type AnswerAboutMe = Static<typeof AnswerAboutMe>;

export const AnswersAboutMe = Type.Object({
  vouched: Type.Boolean({
    description: 'Whether the identity provider vouches for an identity number; without one nothing can be shown',
  }),
  items: Type.Array(AnswerAboutMe),
});
export type AnswersAboutMe = Static<typeof AnswersAboutMe>;

export const listAnswersAboutMe = defineContract({
  id: 'listAnswersAboutMe',
  path: '/api/me/answers',
  tag: 'identity',
  right: { roles: ROLES },
  summary:
    'Who asked about certificates that one holds or held by, and what was answered: the latest 200. Only for accounts whose identity number the identity provider vouches for',
  reply: AnswersAboutMe,
  problems: ['service.busy'],
  maxAge: null,
});
