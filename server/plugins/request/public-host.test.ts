import assert from 'node:assert/strict';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import Fastify from 'fastify';
import { redirectToPublicHost } from './public-host.ts';

async function ask(publicUrl: string, path: string, host: string): Promise<IncomingMessage> {
  const app = Fastify();
  redirectToPublicHost(app, publicUrl);
  app.get('/*', () => 'here');
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const [reply] = (await once(http.get({ port, host: '127.0.0.1', path, headers: { host } }), 'response')) as [
    IncomingMessage,
  ];
  reply.resume();
  await once(reply, 'close');
  await app.close();
  return reply;
}

test('another name on loopback is sent to the public one, path and query kept', async () => {
  const reply = await ask('http://127.0.0.1:8080', '/a?b=c', 'localhost:9999');
  assert.deepEqual([reply.statusCode, reply.headers.location], [307, 'http://127.0.0.1:8080/a?b=c']);
});
test('a foreign name that points at this machine is sent away too, and cannot choose where to', async () => {
  for (const path of ['//evil.example/x', '///evil.example']) {
    const { location } = (await ask('http://127.0.0.1:8080', path, 'evil.example')).headers;
    assert.equal(new URL(String(location)).host, '127.0.0.1:8080', path);
  }
});
test('the public name itself, in any port and case, is served', async () => {
  assert.equal((await ask('http://localhost:8080', '/', 'LOCALHOST:1234')).statusCode, 200);
});
test('probes and counters answer under any name', async () => {
  for (const path of ['/health/live', '/metrics']) {
    assert.equal((await ask('http://127.0.0.1:8080', path, 'localhost')).statusCode, 200, path);
  }
});
test('behind a public name nothing is redirected: the proxy decides', async () => {
  assert.equal((await ask('https://land.example', '/', 'other.example')).statusCode, 200);
});
