/** A start that is broken off among the sheets that wait: the next one ends as if nothing had happened. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openTestImport, type TestImport } from '../../server/testing/import/open-import.ts';
import { findDemo } from './demo-state.ts';
import type { Fate } from './district.ts';
import { loadDemo } from './load-demo.ts';

const DEMO = { parcels: 300, seed: 7 };

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

const load = (onWaiting: (name: string, fate: Fate) => void) =>
  loadDemo({
    ...DEMO,
    folder: join(t.folder, 'demo'),
    migratorUrl: t.database.urls.migrator,
    context: t.context,
    onProgress() {},
    onSheet() {},
    onWaiting,
  });
const proposals = () =>
  t.query(
    `select b.status, b.version, (select count(*)::int from audit.entry where action = 'batch.proposed') as proposed
     from staging.batch b join dealing.proposal p using (batch_id)`,
  );

test('broken off behind the proposal, it is not proposed again, and the rest comes', async () => {
  await assert.rejects(
    load((_, fate) => {
      if (fate === 'proposed') throw new Error('the light went out');
    }),
    /the light went out/,
  );
  assert.deepEqual(await findDemo(t.pools.app), { ...DEMO, whole: false });
  const before = await proposals();
  assert.deepEqual(
    before.map(({ status, proposed }) => [status, proposed]),
    [['proposed', 1]],
  );

  const seen: [string, Fate][] = [];
  await load((name, fate) => seen.push([name, fate]));
  assert.deepEqual(seen, [
    ['99001-to-05.zip', 'review'],
    ['99002-to-05.zip', 'proposed'],
    ['99003-to-13.zip', 'refused'],
  ]);
  assert.deepEqual(await findDemo(t.pools.app), { ...DEMO, whole: true });
  assert.deepEqual(await proposals(), before);
});
