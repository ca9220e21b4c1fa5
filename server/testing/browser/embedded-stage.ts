/** The server with the embedded identity, the demonstration's accounts and a service client; listening. */
import { createPrivateKey } from 'node:crypto';
import { listFictionalCommunes } from '../../db/reference/fictional-communes.ts';
import { findFreePort } from '../../embedded/find-free-port.ts';
import { type EmbeddedIdentity, openEmbeddedIdentity } from '../../embedded/identity/open-identity.ts';
import { openPageFiles } from '../../routes/built-web.ts';
import { openSignInApp } from '../sign-in/sign-in-app.ts';
import type { SignInStage } from '../sign-in/sign-in-steps.ts';
import { TEST_CONFIG, TEST_IDENTITY } from '../test-app.ts';

export const SERVICE = {
  clientId: 'diaba-service',
  secret: 'service-secret',
  roles: ['officer'],
  communes: ['99001', '99002'],
} as const;

export async function openEmbeddedStage(): Promise<SignInStage> {
  let identity: EmbeddedIdentity | undefined;
  const opened = await openSignInApp(await findFreePort(), async ({ publicUrl, database, pools }) => {
    const settings = {
      ...TEST_IDENTITY,
      issuer: `${publicUrl}/realms/diaba`,
      clientSecret: 'embedded-secret',
      serviceClients: [SERVICE.clientId],
    };
    identity = await openEmbeddedIdentity({
      ...settings,
      services: [SERVICE],
      demo: true,
      publicOrigin: publicUrl,
      migratorUrl: database.urls.migrator,
      filesNow: openPageFiles(TEST_CONFIG.webDist, 'portal/page.ts'),
      listCommunes: () => listFictionalCommunes(pools.app),
      onTrouble: () => undefined,
    });
    return { settings, realms: identity.handle };
  });
  const { settings } = opened;
  const { signing } = identity!.keys;
  return {
    ...opened,
    maker: {
      ...settings,
      serviceClient: SERVICE.clientId,
      key: createPrivateKey({ key: signing as never, format: 'jwk' }),
      kid: signing.kid!,
    },
    confirmSignOut: { logout: 'yes' },
    async serviceToken() {
      const reply = await fetch(`${settings.issuer}/protocol/openid-connect/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${SERVICE.clientId}:${SERVICE.secret}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      return ((await reply.json()) as { access_token: string }).access_token;
    },
    async close() {
      await identity?.close();
      await opened.close();
    },
  };
}
