/** Notices of sign-out by back channel: which are believed, and that they end what they are about. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signToken } from './bad-tokens.ts';
import { JSON_ONLY, type SignInStage, type signInSteps } from './sign-in-steps.ts';
import { createVisitor } from './visitor.ts';

type Steps = Pick<ReturnType<typeof signInSteps>, 'me' | 'bearer' | 'codeOf' | 'signIn'>;

export function testSignOutNotices(stage: () => SignInStage, { me, bearer, codeOf, signIn }: Steps): void {
  test('a notice of sign-out is believed only if it is one', async () => {
    const { visitor } = await signIn('surveyor');
    const { id } = (await (await me(visitor)).json()) as { id: string };
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const typ = { typ: 'logout+jwt' };
    const good = { aud: stage().maker.clientId, sub: id, sid: undefined, events, azp: undefined, exp: undefined };
    const second = () => Math.floor(Date.now() / 1000);
    const send = (token: string) =>
      createVisitor().ask(`${stage().base}/auth/backchannel-logout`, {
        method: 'POST',
        headers: { ...JSON_ONLY, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ logout_token: token }),
      });
    const refused: [string, string][] = [
      ['no type of its own', signToken(stage().maker, good)],
      ['an ID token', signToken(stage().maker, { ...good, typ: 'ID' })],
      ['of the type of an access token', signToken(stage().maker, { ...good, typ: 'Logout' }, { typ: 'at+jwt' })],
      ['a nonce, by an older Keycloak', signToken(stage().maker, { ...good, typ: 'Logout', nonce: 'n' })],
      ['made two minutes from now', signToken(stage().maker, { ...good, iat: second() + 120 }, typ)],
      ['a nonce', signToken(stage().maker, { ...good, nonce: 'n' }, typ)],
      ['no event', signToken(stage().maker, { ...good, events: {} }, typ)],
      ['old', signToken(stage().maker, { ...good, iat: second() - 300 }, typ)],
      ['for somebody else', signToken(stage().maker, { ...good, aud: 'other' }, typ)],
      ['about nobody', signToken(stage().maker, { ...good, sub: undefined }, typ)],
      ['without an id', signToken(stage().maker, { ...good, jti: undefined }, typ)],
      ['no token at all', 'x'],
    ];
    for (const [label, token] of refused) {
      assert.deepEqual(await codeOf(await send(token)), [400, 'sign_out.refused'], label);
    }
    assert.equal((await me(visitor)).status, 200);
    const before = signToken(stage().maker, { sub: id, sid: 'another-session' });
    assert.equal((await bearer(before)).status, 200);
    const notice = signToken(stage().maker, good, typ);
    assert.equal((await send(notice)).status, 200);
    assert.deepEqual(await codeOf(await me(visitor)), [401, 'session.expired'], 'all sessions of a subject');
    assert.deepEqual(await codeOf(await bearer(before)), [401, 'token.refused'], 'and its tokens until then');
    assert.deepEqual(await codeOf(await send(notice)), [400, 'sign_out.refused'], 'a notice counts once');
  });

  test('a notice of sign-out is heard from a Keycloak before 25, and from a fast clock', async () => {
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const iat = Math.floor(Date.now() / 1000) + 25;
    // Before 25 the header says JWT, as that of every token, and the claims say Logout.
    const notices = [
      [{ typ: 'Logout' }, {}],
      [{ typ: 'Logout' }, { typ: undefined }],
      [{ iat, exp: iat + 120 }, { typ: 'logout+jwt' }],
    ] as const;
    for (const [claims, header] of notices) {
      const { visitor } = await signIn('surveyor');
      const { id } = (await (await me(visitor)).json()) as { id: string };
      const about = { aud: stage().maker.clientId, sub: id, sid: undefined, azp: undefined, exp: undefined };
      const notice = signToken(stage().maker, { ...about, events, ...claims }, header);
      const reply = await createVisitor().ask(`${stage().base}/auth/backchannel-logout`, {
        method: 'POST',
        headers: { ...JSON_ONLY, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ logout_token: notice }),
      });
      assert.equal(reply.status, 200, JSON.stringify(header));
      assert.deepEqual(await codeOf(await me(visitor)), [401, 'session.expired'], JSON.stringify(claims));
    }
  });
}
