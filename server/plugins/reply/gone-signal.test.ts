import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import Fastify from 'fastify';
import { goneSignal } from './gone-signal.ts';

test('who goes away is known to have gone, whether that was asked before or after', async (t) => {
  const app = Fastify();
  t.after(() => app.close());
  const told = new Promise<boolean[]>((resolve) => {
    app.get('/', async (_request, reply) => {
      const before = goneSignal(reply);
      const closed = once(reply.raw, 'close');
      request.destroy();
      await closed;
      resolve([before.aborted, goneSignal(reply).aborted]);
      return reply.hijack();
    });
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const request = get(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`);
  request.on('error', () => undefined); // that is what was asked for
  assert.deepEqual(await told, [true, true]);
});

test('a reply that is out leaves nobody gone', async (t) => {
  const app = Fastify();
  t.after(() => app.close());
  let signal: AbortSignal | undefined;
  app.get('/', async (_request, reply) => {
    signal = goneSignal(reply);
    return 'there';
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const reply = await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`);
  assert.equal(await reply.text(), 'there');
  assert.equal(signal?.aborted, false);
});
