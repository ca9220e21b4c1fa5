/** The story of a batch from import to register and back, by the doors. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { BINH, HA, openReviewApp, type ReviewApp } from '../../testing/review-app.ts';

let t: ReviewApp;
before(async () => {
  t = await openReviewApp();
});
after(() => t.close());

const current = (batchId: string) =>
  t.query(
    `select v.parcel_no, v.status, v.legal_area_m2::float8 as area, v.land_use, v.address from cadastre.parcel p join cadastre.parcel_version v using (parcel_id)
     where p.source_batch_id = $1 order by p.source_record_no`,
    [batchId],
  );

test('corrected, proposed, promoted by a second person, taken back by two', async () => {
  const { batchId } = await t.bringIn({
    rows: [{}, { parcelNo: '1' }, { address: 'Thôn Thanh Ấm' }, { parcelNo: '', landUse: 'ZZZ' }],
  });
  const first = await t.batch(batchId, HA);
  assert.deepEqual(first.counts, { read: 4, valid: 1, warned: 0, blocked: 2, refused: 1, ignored: 0 });
  assert.equal(first.blocked, true);
  assert.deepEqual(
    first.allowed,
    ['correct', 'exclude', 'override', 'include', 'reject'].sort((a, b) => order(a) - order(b)),
  );

  const edit = { field: 'parcelNo', value: '77', reason: 'Theo sổ mục kê' };
  const edited = await t.post(`/api/batches/${batchId}/corrections`, { recordNo: 2, edit }, HA);
  assert.equal(edited.statusCode, 200, edited.body);
  assert.deepEqual(edited.json().batch.counts, { read: 4, valid: 3, warned: 0, blocked: 0, refused: 1, ignored: 0 });
  assert.equal(edited.json().batch.version, first.version + 1);
  const fourth = { field: 'parcelNo', value: '78', reason: 'Theo sổ mục kê' };
  assert.equal(
    (await t.post(`/api/batches/${batchId}/corrections`, { recordNo: 4, edit: fourth }, HA)).statusCode,
    200,
  );
  const purposes = {
    field: 'purposes',
    value: [
      { code: 'ONT', areaM2: 300 },
      { code: 'CLN', areaM2: 100 },
    ],
    reason: 'Theo giấy',
  };
  const done = await t.post(`/api/batches/${batchId}/corrections`, { recordNo: 4, edit: purposes }, HA);
  assert.deepEqual(done.json().batch.counts, { read: 4, valid: 4, warned: 0, blocked: 0, refused: 0, ignored: 0 });
  const all = { code: 'text.case_repaired', decision: 'reject' };
  const rejected = await t.post(`/api/batches/${batchId}/corrections`, all, HA);
  assert.equal(rejected.json().changed, 1);

  const dealingId = await t.propose(batchId);
  const proposal = (await t.get(`/api/batches/${batchId}/proposal`, BINH)).json();
  assert.deepEqual(proposal.sample, [1, 2, 3, 4]);
  assert.equal(proposal.proposedBy.id, 'ha');
  assert.equal(proposal.after.parcels - proposal.before.parcels, 4);
  assert.equal(proposal.after.areaM2 - proposal.before.areaM2, 1600);
  const own = await t.post(
    `/api/batches/${batchId}/promote`,
    { dealingId },
    { role: ['officer', 'approver'], sub: 'ha' },
  );
  assert.deepEqual([own.statusCode, own.json().code], [403, 'batch.own_proposal']);
  const frozen = await t.post(`/api/batches/${batchId}/corrections`, { recordNo: 2, edit }, HA);
  assert.deepEqual(
    [frozen.statusCode, frozen.json().code, frozen.json().state],
    [409, 'batch.step_refused', 'proposed'],
  );
  assert.deepEqual(frozen.json().allowed, ['sendBack', 'reject']);

  const promoted = await t.post(`/api/batches/${batchId}/promote`, { dealingId }, BINH);
  assert.equal(promoted.statusCode, 200, promoted.body);
  assert.equal(promoted.json().batch.status, 'promoted');
  const parcels = await current(batchId);
  assert.deepEqual(
    parcels.map((p) => [p.parcel_no, p.status, p.land_use, p.address]),
    [
      ['1', 'current', 'ONT', 'Thôn Trại Cau'],
      ['77', 'current', 'ONT', 'Thôn Trại Cau'],
      ['3', 'current', 'ONT', 'Thôn Thanh ấm'],
      ['78', 'current', 'ONT+CLN', 'Thôn Trại Cau'],
    ],
  );
  const report = (await t.get(`/api/batches/${batchId}/report`, BINH)).json();
  assert.deepEqual([report.status, report.counts.valid, report.promotion.parcels], ['promoted', 4, 4]);

  const reversal = randomUUID();
  const asked = await t.post(`/api/batches/${batchId}/reverse`, { dealingId: reversal, reason: 'Sai tờ bản đồ' }, BINH);
  assert.equal(asked.statusCode, 200, asked.body);
  const self = await t.post(`/api/batches/${batchId}/approve-reversal`, { dealingId: reversal }, BINH);
  assert.deepEqual([self.statusCode, self.json().code], [403, 'batch.own_proposal']);
  const back = await t.post(
    `/api/batches/${batchId}/approve-reversal`,
    { dealingId: reversal },
    { role: 'approver', sub: 'chi' },
  );
  assert.equal(back.statusCode, 200, back.body);
  assert.equal(back.json().batch.status, 'reversed');
  assert.deepEqual(new Set((await current(batchId)).map((p) => p.status)), new Set(['historic']));
  const [rights] = await t.query(
    'select count(*)::int as n, count(*) filter (where ended_by = $2)::int as ended from rights."right" where raised_by = $1',
    [dealingId, reversal],
  );
  assert.deepEqual(rights, { n: 4, ended: 4 });
  const audit = await t.query<{ action: string; actor: string }>(
    `select action, actor from audit.entry where body ->> 'batchId' = $1 and action like 'batch.%' order by seq`,
    [batchId],
  );
  assert.deepEqual(
    audit.map(({ action, actor }) => `${action} ${actor}`),
    [
      'batch.corrected ha',
      'batch.corrected ha',
      'batch.corrected ha',
      'batch.corrected ha',
      'batch.proposed ha',
      'batch.promoted binh',
      'batch.reversal_proposed binh',
      'batch.reversed chi',
    ],
  );
});

const ORDER = ['correct', 'exclude', 'include', 'override', 'propose', 'sendBack', 'reject'];
const order = (step: string) => ORDER.indexOf(step);
