/** Signing in by the embedded identity: the common suite, and what only it does. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { buildApp } from './app.ts';
import { DEMO_PASSWORD } from './embedded/identity/demo-accounts.ts';
import { mintToken } from './embedded/identity/mint-token.ts';
import { openEmbeddedIdentity } from './embedded/identity/open-identity.ts';
import { openEmbeddedStage, SERVICE } from './testing/browser/embedded-stage.ts';
import { signToken } from './testing/sign-in/bad-tokens.ts';
import type { SignInStage } from './testing/sign-in/sign-in-steps.ts';
import { signInSuite } from './testing/sign-in/sign-in-suite.ts';
import { createVisitor, type Page } from './testing/sign-in/visitor.ts';
import { TEST_CONFIG } from './testing/test-app.ts';

signInSuite('the embedded identity', openEmbeddedStage);

describe('only the embedded identity', () => {
  let stage: SignInStage;
  before(async () => {
    stage = await openEmbeddedStage();
  });
  after(() => stage.close());

  const attempt = async (username: string, password: string) => {
    const visitor = createVisitor();
    return visitor.submit(await visitor.go(`${stage.base}/auth/login`), { username, password });
  };

  test('no page of another origin is given leave to read anything of it', async () => {
    for (const path of [
      '/.well-known/openid-configuration',
      '/protocol/openid-connect/certs',
      '/protocol/openid-connect/token',
      '/protocol/openid-connect/userinfo',
    ])
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const reply = await fetch(`${stage.base}/realms/diaba${path}`, {
          method,
          headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
        });
        await reply.text();
        const named = [...reply.headers.keys()].filter((name) => name.startsWith('access-control-'));
        assert.deepEqual(named, [], `${method} ${path}`);
      }
  });

  test('guessing slows down, and a name that does not exist looks like a wrong password', async () => {
    for (let n = 0; n < 3; n += 1) assert.equal((await attempt('approver', `wrong ${n}`)).status, 401);
    const owner = new pg.Client({ connectionString: stage.database.urls.migrator });
    await owner.connect();
    await owner.query(`update identity.attempt set last_at = now() + interval '1 minute'`);
    const fourth = await attempt('approver', DEMO_PASSWORD);
    assert.equal(fourth.status, 429);
    assert.match(fourth.text, /sau \d+ giây/);
    await owner.query(`update identity.attempt set last_at = now() - interval '1 minute'`);
    assert.equal((await attempt('approver', DEMO_PASSWORD)).url, `${stage.base}/account`);
    assert.equal((await owner.query('select from identity.attempt')).rowCount, 0, 'forgiven after the right one');
    const [unknown, known] = [await attempt('nobody', 'wrong'), await attempt('officer', 'wrong')];
    const bare = ({ text }: Page) => text.replaceAll(/nonce="[^"]*"|login[/%][\w%-]+|value="\w+"/g, '');
    assert.equal(bare(unknown), bare(known));
    await owner.end();
  });

  test('the application’s login cannot read keys or sessions of the identity', async () => {
    for (const table of ['secret', 'entry', 'attempt']) {
      await assert.rejects(stage.pools.app.query(`select * from identity.${table}`), { code: '42501' }, table);
    }
  });

  test('the realm answers under Keycloak’s addresses, made from the configured one whatever a request claims', async () => {
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const reply = await fetch(`${stage.settings.issuer}/.well-known/openid-configuration`, { headers: forged });
    const found = (await reply.json()) as Record<string, string>;
    const openid = `${stage.settings.issuer}/protocol/openid-connect`;
    assert.deepEqual(
      [found.issuer, found.authorization_endpoint, found.token_endpoint, found.jwks_uri, found.end_session_endpoint],
      [stage.settings.issuer, `${openid}/auth`, `${openid}/token`, `${openid}/certs`, `${openid}/logout`],
    );
    assert.deepEqual(found.response_types_supported, ['code']);
    assert.equal((await fetch(`${stage.base}/realms/other/.well-known/openid-configuration`)).status, 404);
    const certs = await (await fetch(`${openid}/certs`)).text();
    assert.doesNotMatch(certs, /"(d|p|q|dp|dq|qi)"/, 'public parts only');
  });

  test('the page speaks the language chosen before; choosing another there loses nothing', async () => {
    const visitor = createVisitor({ 'accept-language': 'vi' });
    const first = await visitor.go(`${stage.base}/auth/login?to=/about`);
    assert.match(first.text, /<html lang="vi".*Tên đăng nhập/s);
    const link = /class="language" href="([^"]+)"/.exec(first.text)![1]!.replaceAll('&amp;', '&');
    const second = await visitor.go(new URL(link, stage.base).href);
    assert.match(second.text, /<html lang="en".*User name/s);
    const { url } = await visitor.submit(second, { username: 'surveyor', password: DEMO_PASSWORD });
    assert.equal(url, `${stage.base}/about`);
    const gone = `${stage.base}/realms/diaba/login/gone`;
    assert.equal((await visitor.go(gone)).url, `${stage.base}/about`, 'who is in is led on');
    const stranger = await createVisitor({ 'accept-language': 'en' }).go(gone);
    assert.deepEqual([stranger.status, stranger.url], [400, gone]);
    assert.match(stranger.text, /<html lang="en".*sign in again/s);
  });

  test('userinfo answers a token of a living session, and no other', async () => {
    const ask = async (token: string) => {
      const url = `${stage.settings.issuer}/protocol/openid-connect/userinfo`;
      const reply = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      return [reply.status, await reply.json()];
    };
    await attempt('archivist', DEMO_PASSWORD);
    const owner = new pg.Client({ connectionString: stage.database.urls.migrator });
    await owner.connect();
    const { rows } = await owner.query(`select sid from session.session where subject = 'demo-archivist'`);
    const token = signToken(stage.maker, { sub: 'demo-archivist', sid: rows[0].sid });
    const answer = { sub: 'demo-archivist', name: 'Hoàng Thị Mơ', preferred_username: 'archivist' };
    assert.deepEqual(await ask(token), [200, answer]);
    for (const [sub, sid] of [
      ['demo-archivist', 'other'],
      ['demo-admin', rows[0].sid],
      ['demo-archivist', undefined],
    ]) {
      assert.deepEqual(await ask(signToken(stage.maker, { sub, sid })), [401, { error: 'invalid_token' }]);
    }
    await owner.query(`delete from identity.entry where kind = 'Session'`);
    assert.deepEqual(await ask(token), [401, { error: 'invalid_token' }]);
    await owner.end();
  });

  test('a sign-in with a code needs its verifier, our client and our address', async () => {
    const url = new URL(`${stage.settings.issuer}/protocol/openid-connect/auth`);
    const asked = {
      client_id: 'diaba',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${stage.base}/auth/callback`,
      state: 's',
    };
    const visit = async (change: Record<string, string>) => {
      url.search = new URLSearchParams({ ...asked, ...change }).toString();
      return createVisitor().ask(url.href);
    };
    assert.match((await visit({})).headers.get('location') ?? '', /error=invalid_request/, 'no PKCE');
    assert.equal((await visit({ redirect_uri: 'https://evil.example/' })).status, 400);
    assert.equal((await visit({ client_id: 'other' })).status, 400);
  });

  test('a second start has the same keys; a token for the command line is taken', async () => {
    const open = () =>
      openEmbeddedIdentity({
        ...stage.settings,
        services: [],
        demo: false,
        publicOrigin: stage.base,
        migratorUrl: stage.database.urls.migrator,
        filesNow: () => undefined,
        listCommunes: async () => [],
        onTrouble: () => undefined,
      });
    const [one, two] = await Promise.all([open(), open()]);
    assert.equal(one.keys.signing.kid, stage.maker.kid);
    assert.deepEqual(one.keys, two.keys);
    await one.close();
    await two.close();
    const token = await mintToken(one.keys, {
      ...stage.settings,
      clientId: SERVICE.clientId,
      roles: ['auditor'],
      communes: '*',
    });
    const reply = await fetch(`${stage.base}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    const { roles, communes, kind } = (await reply.json()) as Record<string, unknown>;
    assert.deepEqual([roles, communes, kind], [['auditor'], '*', 'service']);
  });

  test('without the demonstration nobody has an account', async () => {
    const identity = await openEmbeddedIdentity({
      ...stage.settings,
      services: [],
      demo: false,
      publicOrigin: stage.base,
      migratorUrl: stage.database.urls.migrator,
      filesNow: () => undefined,
      listCommunes: async () => [],
      onTrouble: () => undefined,
    });
    const app = await buildApp({
      config: { ...TEST_CONFIG, publicUrl: stage.base, identity: stage.settings },
      pools: stage.pools,
      realms: identity.handle,
    });
    const base = await app.listen({ host: '127.0.0.1', port: 0 });
    const visitor = createVisitor();
    // The same cookies and addresses, another port: the visitor goes to the second server by hand.
    const there = (url: string) => url.replace(stage.base, base);
    const away = await visitor.ask(`${base}/auth/login`);
    const login = await visitor.ask(there(away.headers.get('location')!));
    const page = await visitor.go(new URL(login.headers.get('location')!, base).href);
    assert.match(page.text, /KEYCLOAK_URL/);
    const tried = await visitor.submit({ ...page, url: base }, { username: 'officer', password: DEMO_PASSWORD });
    assert.equal(tried.status, 401);
    await app.close();
    await identity.close();
  });
});
