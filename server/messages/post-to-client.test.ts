import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { notEmpty } from '../testing/not-empty.ts';
import { isInside, openPost } from './post-to-client.ts';

let server: Server;
let origin: string;
const asked: string[] = [];
before(async () => {
  server = createServer((request, reply) => {
    asked.push(request.url ?? '');
    const status = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 200);
    reply.writeHead(status, status === 302 ? { location: '/200' } : {});
    // More than anybody reads: the caller hangs up, and that is no failure.
    reply.end(status === 201 ? Buffer.alloc(1_000_000) : 'x');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

test('addresses of this machine, of its neighbours, and those that carry one within are inside', () => {
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    '::ffff:8.8.8.8',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::1',
    '2001:db8::1',
    'localhost',
  ];
  for (const address of notEmpty(inside)) assert.equal(isInside(address), true, address);
  for (const address of notEmpty(['8.8.8.8', '172.32.0.1', '203.113.1.1', '2606:4700::1111']))
    assert.equal(isInside(address), false, address);
});

test('from outside nothing inside is called: not by number, by name, by a name of this machine, or without TLS', async () => {
  const post = openPost(false);
  const { port } = new URL(origin);
  for (const url of notEmpty([
    origin,
    `https://127.0.0.1:${port}/`,
    `https://[::1]:${port}/`,
    `https://localhost:${port}/`,
    `https://2130706433:${port}/`,
    `https://0x7f.1:${port}/`,
    'https://169.254.169.254/latest/meta-data',
  ]))
    assert.deepEqual(await post(url, '{}', {}), { kind: 'never', error: 'hook_address_closed' }, url);
  assert.deepEqual(asked, []);
});

test('what an answer means: taken, try again, gone; a redirect is not followed', async () => {
  const post = openPost(true);
  const ends: [path: string, outcome: object][] = [
    ['/200', { kind: 'sent' }],
    ['/201', { kind: 'sent' }],
    ['/302', { kind: 'later', error: 'hook_302' }],
    ['/404', { kind: 'later', error: 'hook_404' }],
    ['/410', { kind: 'never', error: 'hook_410' }],
    ['/500', { kind: 'later', error: 'hook_500' }],
  ];
  for (const [path, outcome] of notEmpty(ends)) assert.deepEqual(await post(origin + path, '{}', {}), outcome, path);
  assert.deepEqual(
    asked,
    ends.map(([path]) => path),
  );
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await once(closed, 'close');
  assert.deepEqual(await post(`http://127.0.0.1:${port}/`, '{}', {}), { kind: 'later', error: 'hook_econnrefused' });
});
