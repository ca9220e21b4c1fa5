/** Tokens with a real signature that must be refused all the same, and those that must not. */
import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';

export interface TokenMaker {
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  readonly serviceClient: string;
  /** The provider's own key, which the test holds. */
  readonly key: KeyObject;
  readonly kid: string;
}

type Part = Readonly<Record<string, unknown>>;
const part = (value: Part) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

/** Signs whatever it is given with the provider's key. */
export function signToken(maker: TokenMaker, payload: Part = {}, header: Part = {}): string {
  const whole = { ...goodClaims(maker), ...payload };
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: maker.kid, ...header })}.${part(whole)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), maker.key).toString('base64url')}`;
}

const goodClaims = ({ issuer, audience, clientId }: TokenMaker): Part => ({
  iss: issuer,
  aud: audience,
  sub: 'somebody',
  azp: clientId,
  typ: 'Bearer',
  sid: 'a-session',
  jti: randomUUID(),
  iat: now(),
  exp: now() + 300,
  realm_access: { roles: ['officer'] },
  communes: ['99001'],
});

/** Name, token, and whether it lets its bearer in: the table of fifteen, each on every door. */
export function tokenTable(maker: TokenMaker): readonly (readonly [name: string, token: string, accepted: boolean])[] {
  const make = (payload: Part = {}, header: Part = {}) => signToken(maker, payload, header);
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const good = make();
  const body = good.split('.')[1]!;
  const hmac = `${part({ alg: 'HS256', typ: 'JWT', kid: maker.kid })}.${body}`;
  const publicPem = maker.key.export({ type: 'pkcs8', format: 'pem' });
  return [
    ['good', good, true],
    ['audience of another client', make({ aud: 'account' }), false],
    ['no audience', make({ aud: undefined }), false],
    ['azp unknown', make({ azp: 'a-citizens-app' }), false],
    ['no exp', make({ exp: undefined }), false],
    ['exp is text', make({ exp: 'never' }), false],
    ['nbf an hour ahead', make({ nbf: now() + 3600 }), false],
    ['iat an hour ahead', make({ iat: now() + 3600, exp: now() + 7200 }), false],
    ['a provider whose clock is fast', make({ iat: now() + 25, nbf: now() + 25, exp: now() + 325 }), true],
    ['a provider whose clock is faster than that', make({ iat: now() + 90, exp: now() + 390 }), false],
    ['nbf beyond the tolerance', make({ nbf: now() + 90 }), false],
    ['header alg none over an RSA signature', make({}, { alg: 'none' }), false],
    ['header alg HS256 over an RSA signature', make({}, { alg: 'HS256' }), false],
    [
      'HS256 with the key as its secret',
      `${hmac}.${createHmac('sha256', publicPem).update(hmac).digest('base64url')}`,
      false,
    ],
    ['unknown crit', make({}, { crit: ['https://example.org/x'], 'https://example.org/x': true }), false],
    ['ID token as bearer', make({ typ: 'ID', aud: maker.clientId }), false],
    ['ID token with our audience', make({ typ: 'ID' }), false],
    ['other issuer', make({ iss: `${maker.issuer}2` }), false],
    ['other key of the same name', signToken({ ...maker, key: stranger }), false],
    ['expired beyond the tolerance', make({ iat: now() - 400, exp: now() - 10 }), false],
    ['older than any token may be', make({ iat: now() - 3600, exp: now() + 3600 }), false],
    ['no iat', make({ iat: undefined }), false],
    ['no sub', make({ sub: undefined }), false],
    ['a person without a session', make({ sid: undefined }), false],
    [
      'changed after it was signed',
      `${good.split('.')[0]}.${part({ ...goodClaims(maker), sub: 'admin' })}.${good.split('.')[2]}`,
      false,
    ],
    ['a service, which has no session', make({ azp: maker.serviceClient, sid: undefined }), true],
    ['several audiences, ours among them', make({ aud: ['account', maker.audience] }), true],
  ];
}
