/** The campaign: a row a sheet, the batch that counts for it, in any order and page by page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CampaignRow } from '../../domain/contract/batch/campaign.ts';
import { COMMUNE } from '../../testing/import/open-import.ts';
import { ORIGIN, PLOT } from '../../testing/import/sheet-zip.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { HA, openReviewApp, type Person, type ReviewApp, STRANGER } from '../../testing/review-app.ts';

/** Two former communes, one now, as the fixture has them (register-fixture.ts). */
const [MERGED, FORMER] = ['99001', ['99011', '99012']] as const;
const OF_MERGED: Person = { role: 'officer', communes: [MERGED], sub: 'ly' };

let t: ReviewApp;
before(async () => {
  t = await openReviewApp();
});
after(() => t.close());

async function list(query = '', person: Person = HA) {
  const reply = await t.get(`/api/campaign?${query}`, person);
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json() as { items: CampaignRow[]; nextCursor: string | null; total: number; start: number | null };
}

test('a sheet is one row, by its latest batch that lives; the order is that of the numbers', async () => {
  const at = (plot: number) => ({ origin: [ORIGIN[0], ORIGIN[1] + PLOT * plot] as const });
  const rows = (sheetNo: string) => ({ rows: [{ sheetNo }, { sheetNo }] });
  const old = (await t.bringIn({ ...at(20), ...rows('9') })).batchId;
  const again = (await t.bringIn({ ...at(21), ...rows('9') })).batchId;
  const ended = (await t.bringIn({ ...at(22), ...rows('9') })).batchId;
  await t.post(`/api/batches/${ended}/reject`, { reason: 'Thử' }, HA);
  const ten = (await t.bringIn({ ...at(23), rows: [{ sheetNo: '10' }, { sheetNo: '11', parcelNo: '1' }] })).batchId;
  const { items, total } = await list();
  assert.deepEqual(
    items.map(({ sheet, others, batch }) => [sheet, others, batch.id]),
    [
      ['9', 2, again],
      ['10', 0, ten],
      ['11', 0, ten],
    ],
  );
  assert.equal(total, 3);
  assert.notEqual(old, again);
  assert.deepEqual(
    (await list('sort=-sheet')).items.map(({ sheet }) => sheet),
    ['11', '10', '9'],
  );
  assert.equal((await list('sort=-others')).items[0]?.sheet, '9');
  assert.deepEqual((await list('state=rejected')).items, [], 'a filter makes no other batch count');
  assert.deepEqual(
    (await list('sheet=10')).items.map(({ sheet }) => sheet),
    ['10'],
  );
  const counts = await t.get('/api/campaign/communes', HA);
  assert.deepEqual(
    counts
      .json()
      .items.map(
        ({ commune, sheets, registered }: { commune: { code: string }; sheets: number; registered: number }) => [
          commune.code,
          sheets,
          registered,
        ],
      ),
    [[COMMUNE, 3, 0]],
  );
});

test('pages of one, by cursor and by row number, give the whole; other communes see nothing', async () => {
  const all = (await list('sort=-created')).items.map(({ key }) => key);
  const walked: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await list(`sort=-created&limit=1${cursor && `&cursor=${cursor}`}`);
    walked.push(...page.items.map(({ key }) => key));
    cursor = page.nextCursor;
  }
  assert.deepEqual(walked, all);
  for (const [i, key] of notEmpty(all).entries()) {
    assert.deepEqual(
      (await list(`sort=-created&limit=1&start=${i}`)).items.map((row) => row.key),
      [key],
    );
    assert.equal((await list(`sort=-created&limit=1&around=${encodeURIComponent(key)}`)).start, i);
  }
  assert.deepEqual(
    [(await list('', STRANGER)).total, (await t.get('/api/campaign/communes', STRANGER)).json().items],
    [0, []],
  );
  assert.equal((await t.get('/api/campaign?cursor=bm9wZQ', HA)).json().code, 'cursor.invalid');
  assert.equal((await t.get('/api/campaign?commune=99002', HA)).statusCode, 403);
});

test('sheets of one number from several former units are as many rows, each with its unit; a refused file is no sheet', async () => {
  const at = (plot: number) => ({ origin: [ORIGIN[0] - 2 * PLOT, ORIGIN[1] + PLOT * plot] as const });
  const brought: string[] = [];
  for (const [i, commune] of FORMER.entries()) {
    const sheet = { ...at(i), rows: [{ sheetNo: '31' }] };
    const report = await t.bringIn(sheet, { options: { commune, at: '2020-01-01' } });
    assert.notEqual(report.status, 'refused', JSON.stringify(report));
    brought.push(report.batchId);
  }
  const refused = await t.bringIn({ ...at(2), rows: [] }, { options: { commune: MERGED } });
  assert.equal(refused.status, 'refused');
  const { items } = await list('sheet=31', OF_MERGED);
  assert.deepEqual(
    items.map(({ sheet, others, batch }) => [sheet, others, batch.formerUnit?.code, batch.id]),
    FORMER.map((code, i) => ['31', 0, code, brought[i]]),
  );
  const found = async (q: string) => {
    const reply = await t.get(`/api/batches?q=${encodeURIComponent(q)}`, OF_MERGED);
    return reply.json().items.map(({ id }: { id: string }) => id);
  };
  assert.deepEqual(await found(items[0]!.batch.formerUnit!.name), [brought[0]], 'found by the name of the former unit');
  const counts = await t.get('/api/campaign/communes', OF_MERGED);
  assert.deepEqual(
    counts.json().items.map(({ sheets, files, registered }: Record<string, number>) => [sheets, files, registered]),
    [[2, 1, 0]],
  );
  assert.equal((await list('state=refused', OF_MERGED)).items[0]?.sheet, null, 'it is in the list all the same');
});
