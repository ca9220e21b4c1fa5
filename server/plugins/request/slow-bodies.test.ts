import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import Fastify from 'fastify';
import { replyWithProblems } from '../reply/problem-reply.ts';
import { isUnlimited, limitSlowBodies } from './slow-bodies.ts';

/** All that a connection brings until it ends. */
async function readAll(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket.setEncoding('utf8')) text += part;
  return text;
}

test('a body that does not come is refused in time, and its connection ended; where bodies may take their time it is waited for', async () => {
  const app = Fastify();
  replyWithProblems(app);
  limitSlowBodies(app, 50);
  app.post('/form', () => 'taken');
  app.post('/file', { config: isUnlimited }, () => 'taken');
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };
  const begin = async (path: string): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: land.example\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{`,
    );
    return socket;
  };
  try {
    const file = await begin('/file');
    const form = await begin('/form');
    const refused = await readAll(form);
    assert.match(refused, /^HTTP\/1\.1 408 /);
    assert.match(refused, /"code":"request\.too_slow"/);
    // Begun before the one that was refused, so it has been slow for longer.
    file.write('}');
    assert.match(await readAll(file), /^HTTP\/1\.1 200 /);
  } finally {
    await app.close();
  }
});
