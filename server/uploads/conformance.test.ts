/**
 * The protocol, sentence by sentence: tus resumable upload 1.0.0 (2016-03-25), what it asks of a server in its core and in
 * the extensions that are offered here. The names of the tests are the sentences, shortened.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { metadataOf, type Sender, sheetMetadata } from '../testing/upload/send-upload.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';

let t: UploadStage;
let sender: Sender;
before(async () => {
  t = await openUploadStage();
  sender = t.sender();
});
after(() => t.close());

type Headers = Readonly<Record<string, string>>;
const TUS = { 'tus-resumable': '1.0.0' };
const BYTES = { 'content-type': 'application/offset+octet-stream' };
const { sha256: _, ...SHEET } = sheetMetadata(Buffer.alloc(0));
/** With a value that is empty, which can be written in two ways. */
const METADATA = `at ,${metadataOf(SHEET)}`;

/** One request, with exactly these headers besides who one is. */
const ask = (method: string, path: string, headers: Headers = TUS, body?: string) =>
  fetch(`${t.base}${path}`, { method, headers: { ...sender.headers, ...headers }, ...(body ? { body } : {}) });
const create = (headers: Headers = { 'upload-length': '10' }, body?: string) =>
  ask('POST', '/uploads', { ...TUS, 'upload-metadata': METADATA, ...headers }, body);
async function fresh(headers?: Headers): Promise<string> {
  const reply = await create(headers);
  assert.equal(reply.status, 201);
  return reply.headers.get('location')!;
}
const patch = (path: string, offset: number | string, body: string, more: Headers = {}) =>
  ask('PATCH', path, { ...TUS, ...BYTES, 'upload-offset': String(offset), ...more }, body);
const offsetOf = async (path: string) => (await ask('HEAD', path)).headers.get('upload-offset');
const codeOf = async (reply: Response) => [reply.status, ((await reply.json()) as { code: string }).code];
const NOBODY = '/uploads/00000000-0000-4000-8000-000000000000';
const WRONG_NUMBERS = ['-1', '1.5', '1e1', '0x0a', 'ten', '10 10', '+10', '010', '99999999999999999999'];

