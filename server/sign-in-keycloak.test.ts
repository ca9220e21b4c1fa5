/** The same suite against a real Keycloak with the realm of docs/keycloak. */
import { test } from 'node:test';
import { findFreePort } from './embedded/find-free-port.ts';
import { missingForKeycloak, type RunningKeycloak, startKeycloak } from './testing/sign-in/keycloak.ts';
import { openSignInApp } from './testing/sign-in/sign-in-app.ts';
import type { SignInStage } from './testing/sign-in/sign-in-steps.ts';
import { signInSuite } from './testing/sign-in/sign-in-suite.ts';
import { TEST_IDENTITY } from './testing/test-app.ts';

const COMMUNES = ['99001', '99002'];
const SERVICE = { id: 'diaba-service', secret: 'service-secret' };

/** The name under which Keycloak publishes the signing key it was given. */
async function kidOf(issuer: string): Promise<string> {
  const { keys } = (await (await fetch(`${issuer}/protocol/openid-connect/certs`)).json()) as {
    keys: { kid: string; use: string }[];
  };
  return keys.find(({ use }) => use === 'sig')!.kid;
}

async function openStage(): Promise<SignInStage> {
  let keycloak: RunningKeycloak | undefined;
  const opened = await openSignInApp(await findFreePort(), async ({ publicUrl }) => {
    keycloak = await startKeycloak(await findFreePort(), publicUrl, COMMUNES);
    const issuer = `${keycloak.url}/realms/diaba`;
    return {
      settings: { ...TEST_IDENTITY, issuer, clientSecret: keycloak.clientSecret, serviceClients: [SERVICE.id] },
    };
  });
  const { settings } = opened;
  return {
    ...opened,
    maker: { ...settings, serviceClient: SERVICE.id, key: keycloak!.key, kid: await kidOf(settings.issuer) },
    confirmSignOut: { confirmLogout: 'Logout' },
    async serviceToken() {
      const reply = await fetch(`${settings.issuer}/protocol/openid-connect/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${SERVICE.id}:${SERVICE.secret}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      return ((await reply.json()) as { access_token: string }).access_token;
    },
    async close() {
      await opened.close();
      await keycloak?.stop();
    },
  };
}

const missing = missingForKeycloak();
if (missing === null || process.env.CI === '1' || process.env.CI === 'true') signInSuite('a real Keycloak', openStage);
else test('a real Keycloak', { skip: `${missing} is missing` }, () => undefined);
