import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Problem } from '../../domain/problem/problem.ts';
import { createProvider, type Provider } from './provider.ts';

/** What the token endpoint says next. */
let answer: { status: number; error: string };
let provider: Provider;
const server = createServer((request, response) => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/test`;
  const isToken = request.url?.endsWith('/token');
  response.writeHead(isToken ? answer.status : 200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(
      isToken
        ? { error: answer.error }
        : { issuer, token_endpoint: `${issuer}/token`, authorization_endpoint: `${issuer}/auth` },
    ),
  );
});
before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider = createProvider({
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/test`,
    clientId: 'diaba',
    clientSecret: 'test',
    redirectUri: 'http://localhost/auth/callback',
    afterSignOut: 'http://localhost/',
  });
});
after(() => {
  server.close();
  server.closeAllConnections();
});

test('a refused refresh ends a session', async () => {
  answer = { status: 400, error: 'invalid_grant' };
  assert.equal(await provider.refresh('token'), null);
});

test('a provider that has too much to do ends none', async () => {
  for (const status of [408, 429, 503]) {
    answer = { status, error: 'temporarily_unavailable' };
    await assert.rejects(
      provider.refresh('token'),
      (error) => error instanceof Problem && error.code === 'identity.unavailable',
      String(status),
    );
  }
});
