/** Signing in and out, and who one is. Tokens stay on the server; a browser holds a cookie, a program a bearer token. */
import Type, { type Static } from 'typebox';
import { ROLES, type Role } from '../role.ts';
import { defineContract } from './contract.ts';
import { LONGEST_PATH } from './fields.ts';

const Lang = Type.Optional(Type.Unsafe<'vi' | 'en'>({ type: 'string', enum: ['vi', 'en'] }));
const text = (maxLength: number, description?: string) =>
  Type.Optional(Type.String({ maxLength, ...(description === undefined ? {} : { description }) }));

export const signIn = defineContract({
  id: 'signIn',
  path: '/auth/login',
  tag: 'identity',
  summary: 'Begins a sign-in (authorization code with PKCE) and comes back to `to`',
  query: Type.Object(
    { to: text(LONGEST_PATH, 'Path of this service to go on to afterwards'), lang: Lang },
    { additionalProperties: false },
  ),
  reply: Type.String(),
  media: 'text/html',
  otherReplies: { 303: { description: 'To the sign-in page of the identity provider' } },
  problems: ['identity.unavailable'],
  maxAge: null,
});

export const finishSignIn = defineContract({
  id: 'finishSignIn',
  path: '/auth/callback',
  tag: 'identity',
  summary: 'Where the identity provider sends the browser back to',
  // Providers add parameters of their own; those named here are the ones that count.
  query: Type.Object(
    { code: text(4000), state: text(400), error: text(200), error_description: text(2000), iss: text(2000) },
    { additionalProperties: true },
  ),
  reply: Type.String(),
  media: 'text/html',
  otherReplies: { 303: { description: 'Signed in; on to where one was going' } },
  problems: ['sign_in.failed', 'token.refused', 'identity.unavailable'],
  maxAge: null,
});

export const getSignOutPage = defineContract({
  id: 'getSignOutPage',
  path: '/auth/logout',
  tag: 'identity',
  summary: 'Asks whether to sign out',
  query: Type.Object({ lang: Lang }, { additionalProperties: false }),
  reply: Type.String({ description: 'HTML' }),
  media: 'text/html',
  maxAge: null,
});

export const signOut = defineContract({
  id: 'signOut',
  method: 'POST',
  path: '/auth/logout',
  tag: 'identity',
  summary: 'Ends the session here at once; the address given then ends it at the identity provider',
  body: Type.Object({}, { additionalProperties: false }),
  bodyMedia: 'application/x-www-form-urlencoded',
  reply: Type.Object({ to: Type.String({ description: 'Where the browser should go now' }) }),
  otherReplies: { 303: { description: 'To that address, for a form' } },
  maxAge: null,
});

export const receiveLogout = defineContract({
  id: 'receiveLogout',
  method: 'POST',
  path: '/auth/backchannel-logout',
  tag: 'identity',
  summary: 'Told by the identity provider that a session has ended (OpenID Connect Back-Channel Logout 1.0)',
  body: Type.Object({ logout_token: Type.String({ minLength: 1, maxLength: 20_000 }) }, { additionalProperties: true }),
  bodyMedia: 'application/x-www-form-urlencoded',
  reply: Type.Object({ ended: Type.Literal(true) }),
  problems: ['sign_out.refused', 'identity.unavailable'],
  maxAge: null,
});

export const getAccountPage = defineContract({
  id: 'getAccountPage',
  path: '/account',
  tag: 'identity',
  right: { roles: ROLES },
  summary: 'Who one is here, what there is for one, and the way out',
  query: Type.Object({ lang: Lang }, { additionalProperties: false }),
  reply: Type.String({ description: 'HTML' }),
  media: 'text/html',
  otherReplies: { 303: { description: 'Not signed in: to the sign-in, and back here afterwards' } },
  maxAge: null,
});

export const Me = Type.Object({
  id: Type.String({ description: 'Subject at the identity provider' }),
  name: Type.String(),
  roles: Type.Array(Type.Unsafe<Role>({ type: 'string', enum: [...ROLES] })),
  communes: Type.Unsafe<readonly string[] | '*'>({
    anyOf: [
      { type: 'array', items: { type: 'string' } },
      { type: 'string', const: '*' },
    ],
    description: 'Codes of the communes one acts in, or * for all',
  }),
  kind: Type.Unsafe<'session' | 'bearer' | 'service'>({ type: 'string', enum: ['session', 'bearer', 'service'] }),
});
export type Me = Static<typeof Me>;

export const getMe = defineContract({
  id: 'getMe',
  path: '/api/me',
  tag: 'identity',
  right: { roles: ROLES },
  summary: 'Who one is here: name, roles, communes',
  reply: Me,
  maxAge: null,
});
