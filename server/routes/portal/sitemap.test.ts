import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { recordFictionalReference } from '../../db/reference/fictional-units.ts';
import { sitemapIndex } from '../../domain/publication/sitemap-xml.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

let t: TestApp;
let owner: pg.Client;
before(async () => {
  t = await openTestApp({ publicUrl: 'https://land.example/' });
  owner = t.ownerClient;
});
after(async () => {
  await t.close();
});

const ask = (url: string) => t.app.inject(url);
const locations = async (url: string) =>
  [...(await ask(url)).body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc);

test('robots.txt names the sitemap and keeps crawlers off data and searches', async () => {
  const { body, headers } = await ask('/robots.txt');
  assert.match(String(headers['content-type']), /^text\/plain/);
  for (const line of [
    'Sitemap: https://land.example/sitemap.xml',
    'Disallow: /api/',
    'Allow: /api/docs',
    'Disallow: /search',
  ])
    assert.ok(body.split('\n').includes(line), line);
});

test('where bulk is closed no single parcel is listed', async () => {
  assert.deepEqual(await locations('/sitemap.xml'), [
    'https://land.example/sitemaps/pages.xml',
    'https://land.example/sitemaps/communes.xml',
  ]);
  assert.deepEqual(await locations('/sitemaps/pages.xml'), [
    'https://land.example/',
    'https://land.example/communes',
    'https://land.example/about',
    'https://land.example/help',
  ]);
  assert.equal((await ask('/sitemaps/parcels-1.xml')).statusCode, 404);
});

test('communes with land, each with the day of its last registration', async () => {
  const { body, headers } = await ask('/sitemaps/communes.xml');
  assert.match(String(headers['content-type']), /^application\/xml/);
  assert.match(
    body,
    /<loc>https:\/\/land\.example\/communes\/99001<\/loc><lastmod>2026-03-10T05:00:00\.000Z<\/lastmod>/,
  );
  assert.match(body, /\/communes\/99002<\/loc><lastmod>2026-06-20T05/);
  assert.doesNotMatch(body, /99011/);
});

test('where bulk is open every parcel of today is listed once, and each address answers', async () => {
  await recordFictionalReference(t.database.urls.migrator, { units: [], offices: [], signatories: [] });
  assert.ok((await locations('/sitemap.xml')).includes('https://land.example/sitemaps/parcels-1.xml'));
  const listed = await locations('/sitemaps/parcels-1.xml');
  const { rows } = await owner.query<{ id: string }>(
    "select parcel_id as id from cadastre.parcel_version where status = 'current'",
  );
  assert.deepEqual([...listed].sort(), rows.map(({ id }) => `https://land.example/parcels/${id}`).sort());
  for (const url of notEmpty(listed.slice(0, 3))) assert.equal((await ask(new URL(url!).pathname)).statusCode, 200);
  assert.equal((await ask('/sitemaps/parcels-2.xml')).statusCode, 404);
});

test('names that are no file are refused', async () => {
  for (const name of ['parcels-0', 'parcels-01', 'parcels-999999', 'x', '..%2f..%2fetc'])
    assert.ok([400, 404].includes((await ask(`/sitemaps/${name}.xml`)).statusCode), name);
});

test('addresses are escaped', () => {
  assert.match(
    sitemapIndex([{ url: 'https://x/?a=1&b=<2>', changedAt: null }]),
    /<loc>https:\/\/x\/\?a=1&amp;b=&lt;2&gt;<\/loc><\/sitemap>/,
  );
});
