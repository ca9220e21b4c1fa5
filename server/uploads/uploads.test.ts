/** The doors of uploads, one request at a time: what tus promises, and what it must not do. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { findFreePort } from '../embedded/find-free-port.ts';
import { restoreSourceFile } from '../registry/batch/restore-source-file.ts';
import { sweepUploads } from '../registry/upload/sweep-uploads.ts';
import { COMMUNE } from '../testing/import/open-import.ts';
import { ORIGIN, PLOT, sheetZip } from '../testing/import/sheet-zip.ts';
import { openTokenApp, type TokenApp } from '../testing/sign-in/token-app.ts';
import {
  ask,
  begin,
  beginAt,
  metadataOf,
  type Sender,
  send,
  sendWhole,
  sha256,
  sheetMetadata,
} from '../testing/upload/send-upload.ts';
import { uploadFolder } from './tus-server.ts';

const NO_LIMIT = { tiles: 1_000_000, others: 1_000_000 };
const KIB = 1024;
/** What one sender may have on the way in this test. */
const PER_PERSON = { count: 30, bytes: 8 * 1024 ** 3 };

let t: TokenApp;
let owner: pg.Client;
let base: string;
let officer: Sender;
before(async () => {
  const port = await findFreePort();
  base = `http://127.0.0.1:${port}`;
  t = await openTokenApp({
    publicUrl: base,
    rateLimits: NO_LIMIT,
    uploadRoom: { spareBytes: 0, perPerson: PER_PERSON },
  });
  await t.app.listen({ host: '127.0.0.1', port });
  owner = new pg.Client({ connectionString: t.database.urls.migrator });
  await owner.connect();
  officer = senderOf('ha');
});
after(async () => {
  await owner.end();
  await t.close();
});

const senderOf = (sub: string, role: Parameters<TokenApp['as']>[0] = 'officer', communes = [COMMUNE]): Sender => ({
  base,
  headers: t.as(role, communes, sub),
});
let plots = 0;
const nextSheet = () => sheetZip({ origin: [ORIGIN[0], ORIGIN[1] + PLOT * ++plots] });
const codeOf = async (reply: Response): Promise<[number, string | undefined]> => [
  reply.status,
  ((await reply.json()) as { code?: string }).code,
];
const filesOnTheWay = () => readdir(uploadFolder(t.storageDir));
const idOf = (path: string) => path.split('/').at(-1)!;

