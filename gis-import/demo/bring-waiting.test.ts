/** A start that is broken off among the sheets that wait: the next one ends as if nothing had happened. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openTestImport, type TestImport } from '../../server/testing/import/open-import.ts';
import type { ScanFate } from './archive/bring-archive.ts';
import { findDemo } from './demo-state.ts';
import type { Fate } from './district.ts';
import { loadDemo } from './load-demo.ts';

const DEMO = { parcels: 300, seed: 7 };

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

const load = (onWaiting: (name: string, fate: Fate) => void, scanned?: ScanFate[]) =>
  loadDemo({
    ...DEMO,
    folder: join(t.folder, 'demo'),
    migratorUrl: t.database.urls.migrator,
    context: t.context,
    onProgress() {},
    onSheet() {},
    onWaiting,
    ...(scanned
      ? { archive: { queue: async () => undefined, onScan: (_: string, fate: ScanFate) => scanned.push(fate) } }
      : {}),
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
  const scanned: ScanFate[] = [];
  await load((name, fate) => seen.push([name, fate]), scanned);
  assert.deepEqual(seen, [
    ['99001-to-05.zip', 'review'],
    ['99002-to-05.zip', 'proposed'],
    ['99003-to-13.zip', 'refused'],
  ]);
  assert.deepEqual(await findDemo(t.pools.app), { ...DEMO, whole: true });
  assert.deepEqual(await proposals(), before);

  // So small a district may have no parcel for the others.
  assert.deepEqual(scanned.filter((fate) => fate === 'alone' || fate === 'map_sheet' || fate === 'queued').toSorted(), [
    'alone',
    'map_sheet',
  ]);
  const papers = await t.query(
    `select d.kind, d.status, p.store from document.document d join document.scan s using (scan_id) left join document.shelf_place p using (document_id)
     where s.source_name = 'quet-004.pdf'`,
  );
  assert.deepEqual(papers, [{ kind: 'certificate_qr', status: 'confirmed', store: 'Kho 1' }]);
  const sheets = await t.query('select verdict, jsonb_array_length(points) as points from document.map_sheet');
  assert.deepEqual(sheets, [{ verdict: 'within', points: 9 }]);
});
