/** What the tests of signing in do again and again, on a stage that is opened later. */
import type pg from 'pg';
import { DEMO_PASSWORD } from '../../embedded/identity/demo-accounts.ts';
import type { TokenMaker } from './bad-tokens.ts';
import type { SignInApp } from './sign-in-app.ts';
import { createVisitor, type Page, type Visitor } from './visitor.ts';

export interface SignInStage extends SignInApp {
  readonly maker: TokenMaker;
  /** A token of the service client, from the provider itself. */
  serviceToken(): Promise<string>;
  /** What a browser answers on the provider's own page that asks whether to sign out. */
  readonly confirmSignOut: Readonly<Record<string, string>>;
}

export const JSON_ONLY = { accept: 'application/json' };
const OWN = { 'sec-fetch-site': 'same-origin' };

export function signInSteps(stage: () => SignInStage, owner: () => pg.Client) {
  const me = (visitor: Visitor, base = stage().base, headers: Record<string, string> = {}) =>
    visitor.ask(`${base}/api/me`, { headers: { ...JSON_ONLY, ...headers } });
  const bearer = (token: string, base = stage().base) =>
    me(createVisitor(), base, { authorization: `Bearer ${token}` });
  const codeOf = async (response: Response) => {
    const { code } = (await response.json()) as { code?: string };
    return [response.status, code];
  };
  async function signIn(
    user = 'officer',
    to = '/',
    visitor = createVisitor(),
  ): Promise<{ visitor: Visitor; page: Page }> {
    const form = await visitor.go(`${stage().base}/auth/login?to=${encodeURIComponent(to)}`);
    const page = await visitor.submit(form, { username: user, password: DEMO_PASSWORD });
    return { visitor, page };
  }
  const sessions = async () =>
    (await owner().query('select sid, subject from session.session order by opened_at desc')).rows;
  const signOut = (visitor: Visitor, headers: Record<string, string> = OWN) =>
    visitor.ask(`${stage().base}/auth/logout`, {
      method: 'POST',
      headers: { ...JSON_ONLY, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  /** As if the access token had run out. */
  const ageTokens = () => owner().query(`update session.session set access_expires_at = now() - interval '1 minute'`);
  return { me, bearer, codeOf, signIn, sessions, signOut, ageTokens };
}