test('a file sent in pieces becomes a batch with a job, and lies nowhere but in the store', async () => {
  const bytes = await nextSheet();
  const path = await beginAt(officer, bytes.length, sheetMetadata(bytes));
  const half = Math.floor(bytes.length / 2);
  const first = await send(officer, path, 0, bytes.subarray(0, half));
  assert.deepEqual([first.status, first.headers.get('upload-offset')], [204, String(half)]);
  assert.ok(first.headers.get('upload-expires'));
  const head = await ask(officer, 'HEAD', path);
  assert.deepEqual(
    [head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')],
    [200, String(half), String(bytes.length)],
  );
  const last = await send(officer, path, half, bytes.subarray(half));
  assert.equal(last.status, 204);
  const batchId = last.headers.get('diaba-batch')!;
  const { rows } = await owner.query(
    `select b.status, b.created_by, b.commune_code, w.state, (select count(*)::int from pgboss.job where data ->> 'batchId' = $1) as jobs
     from staging.batch b join staging.batch_work w using (batch_id) where batch_id = $1::uuid`,
    [batchId],
  );
  assert.deepEqual(rows, [{ status: 'received', created_by: 'ha', commune_code: COMMUNE, state: 'queued', jobs: 1 }]);
  assert.deepEqual(
    (await filesOnTheWay()).filter((name) => name.startsWith(idOf(path))),
    [],
  );
  const back = join(t.storageDir, 'back');
  await restoreSourceFile(t.storageDir, Buffer.alloc(32, 7), sha256(bytes), back);
  assert.deepEqual(await readFile(back), bytes);
});

test('whose reply to the last byte was lost is told by HEAD; nothing can be added, given up or had', async () => {
  const bytes = await nextSheet();
  const path = await beginAt(officer, bytes.length, sheetMetadata(bytes));
  const batchId = (await send(officer, path, 0, bytes)).headers.get('diaba-batch');
  const head = await ask(officer, 'HEAD', path);
  assert.deepEqual(
    [head.status, head.headers.get('upload-offset'), head.headers.get('diaba-batch')],
    [200, String(bytes.length), batchId],
  );
  assert.deepEqual(await codeOf(await send(officer, path, bytes.length, Buffer.from('x'))), [409, 'upload.received']);
  assert.deepEqual(await codeOf(await ask(officer, 'DELETE', path)), [409, 'upload.received']);
  assert.equal(await sendWhole(officer, bytes), batchId, 'the same file again is the same batch');
});

test('GET of every address of an upload is refused, whatever its state and whoever asks', async () => {
  const bytes = await nextSheet();
  const open = await beginAt(officer, bytes.length, sheetMetadata(bytes));
  await send(officer, open, 0, bytes.subarray(0, 100));
  const whole = await beginAt(officer, bytes.length, sheetMetadata(bytes, { sheet: '7' }));
  await send(officer, whole, 0, bytes);
  const id = idOf(whole);
  for (const path of [
    open,
    whole,
    '/uploads',
    '/uploads/',
    `${whole}.json`,
    `/uploads/x%2f${id}`,
    `/uploads/..%2fuploads%2f${id}`,
    `/uploads//${id}`,
  ]) {
    for (const method of ['GET', 'PUT', 'SEARCH']) {
      const reply = await ask(officer, method, path);
      assert.ok(reply.status === 404 || reply.status === 405, `${method} ${path}: ${reply.status}`);
      assert.equal((await reply.text()).includes('PK'), false);
    }
  }
  assert.deepEqual(await codeOf(await ask(officer, 'POST', open, { 'x-http-method-override': 'GET' })), [
    405,
    'method.not_allowed',
  ]);
});

test('an upload is its creator’s: to others it does not exist', async () => {
  const bytes = await nextSheet();
  const path = await beginAt(officer, bytes.length, sheetMetadata(bytes));
  const colleague = senderOf('hoa');
  for (const reply of [await ask(colleague, 'DELETE', path), await send(colleague, path, 0, bytes)])
    assert.deepEqual(await codeOf(reply), [404, 'upload.not_found']);
  assert.equal((await ask(colleague, 'HEAD', path)).status, 404);
  assert.equal((await ask({ base, headers: {} }, 'HEAD', path)).status, 401);
  assert.equal((await send(officer, path, 0, bytes)).status, 204, 'and it went on untouched');
});

test('who may not send, or not for this commune, is stopped before the first byte', async () => {
  const bytes = await nextSheet();
  const metadata = sheetMetadata(bytes);
  assert.deepEqual(await codeOf(await begin({ base, headers: {} }, bytes.length, metadata)), [401, 'auth.required']);
  for (const role of ['citizen', 'approver', 'auditor', 'admin'] as const)
    assert.deepEqual(await codeOf(await begin(senderOf('x', role), bytes.length, metadata)), [403, 'auth.forbidden']);
  const stranger = senderOf('x', 'officer', ['99002']);
  assert.deepEqual(await codeOf(await begin(stranger, bytes.length, metadata)), [403, 'auth.forbidden']);
  // Boundaries of many communes are for those who serve all.
  const { commune: _, ...rest } = metadata;
  const boundaries = { ...rest, kind: 'commune-boundary', filename: 'xa.geojson' };
  assert.deepEqual(await codeOf(await begin(officer, bytes.length, boundaries)), [403, 'auth.forbidden']);
  assert.equal((await begin(senderOf('x', 'officer', ['*']), bytes.length, boundaries)).status, 201);
  // What a layer is of, whose it is and who may see it comes with it; whoever brings one serves no particular communes.
  const layer = { filename: 'ngap.geojson', kind: 'layer' };
  const facts = { layer: 'flood', title: 'Vùng ngập', source: 'Sở', licence: 'CC0', date: '2026-01-15' };
  const bare = await begin(officer, bytes.length, layer);
  assert.deepEqual(await codeOf(bare), [400, 'upload.metadata_invalid']);
  assert.deepEqual(await codeOf(await begin(officer, bytes.length, { ...metadata, title: 'x' })), [
    400,
    'upload.metadata_invalid',
  ]);
  assert.deepEqual(await codeOf(await begin(senderOf('x', 'archivist'), bytes.length, { ...layer, ...facts })), [
    403,
    'auth.forbidden',
  ]);
  assert.equal((await begin(officer, bytes.length, { ...layer, ...facts })).status, 201);
});

test('a page of another origin cannot send with somebody’s cookie, not a single piece', async () => {
  const path = await beginAt(officer, 10, sheetMetadata(Buffer.alloc(10)));
  for (const [method, url] of [
    ['POST', '/uploads'],
    ['PATCH', path],
    ['DELETE', path],
  ] as const) {
    for (const from of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, {}]) {
      const reply = await t.app.inject({
        method,
        url,
        headers: {
          cookie: 'sid=somebody',
          'tus-resumable': '1.0.0',
          'upload-offset': '0',
          host: new URL(base).host,
          ...from,
        },
      });
      assert.deepEqual(
        [reply.statusCode, reply.json().code, reply.headers['tus-resumable']],
        [403, 'csrf.refused', '1.0.0'],
      );
    }
  }
});

