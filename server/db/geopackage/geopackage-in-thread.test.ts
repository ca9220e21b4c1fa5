import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { geopackageInThread } from './geopackage-in-thread.ts';
import type { GeoPackageLayer, GeoPackageRow } from './geopackage-layer.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geopackage-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const layer = (name: string): GeoPackageLayer => ({
  path: join(folder, name),
  name: 'parcels',
  title: 'x',
  description: 'x',
  columns: [{ name: 'no', kind: 'text' }],
  srid: null,
  systems: [{ srid: 4326, wkt: 'GEOGCS["WGS 84"]' }],
  changedAt: '2026-06-20T05:00:00.000Z',
  metadata: { title: 'a < b & c' },
});
const page: readonly GeoPackageRow[] = [{ values: ["'; drop table parcels; --"], boundary: null, box: [0, 1, 0, 1] }];
const never = new AbortController().signal;

test('pages are taken no faster than they are written, and all arrive', async () => {
  async function* pages() {
    for (let i = 0; i < 50; i += 1) yield page;
  }
  await geopackageInThread(layer('a.gpkg'), pages(), never);
  const db = new DatabaseSync(join(folder, 'a.gpkg'), { readOnly: true });
  assert.deepEqual(
    { ...db.prepare('select count(*) as n, min(no) as no from parcels').get() },
    { n: 50, no: page[0]?.values[0] },
  );
  assert.match(String(db.prepare('select metadata from gpkg_metadata').get()?.metadata), /a &lt; b &amp; c/);
  db.close();
});

test('an abort stops the source and the thread', async () => {
  const stop = new AbortController();
  let ended = false;
  async function* endless() {
    try {
      for (let i = 0; ; i += 1) {
        if (i === 5) stop.abort();
        yield page;
      }
    } finally {
      ended = true;
    }
  }
  await assert.rejects(geopackageInThread(layer('b.gpkg'), endless(), stop.signal), { name: 'AbortError' });
  assert.ok(ended);
});

test('what the thread cannot do reaches the caller', async () => {
  async function* pages() {
    yield page;
  }
  await assert.rejects(
    geopackageInThread(layer('no/such/folder.gpkg'), pages(), never),
    /unable to open database file/,
  );
});