describe('core: headers', () => {
  for (const [header, method] of [
    ['upload-offset', 'PATCH'],
    ['upload-length', 'POST'],
  ] as const)
    test(`${header} MUST be a non-negative integer`, async () => {
      const path = await fresh();
      for (const value of WRONG_NUMBERS) {
        const reply = method === 'POST' ? await create({ [header]: value }) : await patch(path, value, 'x');
        assert.deepEqual(await codeOf(reply), [400, 'upload.request_invalid'], value);
      }
      assert.equal(await offsetOf(path), '0');
    });

  test('the reply to OPTIONS MUST name Tus-Version, and SHOULD name Tus-Extension and a known Tus-Max-Size', async () => {
    for (const path of ['/uploads', await fresh()]) {
      // "The Tus-Resumable header MUST be included in every request … except for OPTIONS".
      const reply = await fetch(`${t.base}${path}`, { method: 'OPTIONS' });
      const [version, extensions, largest] = ['tus-version', 'tus-extension', 'tus-max-size'].map((name) =>
        reply.headers.get(name),
      );
      assert.deepEqual([reply.status, version, largest], [204, '1.0.0', String(4 * 1024 ** 3)]);
      assert.equal(extensions, 'creation,creation-with-upload,creation-defer-length,termination,expiration');
    }
  });

  test('Tus-Resumable MUST be in every response, whatever it says', async () => {
    const path = await fresh();
    const replies = [
      await create({ 'upload-length': 'x' }),
      await create({ 'upload-length': '10', 'content-type': 'text/plain' }, 'x'),
      await ask('HEAD', path),
      await ask('HEAD', NOBODY),
      await ask('PATCH', path, { ...TUS, 'upload-offset': '0', 'content-type': 'text/plain' }, 'x'),
      await fetch(`${t.base}${path}`, { method: 'HEAD', headers: TUS }),
      await ask('DELETE', path),
    ];
    assert.deepEqual(
      replies.map(({ status }) => status),
      [400, 415, 200, 404, 415, 401, 204],
    );
    for (const reply of replies) assert.equal(reply.headers.get('tus-resumable'), '1.0.0', reply.url);
  });

  test('a version that is not supported MUST be answered 412 with Tus-Version, and MUST NOT be processed', async () => {
    const path = await fresh({ 'upload-defer-length': '1' });
    const before = await t.owner.query('select count(*)::int as n from staging.upload');
    for (const version of [{}, { 'tus-resumable': '0.2.2' }, { 'tus-resumable': '1.0.0, 0.2.2' }] as Headers[]) {
      const replies = [
        await ask('POST', '/uploads', { ...version, 'upload-length': '10', 'upload-metadata': METADATA }),
        await ask('HEAD', path, version),
        await ask('PATCH', path, { ...BYTES, ...version, 'upload-offset': '0', 'upload-length': '5' }, 'x'),
        await ask('DELETE', path, version),
      ];
      for (const reply of replies)
        assert.deepEqual([reply.status, reply.headers.get('tus-version')], [412, '1.0.0'], reply.url);
    }
    const head = await ask('HEAD', path);
    assert.deepEqual(
      [head.status, head.headers.get('upload-offset'), head.headers.get('upload-defer-length')],
      [200, '0', '1'],
    );
    const after = await t.owner.query('select count(*)::int as n from staging.upload');
    assert.deepEqual(after.rows, before.rows);
    const { rows } = await t.owner.query('select byte_length from staging.upload where upload_id = $1', [
      path.split('/').at(-1),
    ]);
    assert.deepEqual(rows, [{ byte_length: null }]);
  });

  test('X-HTTP-Method-Override MUST be taken as the method, and the actual one ignored', async () => {
    const path = await fresh();
    const as = (method: string) => ({ ...TUS, 'x-http-method-override': method });
    const sent = await ask('POST', path, { ...as('PATCH'), ...BYTES, 'upload-offset': '0' }, '01234');
    assert.deepEqual([sent.status, sent.headers.get('upload-offset')], [204, '5']);
    const head = await ask('POST', path, as('HEAD'));
    assert.deepEqual([head.status, head.headers.get('upload-offset')], [200, '5']);
    assert.equal((await ask('POST', '/uploads', as('OPTIONS'))).headers.get('tus-version'), '1.0.0');
    // No other door listens to it, and there is nothing to get at these.
    assert.deepEqual(await codeOf(await ask('POST', path, as('GET'))), [405, 'method.not_allowed']);
    assert.equal((await ask('GET', '/api/me', as('DELETE'))).status, 200);
    // What a cookie may not do it may not do under another name either.
    const foreign = await fetch(`${t.base}${path}`, {
      method: 'POST',
      headers: { ...as('DELETE'), cookie: 'sid=somebody', origin: 'https://evil.example' },
    });
    assert.deepEqual(await codeOf(foreign), [403, 'csrf.refused']);
    assert.equal((await ask('POST', path, as('DELETE'))).status, 204);
    assert.equal((await ask('HEAD', path)).status, 410);
  });
});