test('what a client of tus says of itself beside the name is taken and decides nothing', async () => {
  const good = sheetMetadata(Buffer.from('x'), { filename: 'to12.zip' });
  // What Uppy sends without being asked, for a file from a folder and for one that was dropped alone.
  for (const [type, relativePath] of [
    ['application/zip', `Tờ bản đồ/${'x'.repeat(300)}/to12.zip`],
    ['', 'null'],
  ] as const) {
    const path = await beginAt(officer, 1, { ...good, name: 'another.zip', type, filetype: type, relativePath });
    const { rows } = await owner.query('select source_name from staging.upload where upload_id = $1', [idOf(path)]);
    assert.deepEqual(rows, [{ source_name: 'to12.zip' }]);
  }
});

test('metadata is checked key by key', async () => {
  const good = sheetMetadata(Buffer.from('x'));
  const fieldsOf = async (metadata: Record<string, string>) => {
    const reply = await begin(officer, 1, metadata);
    assert.equal(reply.status, 400, JSON.stringify(metadata));
    const { code, errors } = (await reply.json()) as { code: string; errors: { field: string }[] };
    assert.deepEqual([reply.status, code], [400, 'upload.metadata_invalid']);
    return errors.map(({ field }) => field);
  };
  for (const [key, value] of Object.entries({
    commune: '7210',
    sheet: 'mười hai',
    scale: '50',
    at: '2026-02-30',
    kind: 'deeds',
    encoding: 'latin1',
    srid: '27700',
    sha256: 'abc',
    filename: 'a\u202eb.zip',
    profile: 'x'.repeat(201),
    path: '/etc/passwd',
  }))
    assert.deepEqual(await fieldsOf({ ...good, [key]: value }), [key]);
  const { filename: _f, commune: _c, ...rest } = good;
  assert.deepEqual(await fieldsOf(rest), ['filename', 'commune']);
  const unknown = await begin(senderOf('x', 'officer', ['*']), 1, { ...good, commune: '00000' });
  assert.deepEqual(await codeOf(unknown), [400, 'upload.metadata_invalid']);
  const broken = await ask(officer, 'POST', '/uploads', { 'upload-length': '1', 'upload-metadata': 'a b c' });
  assert.deepEqual(await codeOf(broken), [400, 'upload.metadata_invalid']);
  // A name is a label in NFC, without folders.
  const path = await beginAt(officer, 1, { ...good, filename: '../../Tờ 12.zip'.normalize('NFD') });
  const { rows } = await owner.query('select source_name from staging.upload where upload_id = $1', [idOf(path)]);
  assert.deepEqual(rows, [{ source_name: 'Tờ 12.zip' }]);
});

test('a wrong digest is refused with its code, and nothing of the file stays', async () => {
  const bytes = await nextSheet();
  const path = await beginAt(officer, bytes.length, sheetMetadata(bytes, { sha256: sha256(Buffer.from('another')) }));
  assert.deepEqual(await codeOf(await send(officer, path, 0, bytes)), [460, 'upload.digest_mismatch']);
  assert.equal((await ask(officer, 'HEAD', path)).status, 410);
  assert.deepEqual(
    (await filesOnTheWay()).filter((name) => name.startsWith(idOf(path))),
    [],
  );
  const { rows } = await owner.query(
    `select count(*)::int as n from staging.batch where source_sha256 = decode($1, 'hex')`,
    [sha256(bytes)],
  );
  assert.deepEqual(rows, [{ n: 0 }]);
});

