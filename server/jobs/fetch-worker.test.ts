/** Layers fetched from services: our own /ogc as the service of somebody else, and one that answers as badly as it may. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { openWorker } from '../cli/start/open-worker.ts';
import type { LayerList } from '../domain/contract/layers.ts';
import { FETCH_PAGE } from '../domain/layer/layer-fetch.ts';
import { findFreePort } from '../embedded/find-free-port.ts';
import { openSources } from '../messages/read-source.ts';
import { soon } from '../testing/browser/soon.ts';
import { openChannel } from '../testing/plant/open-channel.ts';
import { box, plantLayer } from '../testing/plant/plant-layer.ts';
import { openTokenApp, type TokenApp } from '../testing/sign-in/token-app.ts';
import { TEST_CONFIG } from '../testing/test-app.ts';
import type { Worker } from './start-worker.ts';

let t: TokenApp;
let worker: Worker;
let odd: Server;
let base: string;
let strange: string;
/** Addresses that the odd service was asked for. */
const asked: URL[] = [];

const point = (no: number) => ({
  type: 'Feature',
  properties: { LOAI: 'Trạm', TEN: `Trạm ${no}` },
  geometry: { type: 'Point', coordinates: [106.2 + (no % 100) / 1e5, 21.275 + Math.floor(no / 100) / 1e5] },
});
const collection = (from: number, to: number) =>
  JSON.stringify({
    type: 'FeatureCollection',
    timeStamp: new Date().toISOString(),
    features: Array.from({ length: to - from }, (_, i) => point(from + i)),
  });

function answer(url: URL, reply: ServerResponse): void {
  asked.push(url);
  const start = Number(url.searchParams.get('startIndex'));
  if (url.pathname === '/wfs') reply.end(collection(start, Math.min(start + FETCH_PAGE, FETCH_PAGE + 3)));
  else if (url.pathname === '/for-ever') reply.end(collection(0, FETCH_PAGE));
  else if (url.pathname === '/page') reply.end('<html>Bảo trì</html>');
  else if (url.pathname === '/nothing') reply.end(collection(0, 0));
  else if (url.pathname === '/away') reply.writeHead(302, { location: `${base}/ogc` }).end();
  else if (url.pathname === '/large') {
    reply.writeHead(200);
    const more = () => {
      while (reply.write(Buffer.alloc(1 << 20, ' ')));
    };
    reply.on('drain', more);
    more();
  } else if (url.pathname === '/elsewhere/items')
    reply.end(JSON.stringify({ features: [point(1)], links: [{ rel: 'next', href: `${base}/api/communes` }] }));
  else reply.writeHead(500).end();
}

before(async () => {
  const port = await findFreePort();
  base = `http://127.0.0.1:${port}`;
  odd = createServer((request, reply) => answer(new URL(request.url ?? '', 'http://odd'), reply));
  await new Promise<void>((done) => odd.listen(0, '127.0.0.1', done));
  strange = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
  const layerSources = [`${base}/ogc`, strange];
  t = await openTokenApp({ publicUrl: base, layerSources, rateLimits: { tiles: 1e6, others: 1e6 } });
  await t.app.listen({ host: '127.0.0.1', port });
  await openChannel(t.ownerClient, 'ogc');
  await plantLayer(t.ownerClient, {
    code: 'roads',
    features: [{ category: 'Hành lang', wkt: box(416_700, 2_353_000, 416_730, 2_353_040) }],
  });
  const silent = { info: () => undefined, warn: () => undefined };
  const { personalDataKey } = TEST_CONFIG;
  const context = { storageDir: t.storageDir, personalDataKey, registrySrid: 9214, layerSources };
  worker = await openWorker(t.pools, context, silent);
});
after(async () => {
  await worker?.stop();
  odd?.closeAllConnections();
  odd?.close();
  await t?.close();
});

const facts = (code: string) => ({
  layer: code,
  title: `Lớp ${code}`,
  source: 'Sở Giao thông',
  licence: 'CC BY 4.0',
  date: '2026-01-15',
});
const ask = async (url: string, code: string, fetchId: string = randomUUID(), headers = t.as('officer')) =>
  await t.app.inject({
    method: 'POST',
    url: '/api/layers/fetches',
    headers,
    payload: { fetchId, url, layer: facts(code) },
  });
const list = async (): Promise<LayerList> =>
  (await t.app.inject({ url: '/api/layers', headers: t.as('officer') })).json();
