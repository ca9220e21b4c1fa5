import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { tileAround } from '../testing/tile-around.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const KINDS = ['parcels', 'outlines'] as const;
const ask = (app: TestApp, kind: string, known = '') => {
  const { x, y } = tileAround(app.register.centre, 15);
  return app.app.inject({ url: `/tiles/${kind}/15/${x}/${y}.mvt`, headers: known ? { 'if-none-match': known } : {} });
};
const tag = async (app: TestApp, kind: string) => String((await ask(app, kind)).headers.etag);
/** The tag without its first parts: what both registers count by themselves. */
const revision = (etag: string) => etag.slice(etag.lastIndexOf('-'));

test('a register restored into another database has other tags for the same revisions', async () => {
  const restored = await openTestApp();
  try {
    for (const kind of KINDS) {
      const [lost, again] = [await tag(t, kind), await tag(restored, kind)];
      assert.equal(revision(lost), revision(again), 'or nothing is compared here');
      assert.notEqual(lost, again);
      assert.equal((await ask(restored, kind, lost)).statusCode, 200, 'what was lost is not what is there');
      assert.equal((await ask(restored, kind, again)).statusCode, 304);
    }
  } finally {
    await restored.close();
  }
});

test('a register restored into its own database, table by table, has other tags for the same revisions', async () => {
  const before = await tag(t, 'parcels');
  await t.ownerClient.query(`create temporary table kept as table cadastre.tile_revision;
    truncate cadastre.tile_revision; insert into cadastre.tile_revision table kept; drop table kept`);
  const after = await tag(t, 'parcels');
  assert.equal(revision(before), revision(after));
  assert.notEqual(before, after);
});