test('the length may come later, with the first bytes, or be none at all', async () => {
  const bytes = await nextSheet();
  const path = await beginAt(officer, null, sheetMetadata(bytes));
  assert.equal((await ask(officer, 'HEAD', path)).headers.get('upload-defer-length'), '1');
  assert.equal((await send(officer, path, 0, bytes.subarray(0, 10))).status, 204);
  const last = await send(officer, path, 10, bytes.subarray(10), { 'upload-length': String(bytes.length) });
  assert.ok(last.headers.get('diaba-batch'));
  const other = await nextSheet();
  const atOnce = await begin(officer, other.length, sheetMetadata(other), other);
  assert.deepEqual([atOnce.status, atOnce.headers.get('upload-offset')], [201, String(other.length)]);
  assert.ok(atOnce.headers.get('diaba-batch') && atOnce.headers.get('location'));
  const empty = await begin(officer, 0, sheetMetadata(Buffer.alloc(0)));
  assert.equal(empty.status, 201);
  assert.ok(empty.headers.get('diaba-batch'), 'the pipeline will say what is wrong with nothing');
});

test('sizes: by role, against what was announced, and what one person may have on the way', async () => {
  const metadata = sheetMetadata(Buffer.from('x'));
  assert.deepEqual(await codeOf(await begin(officer, 1024 ** 3 + 1, metadata)), [413, 'upload.too_large']);
  assert.equal((await begin(senderOf('luu', 'archivist'), 1024 ** 3 + 1, metadata)).status, 201);
  const path = await beginAt(officer, 10, metadata);
  assert.deepEqual(await codeOf(await send(officer, path, 0, Buffer.alloc(11))), [413, 'upload.too_large']);
  const late = await beginAt(officer, null, metadata);
  const tooLate = await send(officer, late, 0, Buffer.alloc(1), { 'upload-length': String(2 * 1024 ** 3) });
  assert.deepEqual(await codeOf(tooLate), [413, 'upload.too_large']);
  const greedy = senderOf('tham');
  const replies = await Promise.all(Array.from({ length: 10 }, () => begin(greedy, 1024 ** 3, metadata)));
  assert.deepEqual(replies.map(({ status }) => status).sort(), [...Array(8).fill(201), 429, 429]);
  assert.equal(
    (await ask(greedy, 'DELETE', replies.find(({ status }) => status === 201)!.headers.get('location')!)).status,
    204,
  );
  assert.equal((await begin(greedy, 1024 ** 3, metadata)).status, 201, 'what was given up makes room');
});

test('what was only announced keeps no room from others and is soon forgotten; what came keeps its own', async () => {
  const hoarder = senderOf('gom');
  const metadata = sheetMetadata(Buffer.from('x'));
  const [known, unknown] = [await begin(hoarder, 1024 ** 3, metadata), await begin(hoarder, null, metadata)];
  const idOf = (reply: Response) => reply.headers.get('location')!.split('/').at(-1)!;
  const held = async (reply: Response) =>
    (
      await owner.query<{ reserved: number; hours: number }>(
        `select reserved_bytes::int as reserved, round(extract(epoch from expires_at - created_at) / 3600)::int as hours
         from staging.upload where upload_id = $1`,
        [idOf(reply)],
      )
    ).rows[0];
  for (const reply of [known, unknown]) assert.deepEqual(await held(reply), { reserved: 0, hours: 1 });
  const expires = Date.parse(known.headers.get('upload-expires')!) - Date.now();
  assert.ok(expires > 0 && expires <= 3_600_000, 'and the sender is told so');
  assert.equal((await send(hoarder, known.headers.get('location')!, 0, Buffer.alloc(10))).status, 204);
  assert.deepEqual(await held(known), { reserved: 10, hours: 72 });
});

test('a disk without room takes nothing more, and says so before the first byte', async () => {
  const full = await openTokenApp({ uploadRoom: { spareBytes: 1024 ** 5, perPerson: PER_PERSON } });
  try {
    const reply = await full.app.inject({
      method: 'POST',
      url: '/uploads',
      headers: {
        ...full.as('officer', [COMMUNE], 'ha'),
        'tus-resumable': '1.0.0',
        'upload-length': '1',
        'upload-metadata': metadataOf(sheetMetadata(Buffer.from('x'))),
      },
    });
    assert.deepEqual(
      [reply.statusCode, reply.json().code, reply.headers['retry-after']],
      [507, 'upload.no_room', '600'],
    );
  } finally {
    await full.close();
  }
});

test('two PATCH at the same offset: one is written, the other told where to go on', async () => {
  const bytes = await nextSheet();
  const path = await beginAt(officer, bytes.length, sheetMetadata(bytes));
  const replies = await Promise.all([send(officer, path, 0, bytes), send(officer, path, 0, bytes)]);
  assert.deepEqual(replies.map(({ status }) => status).sort(), [204, 409]);
});

