import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { notEmpty } from '../../testing/not-empty.ts';
import { openTestApp, type PolicyField, type TestApp } from '../../testing/test-app.ts';
import { drawOverview } from './draw-overview.ts';

let t: TestApp;
let owner: pg.Client;
before(async () => {
  t = await openTestApp();
  owner = t.ownerClient;
});
after(async () => {
  await t.close();
});
const setAllowed = (field: PolicyField, allowed: boolean) => t.publish('tiles', field, allowed);

test('every sheet is drawn once inside the picture, in the colour of its main land use', async () => {
  const overview = await drawOverview(t.pools);
  assert.ok(overview);
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from cadastre.sheet_outline');
  assert.equal(overview.sheets.length, rows[0]?.n);
  assert.ok(Math.abs(Math.max(overview.width, overview.height) - 1000) < 1e-6);
  for (const { path, fill } of overview.sheets) {
    assert.match(path, /^M[MLZmlz0-9 .,-]+$/);
    assert.ok(fill === null || /^#[0-9A-F]{6}$/i.test(fill), String(fill));
  }
  assert.ok(overview.sheets.some(({ fill }) => fill !== null));
  assert.equal(await drawOverview(t.pools), overview, 'kept while nothing changes');
});

test('what the policy withholds of the map is not in its picture either', async () => {
  await setAllowed('landUse', false);
  const plain = await drawOverview(t.pools);
  assert.ok(notEmpty(plain?.sheets).every(({ fill }) => fill === null));
  await setAllowed('*', false);
  assert.equal(await drawOverview(t.pools), undefined);
  const page = await t.app.inject({ url: '/', headers: { accept: 'text/html' } });
  assert.doesNotMatch(page.body, /class="poster"/);
  await setAllowed('*', true);
  await setAllowed('landUse', true);
  assert.ok((await drawOverview(t.pools))?.sheets.some(({ fill }) => fill !== null));
});

test('the first page holds the picture, readable and bounded', async () => {
  const page = await t.app.inject({ url: '/', headers: { accept: 'text/html' } });
  assert.match(page.body, /<svg role="img" aria-label="[^"]+" viewBox="0 0 \d+ \d+"/);
  assert.ok(page.body.length < 60_000);
});

test('an empty register has no picture', async () => {
  await owner.query('delete from cadastre.sheet_outline');
  assert.equal(await drawOverview(t.pools), undefined);
});