describe('core: HEAD', () => {
  test('MUST always tell Upload-Offset, 0 and the end included, and a known Upload-Length', async () => {
    const path = await fresh();
    for (const [sent, offset] of ['', '01234', '56789'].map((body, i) => [body, i * 5] as const)) {
      if (sent) assert.equal((await patch(path, offset - 5, sent)).status, 204);
      const head = await ask('HEAD', path);
      assert.deepEqual(
        [head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')],
        [200, String(offset), '10'],
      );
    }
  });

  test('MUST NOT be cached', async () => {
    for (const path of [await fresh(), NOBODY])
      assert.equal((await ask('HEAD', path)).headers.get('cache-control'), 'no-store');
  });

  test('of what is not there: 404, 410 or 403 SHOULD be the status, without an offset', async () => {
    const ended = await fresh();
    await ask('DELETE', ended);
    for (const [path, status] of [
      [NOBODY, 404],
      [ended, 410],
    ] as const) {
      const head = await ask('HEAD', path);
      assert.deepEqual([head.status, head.headers.get('upload-offset')], [status, null]);
    }
  });
});

describe('core: PATCH', () => {
  test('another Content-Type SHOULD be 415', async () => {
    const path = await fresh();
    for (const type of ['text/plain', 'application/octet-stream', 'application/json']) {
      const reply = await patch(path, 0, '{}', { 'content-type': type });
      assert.deepEqual(await codeOf(reply), [415, 'media.unsupported'], type);
    }
  });

  test('MUST carry Upload-Offset', async () => {
    const reply = await ask('PATCH', await fresh(), { ...TUS, ...BYTES }, 'x');
    assert.deepEqual(await codeOf(reply), [400, 'upload.request_invalid']);
  });

  test('another offset MUST be 409, and nothing changed', async () => {
    const path = await fresh();
    await patch(path, 0, '01234');
    for (const offset of [0, 4, 6, 10, 9007199254740991])
      assert.deepEqual(await codeOf(await patch(path, offset, 'xxxxx')), [409, 'upload.offset_conflict']);
    assert.equal(await offsetOf(path), '5');
    assert.ok((await patch(path, 5, '56789')).headers.get('diaba-batch'));
  });

  test('success MUST be 204 with the new Upload-Offset', async () => {
    const path = await fresh();
    for (const [offset, body] of [
      [0, '012'],
      [3, ''],
      [3, '3456789'],
    ] as const) {
      const reply = await patch(path, offset, body);
      assert.deepEqual(
        [reply.status, reply.headers.get('upload-offset')],
        [204, String(offset + body.length)],
        `from ${offset}`,
      );
    }
  });

  test('to what is not there SHOULD be 404', async () => {
    assert.deepEqual(await codeOf(await patch(NOBODY, 0, 'x')), [404, 'upload.not_found']);
    assert.equal((await patch('/uploads/x', 0, 'x')).status, 400, 'no id at all');
  });

  test('more bytes than announced are refused, with a length and without one; the offset never passes the end', async () => {
    const path = await fresh();
    assert.deepEqual(await codeOf(await patch(path, 0, '0123456789x')), [413, 'upload.too_large']);
    assert.equal(await offsetOf(path), '0');
    const sending = open(path);
    sending.write('0123');
    sending.end('456789xyz');
    const [reply] = await once(sending, 'response');
    assert.equal(reply.resume().statusCode, 413);
    assert.ok(Number(await offsetOf(path)) <= 10);
  });

  test('of a body that breaks off, as much as came SHOULD be kept', async () => {
    const path = await fresh();
    const sending = open(path);
    const broken = once(sending, 'error');
    sending.write('0123');
    while ((await offsetNow(path)) !== 4);
    sending.destroy(new Error('the line is cut'));
    await broken;
    assert.equal(await offsetOf(path), '4');
    assert.equal((await patch(path, 4, '456789')).status, 204);
  });

  /** A body of unknown length. */
  function open(path: string) {
    const headers = { ...sender.headers, ...TUS, ...BYTES, 'upload-offset': '0', 'transfer-encoding': 'chunked' };
    return request(`${t.base}${path}`, { method: 'PATCH', headers });
  }
  /** Without asking the server: it would end the request that is under way. */
  const offsetNow = async (path: string) => (await stat(`${t.storageDir}${path}`)).size;
});

describe('creation', () => {
  test('MUST be acknowledged 201 with Location, where the upload is, at offset 0', async () => {
    const reply = await create();
    const location = reply.headers.get('location')!;
    assert.equal(reply.status, 201);
    assert.match(location, /^\/uploads\/[0-9a-f-]{36}$/);
    assert.equal(await offsetOf(location), '0');
  });

  test('a length beyond Tus-Max-Size MUST be 413', async () => {
    assert.deepEqual(await codeOf(await create({ 'upload-length': String(2 ** 40) })), [413, 'upload.too_large']);
  });

  test('neither Upload-Length nor Upload-Defer-Length, or both: 400', async () => {
    for (const headers of [{}, { 'upload-length': '10', 'upload-defer-length': '1' }] as Headers[])
      assert.deepEqual(await codeOf(await create(headers)), [400, 'upload.request_invalid']);
    const twice = request(`${t.base}/uploads`, {
      method: 'POST',
      headers: { ...sender.headers, ...TUS, 'upload-metadata': METADATA, 'upload-length': ['10', '10'] },
    });
    twice.end();
    const [reply] = await once(twice, 'response');
    assert.equal(reply.resume().statusCode, 400);
  });

  test('Upload-Metadata MUST be pairs of a unique key and base64, divided by commas', async () => {
    const filename = `filename ${btoa('a.zip')}`;
    for (const metadata of [
      '',
      ' ',
      ',',
      `${filename},`,
      `${filename},${filename}`,
      'filename ä',
      `${filename} x`,
      `,${filename}`,
    ])
      assert.deepEqual(
        await codeOf(await create({ 'upload-length': '10', 'upload-metadata': metadata })),
        [400, 'upload.metadata_invalid'],
        metadata,
      );
  });

  test('HEAD MUST say Upload-Metadata as it was given, on the way and afterwards', async () => {
    const path = await fresh();
    assert.equal((await ask('HEAD', path)).headers.get('upload-metadata'), METADATA);
    await patch(path, 0, '0123456789');
    assert.equal((await ask('HEAD', path)).headers.get('upload-metadata'), METADATA);
  });

  test('with upload: MUST tell Upload-Offset; without the Content-Type of bytes there is no such thing', async () => {
    const part = await create({ 'upload-length': '10', ...BYTES }, '0123');
    assert.deepEqual([part.status, part.headers.get('upload-offset')], [201, '4']);
    assert.equal((await patch(part.headers.get('location')!, 4, '456789')).status, 204);
    const empty = await create({ 'upload-length': '10', ...BYTES });
    assert.equal(empty.status, 201);
    const tooMuch = await create({ 'upload-length': '10', ...BYTES }, '0123456789x');
    assert.deepEqual(await codeOf(tooMuch), [413, 'upload.too_large']);
  });

  test('an upload that was refused with its first bytes keeps no room: nobody knows where it is', async () => {
    const count = async () => (await t.owner.query('select count(*)::int as n from staging.open_uploads()')).rows[0].n;
    const before = await count();
    await create({ 'upload-length': '10', ...BYTES }, '0123456789x');
    assert.equal(await count(), before);
  });
});

describe('creation with the length deferred', () => {
  const deferred = () => fresh({ 'upload-defer-length': '1' });

  test('Upload-Defer-Length MUST be 1', async () => {
    for (const value of ['0', '2', 'true', ''])
      assert.deepEqual(
        await codeOf(await create({ 'upload-defer-length': value })),
        [400, 'upload.request_invalid'],
        value,
      );
  });

  test('HEAD MUST say so while it is not known, and not afterwards', async () => {
    const path = await deferred();
    await patch(path, 0, '0123');
    const head = await ask('HEAD', path);
    assert.deepEqual([head.headers.get('upload-defer-length'), head.headers.get('upload-length')], ['1', null]);
    assert.equal((await patch(path, 4, '45', { 'upload-length': '10' })).status, 204);
    const known = await ask('HEAD', path);
    assert.deepEqual([known.headers.get('upload-defer-length'), known.headers.get('upload-length')], [null, '10']);
    assert.ok((await patch(path, 6, '6789')).headers.get('diaba-batch'));
  });

  test('once set, the length MUST NOT be changed; it cannot be less than what is there, nor too much', async () => {
    const path = await deferred();
    await patch(path, 0, '0123');
    for (const [length, status] of [
      ['3', 400],
      ['x', 400],
      [String(2 ** 40), 413],
    ] as const)
      assert.equal((await patch(path, 4, '4', { 'upload-length': length })).status, status, length);
    // Refused for another reason: the length is not taken either.
    assert.equal((await patch(path, 1, '4', { 'upload-length': '5' })).status, 409);
    assert.equal((await ask('HEAD', path)).headers.get('upload-defer-length'), '1');
    assert.equal((await patch(path, 4, '4', { 'upload-length': '10' })).status, 204);
    for (const length of ['9', '10', '11'])
      assert.equal((await patch(path, 5, '5', { 'upload-length': length })).status, 400, length);
    assert.equal((await patch(await fresh(), 0, '0', { 'upload-length': '11' })).status, 400);
    const { rows } = await t.owner.query(
      'select byte_length::int, reserved_bytes::int from staging.upload where upload_id = $1',
      [path.split('/').at(-1)],
    );
    assert.deepEqual(rows, [{ byte_length: 10, reserved_bytes: 5 }]);
  });
});

describe('expiration and termination', () => {
  test('Upload-Expires MUST be an HTTP date, in the reply to the creation and to every PATCH until it is whole', async () => {
    const reply = await create();
    const path = reply.headers.get('location')!;
    const part = await patch(path, 0, '0123');
    for (const { headers } of [reply, part]) {
      const expires = headers.get('upload-expires')!;
      assert.equal(new Date(expires).toUTCString(), expires);
      assert.ok(Date.parse(expires) > Date.now());
    }
    assert.equal((await patch(path, 4, '456789')).headers.get('upload-expires'), null);
  });

  test('what has expired MUST be 404 or 410, and SHOULD be 410 where it is remembered', async () => {
    const path = await fresh();
    await t.owner.query(`update staging.upload set expires_at = now() - interval '1 s' where upload_id = $1`, [
      path.split('/').at(-1),
    ]);
    assert.equal((await ask('HEAD', path)).status, 410);
    assert.deepEqual(await codeOf(await patch(path, 0, 'x')), [410, 'upload.gone']);
  });

  test('DELETE MUST free the upload and answer 204; afterwards 404 or 410', async () => {
    const path = await fresh();
    await patch(path, 0, '0123');
    const reply = await ask('DELETE', path);
    assert.deepEqual([reply.status, await reply.text()], [204, '']);
    for (const method of ['HEAD', 'DELETE']) assert.equal((await ask(method, path)).status, 410);
    assert.equal((await patch(path, 4, '4')).status, 410);
    assert.equal((await ask('DELETE', NOBODY)).status, 404);
  });
});