test('what is over is gone: expired, given up; swept from the disk, and nothing else is', async () => {
  const bytes = await nextSheet();
  const [expired, open] = [
    await beginAt(officer, bytes.length, sheetMetadata(bytes)),
    await beginAt(officer, bytes.length, sheetMetadata(bytes)),
  ];
  for (const path of [expired, open]) await send(officer, path, 0, bytes.subarray(0, 50));
  await owner.query(`update staging.upload set expires_at = now() - interval '1 s' where upload_id = $1`, [
    idOf(expired),
  ]);
  assert.equal((await ask(officer, 'HEAD', expired)).status, 410);
  assert.deepEqual(await codeOf(await send(officer, expired, 50, bytes.subarray(50))), [410, 'upload.gone']);
  const given = await beginAt(officer, 10, sheetMetadata(bytes));
  assert.equal((await ask(officer, 'DELETE', given)).status, 204);
  assert.equal((await ask(officer, 'HEAD', given)).status, 410);
  const received = await sendWhole(officer, bytes);
  const swept = new Set<string>();
  await sweepUploads(
    t.pools.app,
    uploadFolder(t.storageDir),
    async (id, remove) => {
      swept.add(id);
      await remove();
    },
    0,
  );
  assert.ok(swept.has(idOf(expired)) && !swept.has(idOf(open)));
  assert.equal(
    (await filesOnTheWay()).some((name) => name.startsWith(idOf(expired))),
    false,
  );
  assert.equal((await send(officer, open, 50, bytes.subarray(50))).headers.get('diaba-batch'), received);
});

test('the protocol: its version, its options, and no word to other origins', async () => {
  const options = await fetch(`${base}/uploads`, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
  assert.equal(options.status, 204);
  assert.equal(options.headers.get('tus-version'), '1.0.0');
  assert.equal(
    options.headers.get('tus-extension'),
    'creation,creation-with-upload,creation-defer-length,termination,expiration',
  );
  assert.deepEqual(
    [...options.headers.keys()].filter((name) => name.startsWith('access-control')),
    [],
  );
  const bytes = Buffer.alloc(KIB);
  const noVersion = await fetch(`${base}/uploads`, {
    method: 'POST',
    headers: { ...officer.headers, 'upload-length': '1' },
  });
  assert.deepEqual(await codeOf(noVersion), [412, 'upload.version_unsupported']);
  const path = await beginAt(officer, bytes.length, sheetMetadata(bytes));
  assert.deepEqual(
    await codeOf(await ask(officer, 'PATCH', path, { 'upload-offset': '0', 'content-type': 'text/plain' }, bytes)),
    [415, 'media.unsupported'],
  );
  const noOffset = await ask(officer, 'PATCH', path, { 'content-type': 'application/offset+octet-stream' }, bytes);
  assert.deepEqual(await codeOf(noOffset), [400, 'upload.request_invalid']);
  assert.deepEqual(await codeOf(await send(officer, path, 5, bytes.subarray(5))), [409, 'upload.offset_conflict']);
  assert.equal((await ask(officer, 'HEAD', '/uploads/00000000-0000-4000-8000-000000000000')).status, 404);
});

test('whoever no longer serves the commune of an upload sends nothing more, and may give it up', async () => {
  const bytes = await nextSheet();
  const path = await beginAt(officer, bytes.length, sheetMetadata(bytes));
  assert.equal((await send(officer, path, 0, bytes.subarray(0, 100))).status, 204);
  for (const elsewhere of [senderOf('ha', 'officer', ['99002']), senderOf('ha', 'officer', [])]) {
    for (const part of [bytes.subarray(100, 200), bytes.subarray(100)])
      assert.deepEqual(await codeOf(await send(elsewhere, path, 100, part)), [403, 'auth.forbidden']);
    assert.equal((await ask(elsewhere, 'HEAD', path)).status, 403);
  }
  const head = await ask(officer, 'HEAD', path);
  assert.deepEqual([head.status, head.headers.get('upload-offset')], [200, '100'], 'nothing was taken');
  // All bytes are there, and the rights go before anybody hears what became of them.
  const whole = await beginAt(officer, bytes.length, sheetMetadata(bytes));
  assert.equal((await ask(senderOf('ha', 'officer', ['99002']), 'DELETE', path)).status, 204);
  assert.equal((await send(officer, whole, 0, bytes)).status, 204);
});
