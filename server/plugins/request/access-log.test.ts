import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { replyWithProblems } from '../reply/problem-reply.ts';
import { logAccess } from './access-log.ts';

test('a line names the door, never the address, the words searched for, or headers', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log: FastifyBaseLogger = pino(stream);
  const app: FastifyInstance = Fastify({ loggerInstance: log });
  replyWithProblems(app);
  logAccess(app);
  app.get('/parcels/:id', () => 'ok');
  app.get('/broken', () => {
    throw new Error('the cause');
  });
  const headers = { 'x-request-id': 'forged\nline', cookie: 'secret' };
  await app.inject({ url: '/parcels/thua-kin?name=Nguyen', headers });
  await app.inject({ url: '/broken?name=Nguyen', headers });
  const own = lines.map((line) => JSON.parse(line)).filter((line) => line.msg !== 'incoming request');
  const [first] = own.filter((line) => line.msg === 'request');
  assert.deepEqual([first.route, first.method, first.status], ['/parcels/:id', 'GET', 200]);
  const failure = own.find((line) => line.msg === 'request failed');
  assert.equal(failure.err.message, 'the cause');
  assert.doesNotMatch(
    JSON.stringify(own.filter((line) => /^request( failed)?$/.test(line.msg))),
    /Nguyen|thua-kin|forged|secret/,
  );
});