const editions = async (code: string) =>
  (await list()).items
    .filter((layer) => layer.code === code)
    .flatMap((layer) => layer.editions.map(({ no, status, features, sourceUrl }) => [no, status, features, sourceUrl]));
const outcome = async (fetchId: string) => {
  const found = (await list()).fetches.find((fetch) => fetch.fetchId === fetchId);
  return found && [found.status, found.error];
};

test('a collection of OGC API Features becomes an edition that waits; fetched again, only what differs makes another', async () => {
  const url = `${base}/ogc/collections/layer-roads`;
  const [first, again] = [randomUUID(), randomUUID()];
  assert.equal((await ask(url, 'corridor', first)).statusCode, 202);
  assert.equal((await ask(url, 'corridor', first)).statusCode, 202, 'asked again it is the same');
  await soon.deepEqual(() => editions('corridor'), [[1, 'proposed', 1, url]]);
  assert.equal((await ask(url, 'corridor', again)).statusCode, 202);
  await soon.deepEqual(() => outcome(again), ['unchanged', null]);
  const { rows } = await t.ownerClient.query(
    `select (select count(*)::int from thematic.fetch where layer ->> 'code' = 'corridor') as fetches,
       (select count(*)::int from audit.entry where action = 'layer.fetch_asked' and subject_id = 'corridor') as noted,
       (select proposed_by from thematic.edition where layer_code = 'corridor') as by`,
  );
  assert.deepEqual(rows, [{ fetches: 2, noted: 2, by: 'test-officer' }]);
});

test('a WFS is read page by page', async () => {
  assert.equal((await ask(`${strange}/wfs?typeNames=ns:stations`, 'stations')).statusCode, 202);
  await soon.deepEqual(
    () => editions('stations'),
    [[1, 'proposed', FETCH_PAGE + 3, `${strange}/wfs?typeNames=ns:stations`]],
  );
  const pages = asked.filter(({ pathname }) => pathname === '/wfs');
  assert.deepEqual(
    pages.map(({ searchParams }) => searchParams.get('startIndex')),
    ['0', String(FETCH_PAGE)],
  );
});

test('a service that answers badly is told apart by its fault, and nothing comes of it', async () => {
  const faults = [
    ['/for-ever?typeNames=a', 'not_paged'],
    ['/page?typeNames=a', 'not_geojson'],
    ['/nothing?typeNames=a', 'no_features'],
    ['/away?typeNames=a', 'redirected'],
    ['/large?typeNames=a', 'too_large'],
    ['/broken?typeNames=a', 'refused'],
    ['/elsewhere', 'not_listed'],
  ] as const;
  const judge = async ([path, error]: (typeof faults)[number]) => {
    const fetchId = randomUUID();
    assert.equal((await ask(strange + path, 'odd', fetchId)).statusCode, 202, path);
    await soon.deepEqual(() => outcome(fetchId), ['failed', error], path);
  };
  // As many as one person may have open.
  await Promise.all(faults.slice(0, 4).map(judge));
  await Promise.all(faults.slice(4).map(judge));
  assert.deepEqual(await editions('odd'), []);
});

test('nothing is read that is not listed: not at once, not by a link, not inside by another name', async () => {
  const refused = async (url: string) => {
    const reply = await ask(url, 'closed');
    return [reply.statusCode, reply.json().code];
  };
  const closed = [422, 'layer.source_closed'];
  assert.deepEqual(await refused(`${base}/api/layers`), closed);
  assert.deepEqual(await refused('http://169.254.169.254/latest'), closed);
  assert.deepEqual(await refused('file:///etc/passwd'), closed);
  const read = (url: string, sources: readonly string[]) =>
    openSources(sources)(new URL(url), 1_000, AbortSignal.timeout(20_000));
  await assert.rejects(read(`${base}/ogc`, []), { code: 'not_listed' });
  await assert.rejects(read('http://localhost:1/ogc', ['http://localhost:1']), { code: 'inside' });
});

test('who may not ask is refused, and what is unfit is named', async () => {
  const url = `${base}/ogc/collections/layer-roads`;
  assert.equal((await ask(url, 'x', randomUUID(), t.as('approver'))).statusCode, 403);
  assert.equal((await ask(url, 'x', randomUUID(), t.as('business'))).statusCode, 403);
  const unfit = await t.app.inject({
    method: 'POST',
    url: '/api/layers/fetches',
    headers: t.as('officer'),
    payload: { fetchId: randomUUID(), url, layer: { layer: 'X' } },
  });
  assert.deepEqual([unfit.statusCode, unfit.json().code], [400, 'request.invalid']);
});
