import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { compressReplies } from './compress-replies.ts';

const LONG = `<p>${'thửa đất '.repeat(400)}</p>`;

async function ask(acceptEncoding: string | undefined, url = '/page') {
  const app = Fastify();
  await compressReplies(app);
  app.get('/page', (_request, reply) =>
    reply.headers({ 'content-type': 'text/html; charset=utf-8', vary: 'Accept-Language, Cookie' }).send(LONG),
  );
  app.get('/short', (_request, reply) => reply.type('text/html').send('<p>ngắn</p>'));
  app.get('/tile', (_request, reply) =>
    reply.type('application/vnd.mapbox-vector-tile').send(Buffer.alloc(5000, 'tile')),
  );
  const reply = await app.inject({ url, headers: acceptEncoding ? { 'accept-encoding': acceptEncoding } : {} });
  await app.close();
  return reply;
}

test('a page comes as small as the caller can read it, and caches are told what it depends on', async () => {
  const brotli = await ask('gzip, deflate, br');
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(brotli.rawPayload).toString(), LONG);
  assert.equal(Number(brotli.headers['content-length']), brotli.rawPayload.length);
  assert.match(String(brotli.headers.vary), /Accept-Language, Cookie, accept-encoding/i);
  const gzip = await ask('gzip');
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gzip.rawPayload).toString(), LONG);
});

test('who takes no coding, or refuses it, gets the text itself', async () => {
  for (const header of [undefined, 'identity', 'br;q=0, gzip;q=0']) {
    const reply = await ask(header);
    assert.deepEqual([reply.headers['content-encoding'], reply.body], [undefined, LONG], header);
  }
});

test('what fits a packet and what is compressed by itself is left alone', async () => {
  for (const url of ['/short', '/tile'])
    assert.equal((await ask('br, gzip', url)).headers['content-encoding'], undefined, url);
});
