/**
 * What must hold of signing in, whoever the identity provider is: the same tests run against the embedded identity and
 * against a real Keycloak. Everything goes over HTTP, forms included.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { ROLES } from '../../domain/role.ts';
import { asSuperuser } from '../../embedded/ensure-database.ts';
import { DEMO_PASSWORD } from '../../embedded/identity/demo-accounts.ts';
import { notEmpty } from '../not-empty.ts';
import { signToken, tokenTable } from './bad-tokens.ts';
import { JSON_ONLY, type SignInStage, signInSteps } from './sign-in-steps.ts';
import { testSignOutNotices } from './sign-out-notices.ts';
import { createVisitor } from './visitor.ts';

export function signInSuite(name: string, open: () => Promise<SignInStage>): void {
  describe(name, () => {
    let stage: SignInStage;
    let owner: pg.Client;
    before(async () => {
      stage = await open();
      owner = new pg.Client({ connectionString: stage.database.urls.migrator });
      await owner.connect();
    });
    after(async () => {
      await owner?.end();
      await stage?.close();
    });

    const { me, bearer, codeOf, signIn, sessions, signOut, ageTokens } = signInSteps(
      () => stage,
      () => owner,
    );

    test('a sign-in lands where one was going, with role and communes, and the tokens stay here', async () => {
      const { visitor, page } = await signIn('officer', '/search?q=12%2F345');
      assert.deepEqual([page.url, page.status], [`${stage.base}/search?q=12%2F345`, 200]);
      const reply = await me(visitor);
      assert.equal(reply.status, 200);
      assert.equal(reply.headers.get('cache-control'), 'no-store');
      const { id, ...rest } = (await reply.json()) as Record<string, unknown>;
      assert.ok(id);
      assert.match(String(rest.name), /Trần Văn Quýt/);
      assert.deepEqual([rest.roles, rest.communes, rest.kind], [['officer'], ['99001', '99002'], 'session']);
      for (const [name, value] of notEmpty(visitor.cookies))
        assert.ok(name !== 'sid' || !value.includes('.'), 'no token in it');
      const { rows } = await owner.query(
        `select actor, action, body::text from audit.entry where action = 'session.open'`,
      );
      assert.deepEqual([rows.at(-1).actor, rows.at(-1).action], [id, 'session.open']);
      assert.doesNotMatch(rows.at(-1).body, /Trần/);
    });

    test('every role of the demonstration signs in as itself', async () => {
      for (const role of ROLES) {
        const { visitor } = await signIn(role);
        const { roles, communes } = (await (await me(visitor)).json()) as { roles: string[]; communes: unknown };
        const expected = { citizen: [], business: [], admin: '*', auditor: '*' } as Record<string, unknown>;
        assert.deepEqual([roles, communes], [[role], expected[role] ?? ['99001', '99002']], role);
      }
    });

    test('a wrong password lets nobody in', async () => {
      const visitor = createVisitor();
      const form = await visitor.go(`${stage.base}/auth/login`);
      const page = await visitor.submit(form, { username: 'surveyor', password: 'wrong' });
      assert.ok(!page.url.startsWith(`${stage.base}/auth/`) && page.text.includes('<form'), page.url);
      assert.deepEqual(await codeOf(await me(visitor)), [401, 'auth.required']);
      const again = await visitor.submit(page, { username: 'surveyor', password: DEMO_PASSWORD });
      assert.equal(again.url, `${stage.base}/account`);
    });

    test('targets outside this service, and the doors of sign-in themselves, become the first page', async () => {
      for (const to of ['//evil.example/', 'https://evil.example/', '/\\evil.example', '/auth/login', '/auth/logout']) {
        assert.equal((await signIn('officer', to)).page.url, `${stage.base}/`, to);
      }
    });

    test('the session is a new one, whatever the browser brought; the cookie is for the server alone', async () => {
      const planted = 'a'.repeat(43);
      const visitor = createVisitor();
      visitor.cookies.set('sid', planted);
      await signIn('officer', '/', visitor);
      assert.notEqual(visitor.cookies.get('sid'), planted);
      const thief = createVisitor();
      thief.cookies.set('sid', planted);
      assert.deepEqual(await codeOf(await me(thief)), [401, 'session.expired']);
      assert.equal(thief.cookies.has('sid'), false, 'a dead cookie is cleared');

      const first = visitor.cookies.get('sid')!;
      const response = await visitor.ask(`${stage.base}/auth/login`);
      let at = response.headers.get('location')!;
      let set = '';
      for (let hop = 0; hop < 6 && !set; hop += 1) {
        const next = await visitor.ask(at);
        set = next.headers.getSetCookie().find((line) => line.startsWith('sid=')) ?? '';
        at = new URL(next.headers.get('location') ?? '/', at).href;
      }
      assert.match(set, /; Path=\/; HttpOnly; SameSite=Lax$/);
      thief.cookies.set('sid', first);
      assert.deepEqual(
        await codeOf(await me(thief)),
        [401, 'session.expired'],
        'the former session of this browser is gone',
      );
    });

    test('a callback counts once, and only for the browser that began', async () => {
      const { visitor } = await signIn('officer');
      const forged = `${stage.base}/auth/callback?code=x&state=${'s'.repeat(43)}&iss=${encodeURIComponent(stage.settings.issuer)}`;
      assert.equal((await visitor.go(forged)).url, `${stage.base}/`, 'who is in stays in');
      const stranger = await createVisitor(JSON_ONLY).ask(forged);
      assert.deepEqual(await codeOf(stranger), [400, 'sign_in.failed']);
      const cancelled = createVisitor();
      const away = await cancelled.ask(`${stage.base}/auth/login?to=/about`);
      const state = new URL(away.headers.get('location')!).searchParams.get('state')!;
      const denied = `${stage.base}/auth/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(stage.settings.issuer)}`;
      assert.deepEqual(await codeOf(await cancelled.ask(denied, { headers: JSON_ONLY })), [400, 'sign_in.failed']);
      assert.deepEqual(await codeOf(await cancelled.ask(denied, { headers: JSON_ONLY })), [400, 'sign_in.failed']);
    });

    test('signing out here ends it everywhere at once: cookie, bearer, the provider', async () => {
      const { visitor } = await signIn('approver');
      const kept = visitor.cookies.get('sid')!;
      const { id } = (await (await me(visitor)).json()) as { id: string };
      const sid = (await sessions()).find((row) => row.subject === id)!.sid;
      const token = signToken(stage.maker, { sub: id, sid });
      assert.equal((await bearer(token)).status, 200);
      const page = await visitor.go(`${stage.base}/auth/logout`);
      assert.match(page.text, /Phạm Văn Hồng/);
      let left = await visitor.submit(page, {});
      if (left.url !== `${stage.base}/`) left = await visitor.submit(left, stage.confirmSignOut);
      assert.equal(left.url, `${stage.base}/`);
      assert.equal(visitor.cookies.has('sid'), false);
      const other = await stage.another();
      for (const base of [stage.base, other.base]) {
        assert.deepEqual(await codeOf(await bearer(token, base)), [401, 'token.refused']);
        const replay = createVisitor();
        replay.cookies.set('sid', kept);
        assert.deepEqual(await codeOf(await me(replay, base)), [401, 'session.expired']);
      }
      const again = await visitor.go(`${stage.base}/auth/login`);
      assert.ok(again.text.includes('name="password"'), 'the provider asks for the password again');
      assert.equal((await signOut(visitor)).status, 200, 'twice is harmless');
    });

    test('signing out at the provider ends it here', async () => {
      const { visitor } = await signIn('archivist');
      const other = await stage.another();
      assert.equal((await me(visitor, other.base)).status, 200);
      const page = await visitor.go(`${stage.settings.issuer}/protocol/openid-connect/logout`);
      await visitor.submit(page, stage.confirmSignOut);
      assert.deepEqual(await codeOf(await me(visitor, other.base)), [401, 'session.expired']);
    });

    test('tokens are renewed once, however many requests find them old, in whatever process', async () => {
      const { visitor } = await signIn('officer');
      const other = await stage.another();
      const id = visitor.cookies.get('sid')!;
      for (let round = 0; round < 3; round += 1) {
        await ageTokens();
        const asks = Array.from({ length: 20 }, (_, n) => {
          const one = createVisitor();
          one.cookies.set('sid', id);
          return me(one, n % 2 ? stage.base : other.base);
        });
        const statuses = (await Promise.all(asks)).map((reply) => reply.status);
        // A second use of a refresh token would have ended the session: both providers detect it.
        assert.deepEqual(new Set(statuses), new Set([200]), `round ${round}`);
      }
      const { rows } = await owner.query(
        'select count(*) filter (where access_expires_at > now())::int as fresh from session.session',
      );
      assert.ok(rows[0].fresh >= 1);
    });

    test('a renewal that races a sign-out brings nothing back', async () => {
      const { visitor } = await signIn('officer');
      const id = visitor.cookies.get('sid')!;
      const one = createVisitor();
      one.cookies.set('sid', id);
      await ageTokens();
      await Promise.all([...Array.from({ length: 10 }, () => me(one)), signOut(visitor)]);
      one.cookies.set('sid', id);
      assert.deepEqual(await codeOf(await me(one)), [401, 'session.expired']);
    });

    test('a session ends after its idle time and at its absolute limit', async () => {
      for (const column of ['last_seen_at', 'ends_at']) {
        const { visitor } = await signIn('officer');
        assert.equal((await me(visitor)).status, 200);
        await owner.query(`update session.session set ${column} = ${column} - interval '11 hours'`);
        assert.deepEqual(await codeOf(await me(visitor)), [401, 'session.expired'], column);
      }
    });

    test('the table of tokens: refused where they must be, on this provider’s own keys', async () => {
      for (const [label, token, accepted] of notEmpty(tokenTable(stage.maker))) {
        const reply = await bearer(token);
        assert.equal(reply.status, accepted ? 200 : 401, label);
        if (accepted) continue;
        assert.equal(((await reply.json()) as { code: string }).code, 'token.refused', label);
        assert.equal(reply.headers.get('www-authenticate'), 'Bearer realm="diaba", error="invalid_token"');
      }
      const odd = createVisitor();
      for (const header of ['Bearer', 'Bearer a b', 'Basic b2ZmaWNlcjp4', 'bearer a.b.c', '']) {
        assert.equal((await me(odd, stage.base, { authorization: header })).status, 401, header);
      }
    });

    test('a service signs in for itself', async () => {
      const reply = await bearer(await stage.serviceToken());
      assert.equal(reply.status, 200);
      const { kind, roles, communes } = (await reply.json()) as Record<string, unknown>;
      assert.deepEqual([kind, roles, communes], ['service', ['officer'], ['99001', '99002']]);
    });

    test('a write that rides on the cookie must come from our own pages', async () => {
      const { visitor } = await signIn('officer');
      const refused: Record<string, string>[] = [
        {},
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site', origin: stage.base },
        { 'sec-fetch-site': 'none' },
        { origin: 'https://evil.example' },
        { origin: 'https://evil.example', 'x-diaba-request': '1' },
        { origin: 'null' },
      ];
      for (const headers of refused) {
        assert.deepEqual(await codeOf(await signOut(visitor, headers)), [403, 'csrf.refused'], JSON.stringify(headers));
      }
      assert.equal((await me(visitor)).status, 200);
      assert.equal((await signOut(visitor, { origin: stage.base })).status, 200);
      assert.deepEqual(await codeOf(await me(visitor)), [401, 'auth.required']);
      const { visitor: script } = await signIn('officer');
      assert.equal((await signOut(script, { 'x-diaba-request': '1' })).status, 200);
    });

    testSignOutNotices(() => stage, { me, bearer, codeOf, signIn });

    test('a database connection that dies between two requests costs nobody the session', async () => {
      const { visitor } = await signIn('auditor');
      await asSuperuser(stage.database.cluster, stage.database.name, (client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'diaba-app' and datname = current_database()`,
        ),
      );
      // As many requests may meet a dead connection as the pool held; each is told to come again, and none to sign in.
      const statuses: number[] = [];
      while (statuses.at(-1) !== 200 && statuses.length < 30) statuses.push((await me(visitor)).status);
      assert.equal(statuses.pop(), 200);
      assert.deepEqual([...new Set(statuses)].join() || '503', '503');
    });

    test('while the provider is away people go on reading, and nobody gets in anew', async () => {
      const { visitor } = await signIn('officer');
      const cut = await stage.another({ issuer: 'http://127.0.0.1:9/realms/diaba' });
      await ageTokens();
      assert.equal((await me(visitor, cut.base)).status, 200);
      const login = await createVisitor(JSON_ONLY).ask(`${cut.base}/auth/login`);
      assert.deepEqual(await codeOf(login), [503, 'identity.unavailable']);
      assert.deepEqual(await codeOf(await bearer(signToken(stage.maker), cut.base)), [503, 'identity.unavailable']);
      assert.equal((await me(visitor)).status, 200, 'where it is there, the session is renewed');
    });
  });
}
