/** Corrections, records left out, other options: what each does to a batch and how it is undone. Who may is in review-matrix.test.ts. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ORIGIN, PLOT, squareAt } from '../../testing/import/sheet-zip.ts';
import { tableZip } from '../../testing/import/table-zip.ts';
import { BINH, HA, openReviewApp, type Person, type ReviewApp } from '../../testing/review-app.ts';

let t: ReviewApp;
before(async () => {
  t = await openReviewApp();
});
after(() => t.close());

const HOA: Person = { role: 'officer', sub: 'hoa' };
const reason = 'Theo biên bản đối soát';

const queued = async () =>
  (await t.query(`select data ->> 'batchId' as id from pgboss.job where name = 'import' order by created_on`)).map(
    ({ id }) => id,
  );
const candidateOf = async (batchId: string, no: number) =>
  (await t.get(`/api/batches/${batchId}/records/${no}`, HA)).json().candidate;
const rawOf = (batchId: string) =>
  t.query('select record_no, raw from staging.record where batch_id = $1 order by 1', [batchId]);

test('corrections: raw stays, before and after are kept, each decision can be undone', async () => {
  const { batchId } = await t.bringIn({
    rows: [{ address: 'Thôn Thanh Ấm' }, { holder: 'Phạm Thị Ấm' }, { address: 'Thôn Thanh Ấm' }],
  });
  const path = `/api/batches/${batchId}/corrections`;
  const raw = await rawOf(batchId);
  const one = { recordNo: 1, field: 'DIACHI', rule: 'text.case_repaired' };
  assert.equal((await candidateOf(batchId, 1)).address, 'Thôn Thanh Ấm');
  assert.equal((await t.post(path, { ...one, decision: 'reject' }, HA)).statusCode, 200);
  assert.equal((await candidateOf(batchId, 1)).address, 'Thôn Thanh ấm');
  assert.equal((await t.post(path, { ...one, decision: 'undo' }, HOA)).statusCode, 200);
  assert.equal((await candidateOf(batchId, 1)).address, 'Thôn Thanh Ấm');

  const all = await t.post(path, { code: 'text.case_repaired', decision: 'reject' }, HA);
  assert.equal(all.json().changed, 3);
  assert.equal((await candidateOf(batchId, 2)).holders[0].name, 'Phạm Thị ấm');
  const undone = await t.post(path, { code: 'text.case_repaired', decision: 'undo' }, HA);
  assert.equal(undone.json().changed, 3);
  assert.equal((await candidateOf(batchId, 2)).holders[0].name, 'Phạm Thị Ấm');
  // Nobody's decision stands now: what is left to undo is what the import did.
  const undoImport = await t.post(path, { code: 'text.case_repaired', decision: 'undo' }, HA);
  assert.deepEqual([undoImport.json().changed, (await candidateOf(batchId, 1)).address], [3, 'Thôn Thanh ấm']);
  const back = await t.post(path, { code: 'text.case_repaired', decision: 'undo' }, HA);
  assert.deepEqual([back.json().changed, (await candidateOf(batchId, 1)).address], [3, 'Thôn Thanh Ấm']);
  const nothing = await t.post(path, { ...one, rule: 'no.such_rule', decision: 'undo' }, HA);
  assert.deepEqual([nothing.statusCode, nothing.json().code], [404, 'correction.not_found']);

  const { items } = (await t.get(`${path}?recordNo=1`, HA)).json();
  const [{ status, before, after, history }] = items;
  assert.deepEqual([status, before, after], ['applied', 'Thôn Thanh ấm', 'Thôn Thanh Ấm']);
  assert.deepEqual(
    history.map((step: { decision: string; by: { id: string } }) => [step.decision, step.by.id]),
    [
      ['reject', 'ha'],
      ['undo', 'hoa'],
      ['reject', 'ha'],
      ['undo', 'ha'],
      ['undo', 'ha'],
      ['undo', 'ha'],
    ],
  );
  assert.deepEqual(await rawOf(batchId), raw, 'what the file says never changes');
});

test('the origin of use is repaired as a name is: said, and given back as it came', async () => {
  const origin: [number, number] = [ORIGIN[0] - 3 * PLOT, ORIGIN[1]];
  const rows = [['12', '1', 'Nhà nước\u200b giao đất']];
  const { batchId } = await t.bringInBytes(await tableZip(['SOTO', 'SOTHUA', 'NGUONGOC'], rows, origin));
  assert.equal((await candidateOf(batchId, 1)).useOrigin, 'Nhà nước giao đất');
  const one = { recordNo: 1, field: 'NGUONGOC', rule: 'text.invisible_character' };
  const path = `/api/batches/${batchId}/corrections`;
  assert.equal((await t.post(path, { ...one, decision: 'reject' }, HA)).json().changed, 1);
  assert.equal((await candidateOf(batchId, 1)).useOrigin, 'Nhà nước\u200b giao đất');
  assert.equal((await t.post(path, { ...one, decision: 'undo' }, HA)).json().changed, 1);
  assert.equal((await candidateOf(batchId, 1)).useOrigin, 'Nhà nước giao đất');
});

test('edits by hand answer findings, say what they themselves are, and give both back when undone', async () => {
  const { batchId } = await t.bringIn({
    rows: [
      { parcelNo: 'A?', area: '********', landUse: 'QQQ', address: 'Thôn Thanh Ấm' },
      { area: '900.0' },
      { sheetNo: '', parcelNo: '9' },
    ],
  });
  const path = `/api/batches/${batchId}/corrections`;
  const edit = async (recordNo: number, field: string, value: unknown) => {
    const reply = await t.post(path, { recordNo, edit: { field, value, reason } }, HA);
    assert.equal(reply.statusCode, 200, reply.body);
  };
  const undo = async (recordNo: number, field: string) => {
    const reply = await t.post(path, { recordNo, field, rule: 'officer', decision: 'undo' }, HA);
    assert.deepEqual([reply.statusCode, reply.json().changed], [200, 1], reply.body);
  };
  const state = async (no: number) => {
    const record = (await t.get(`/api/batches/${batchId}/records/${no}`, HA)).json();
    type Found = { code: string; settledBy: string | null };
    const open = record.findings.filter((f: Found) => f.settledBy === null).map((f: Found) => f.code);
    return [record.status, open.sort()];
  };
  const first = [await state(1), await state(2), await state(3), await candidateOf(batchId, 1)];
  assert.deepEqual(first[0], [
    'refused',
    ['area.overflow', 'key.parcel_no_invalid', 'land_use.unknown', 'text.case_repaired'],
  ]);

  await edit(1, 'parcelNo', '12a');
  assert.deepEqual(await state(1), [
    'warned',
    ['area.overflow', 'key.parcel_no_not_integer', 'land_use.unknown', 'text.case_repaired'],
  ]);
  await edit(1, 'parcelNo', '12');
  await edit(1, 'legalAreaM2', 950);
  await edit(1, 'purposes', [
    { code: 'ONT', areaM2: 300 },
    { code: 'CLN', areaM2: 50 },
  ]);
  assert.deepEqual(await state(1), [
    'warned',
    ['area.outside_tolerance', 'area.purposes_differ', 'text.case_repaired'],
  ]);
  await edit(1, 'legalAreaM2', 400.5);
  await edit(1, 'purposes', [{ code: 'BHK', areaM2: null }]);
  assert.deepEqual(await state(1), ['valid', ['land_use.legacy_code', 'text.case_repaired']]);
  await edit(1, 'address', 'Xứ đồng Mới');
  await edit(2, 'legalAreaM2', 401);
  assert.deepEqual(await state(2), ['valid', []]);
  await edit(3, 'sheetNo', '44');
  assert.deepEqual(await state(3), ['valid', []]);
  // A repair below an edit by hand changes what the edit goes back to, and not what it says.
  await t.post(path, { code: 'text.case_repaired', decision: 'reject' }, HA);
  assert.equal((await candidateOf(batchId, 1)).address, 'Xứ đồng Mới');
  await undo(1, 'address');
  assert.equal((await candidateOf(batchId, 1)).address, 'Thôn Thanh ấm');
  await t.post(path, { code: 'text.case_repaired', decision: 'undo' }, HA);
  for (const field of ['parcelNo', 'legalAreaM2', 'purposes']) await undo(1, field);
  await undo(2, 'legalAreaM2');
  await undo(3, 'sheetNo');
  assert.deepEqual([await state(1), await state(2), await state(3), await candidateOf(batchId, 1)], first);
  // Taken up again, and refused again: the same steps as for what the import proposes.
  const edited = { recordNo: 1, field: 'parcelNo', rule: 'officer' };
  await t.post(path, { ...edited, decision: 'accept' }, HA);
  assert.equal((await candidateOf(batchId, 1)).parcelNo, '12');
  await t.post(path, { ...edited, decision: 'reject' }, HA);
  assert.deepEqual(await candidateOf(batchId, 1), first[3]);
});

test('an edit that cannot stand is refused for what is wrong with it, and a reason must say something', async () => {
  const { batchId } = await t.bringIn();
  const edit = { field: 'sheetNo', value: '12', reason };
  const refused = async (changed: object, field: string) => {
    const reply = await t.post(
      `/api/batches/${batchId}/corrections`,
      { recordNo: 1, edit: { ...edit, ...changed } },
      HA,
    );
    const { code, errors = [] } = reply.json();
    const fields = errors.map((error: { field: string }) => error.field);
    assert.deepEqual([reply.statusCode, code, fields], [400, 'request.invalid', [field]], reply.body);
  };
  for (const value of ['0', 'x', null, '\ud800']) await refused({ value }, 'edit.value');
  for (const field of ['', 'owner', null]) await refused({ field }, 'edit.field');
  for (const text of [
    '\u200b\u200b\u200b',
    '\u2060 \u200d \ufeff.',
    '???',
    '—…—',
    '\ud800\ud800\ud800',
    'ab\udc00',
    'abc\0',
  ])
    await refused({ reason: text }, 'edit.reason');
  for (const text of ['Sai!', '123', 'số', '土地簿', '🏡 nhà']) {
    const reply = await t.post(
      `/api/batches/${batchId}/corrections`,
      { recordNo: 1, edit: { ...edit, reason: text.padEnd(3, '.') } },
      HA,
    );
    assert.equal(reply.statusCode, 200, reply.body);
  }
});

test('an edit that takes a number away makes a pair of it, and one that gives it back ends it', async () => {
  const { batchId } = await t.bringIn();
  const path = `/api/batches/${batchId}/corrections`;
  const doubled = await t.post(path, { recordNo: 1, edit: { field: 'parcelNo', value: '2', reason } }, HA);
  assert.deepEqual([doubled.json().batch.counts.blocked, doubled.json().batch.allowed.includes('propose')], [2, false]);
  const undone = await t.post(path, { recordNo: 1, field: 'parcelNo', rule: 'officer', decision: 'undo' }, HA);
  assert.deepEqual([undone.json().batch.counts.blocked, undone.json().batch.allowed.includes('propose')], [0, true]);
});

test('records are left out and taken back in, with those that stay judged among themselves', async () => {
  const { batchId } = await t.bringIn({ rows: [{}, { parcelNo: '1' }, {}, { deleted: true }] });
  const post = (step: string, body: object) => t.post(`/api/batches/${batchId}/${step}`, body, HA);
  const out = await post('exclude', { recordNos: [2], reason });
  assert.deepEqual(out.json().batch.counts, { read: 4, valid: 2, warned: 0, blocked: 0, refused: 0, ignored: 2 });
  const record = (await t.get(`/api/batches/${batchId}/records/2`, HA)).json();
  assert.deepEqual([record.status, record.exclusionReason], ['ignored', reason]);
  const back = await post('include', { recordNos: [2] });
  assert.equal(back.json().batch.counts.blocked, 2);
  const all = await post('exclude', { code: 'key.duplicate', reason });
  assert.deepEqual([all.json().changed, all.json().batch.counts.ignored], [2, 3]);
  const undone = await post('include', { code: 'key.duplicate' });
  assert.deepEqual([undone.json().changed, undone.json().batch.counts.blocked], [2, 2]);
  for (const [step, body] of [
    ['include', { recordNos: [4] }],
    ['include', { code: 'key.duplicate' }],
    ['exclude', { recordNos: [77], reason }],
    ['exclude', { code: 'topology.overlap', reason }],
  ] as const) {
    const reply = await post(step, body);
    assert.deepEqual([reply.statusCode, reply.json().code], [404, 'record.not_found'], JSON.stringify(body));
  }
  const who = await t.query(
    // Records of one act are written in any order.
    'select record_no, step, code, decided_by from staging.exclusion_step where batch_id = $1 order by min(step_id) over (partition by step, code), record_no',
    [batchId],
  );
  assert.deepEqual(
    who.map((row) => Object.values(row).join(' ')),
    [
      '2 exclude  ha',
      '2 include  ha',
      '1 exclude key.duplicate ha',
      '2 exclude key.duplicate ha',
      '1 include key.duplicate ha',
      '2 include key.duplicate ha',
    ],
  );
});

test('overlapping records: one left out frees the other; what --exclude-errors left out comes back by its code', async () => {
  const origin: [number, number] = [ORIGIN[0] + 700, ORIGIN[1] + 700];
  const shifted = squareAt(origin, 0).map(([x, y]) => [x + 5, y] as const);
  const { batchId } = await t.bringIn({ origin, rows: [{}, { rings: [shifted] }] });
  assert.equal((await t.batch(batchId, HA)).counts.blocked, 2);
  const one = await t.post(`/api/batches/${batchId}/exclude`, { recordNos: [2], reason }, HA);
  assert.deepEqual(one.json().batch.counts, { read: 2, valid: 1, warned: 0, blocked: 0, refused: 0, ignored: 1 });

  const cli = await t.bringIn({ rows: [{}, { parcelNo: '1' }, {}] }, { excludeErrors: true });
  assert.equal(cli.counts.ignored, 2);
  const back = await t.post(`/api/batches/${cli.batchId}/include`, { code: 'key.duplicate' }, HA);
  assert.deepEqual([back.json().changed, back.json().batch.counts.blocked], [2, 2]);
});

test('other options: a new attempt of the same bytes, queued in the same transaction, and the old one superseded', async () => {
  const { batchId, sourceSha256 } = await t.bringIn();
  const path = `/api/batches/${batchId}/override`;
  for (const [body, field] of [
    [{ srid: 4321 }, 'srid'],
    [{ profile: 'nobody' }, 'profile'],
    [{ sheet: 'AA-BB' }, 'sheet'],
    [{ sheet: '012' }, 'sheet'],
    [{ encoding: 'auto' }, ''],
  ] as const) {
    const reply = await t.post(path, body, HA);
    assert.deepEqual([reply.statusCode, reply.json().errors[0].field], [400, field], JSON.stringify(body));
  }
  const reply = await t.post(path, { encoding: 'vni', scale: 500 }, HA);
  assert.equal(reply.statusCode, 200, reply.body);
  const { batch, next } = reply.json();
  assert.deepEqual([batch.status, batch.reason, batch.supersededBy], ['rejected', 'superseded', next.id]);
  assert.deepEqual([next.status, next.supersedes, next.sourceSha256], ['received', batchId, sourceSha256]);
  assert.deepEqual([next.options.encoding, next.options.scale, next.options.srid], ['vni', 500, null]);
  assert.deepEqual(await queued(), [next.id]);
  assert.equal(next.owner.id, 'ha');

  // Two whose other options come to the same: one batch is read, both are superseded by it.
  const twin = await t.bringIn({}, { options: { scale: 2000 } });
  const same = await t.post(`/api/batches/${twin.batchId}/override`, { scale: 700 }, HA);
  const again = await t.post(`/api/batches/${twin.batchId}/override`, { scale: 700 }, HA);
  assert.deepEqual([same.statusCode, again.statusCode], [200, 409]);
  assert.equal((await queued()).length, 2);
});

test('what columns mean is kept under a name: once, for all who bring files in, until somebody deletes it', async () => {
  const path = '/api/column-profiles';
  const profileId = randomUUID();
  const asked = { profileId, name: 'Phòng Đo đạc 001099012345', columns: { C2: 'landUse', C1: 'parcelNo' } };
  const first = await t.post('/api/column-profiles', asked, HA);
  assert.equal(first.statusCode, 201, first.body);
  const profile = first.json();
  assert.deepEqual([profile.id, profile.columns, profile.by.id], [profileId, asked.columns, 'ha']);
  assert.doesNotMatch(profile.name, /001099012345/, 'no number of a person is kept in a name');
  const again = await t.post(path, asked, HA);
  assert.deepEqual([again.statusCode, again.json()], [201, profile]);
  const codeOf = async (body: object, who = HA) => {
    const reply = await t.post(path, body, who);
    return [reply.statusCode, reply.json().code];
  };
  assert.deepEqual(await codeOf({ ...asked, name: 'Khác' }), [422, 'idempotency.key_reused']);
  const taken = { ...asked, profileId: randomUUID(), name: asked.name.toUpperCase() };
  assert.deepEqual(await codeOf(taken), [409, 'column_profile.name_taken']);
  for (const wrong of [{ columns: {} }, { columns: { C1: 'owner' } }, { name: ' ' }, { profileId: '1' }])
    assert.deepEqual(await codeOf({ ...asked, ...wrong }), [400, 'request.invalid'], JSON.stringify(wrong));
  assert.deepEqual(await codeOf(asked, BINH), [403, 'auth.forbidden']);
  const twins = await Promise.all(
    [1, 2].map(() => t.post(path, { ...asked, profileId: randomUUID(), name: 'Hai người một lúc' }, HA)),
  );
  assert.deepEqual(twins.map(({ statusCode }) => statusCode).sort(), [201, 409]);
  const { items } = (await t.get(path, { role: 'surveyor', communes: ['99002'], sub: 'elsewhere' })).json();
  assert.deepEqual(
    items.map(({ name }: { name: string }) => name),
    ['Hai người một lúc', profile.name],
  );
  const remove = (who = HA) =>
    t.app.inject({
      method: 'DELETE',
      url: `${path}/${profileId}`,
      headers: t.as(who.role ?? 'officer', ['07210'], who.sub ?? ''),
    });
  assert.equal((await remove(BINH)).statusCode, 403);
  assert.equal((await remove()).statusCode, 204);
  const gone = await remove();
  assert.deepEqual([gone.statusCode, gone.json().code], [404, 'column_profile.not_found']);
  const acts = await t.query(
    `select action, body ->> 'name' as name from audit.entry where subject_kind = 'column_profile' and subject_id = $1 order by seq`,
    [profileId],
  );
  assert.deepEqual(acts, [
    { action: 'column_profile.named', name: profile.name },
    { action: 'column_profile.deleted', name: profile.name },
  ]);
});

test('columns whose names say nothing are shown with what they look like; what an officer says of them is how the file is read', async () => {
  const rows = Array.from({ length: 6 }, (_, i) => [
    String(i + 1),
    ['ONT', 'LUC'][i % 2]!,
    '404',
    `Ghi chú ${i}`,
    '620',
  ]);
  const zip = await tableZip(['C1', 'C2', 'C3', 'C4', 'SHBANDO'], rows, [ORIGIN[0] + 900, ORIGIN[1] + 300]);
  const refused = await t.bringInBytes(zip);
  assert.deepEqual(
    [
      refused.status,
      refused.findings.map(({ code }) => code),
      refused.otherColumns?.map((one) => [one.name, one.looksLike]),
    ],
    [
      'refused',
      ['file.no_parcel_number_column'],
      [
        ['C1', 'parcelNo'],
        ['C2', 'landUse'],
        ['C3', 'legalArea'],
        ['C4', null],
      ],
    ],
  );
  const path = `/api/batches/${refused.batchId}/override`;
  const stranger = await t.post(path, { columns: { C9: 'parcelNo' } }, HA);
  assert.deepEqual([stranger.statusCode, stranger.json().errors[0].field], [400, 'columns']);
  const wrong = await t.post(path, { columns: { C1: 'owner' } }, HA);
  assert.equal(wrong.statusCode, 400);
  const columns = { C1: 'parcelNo', C2: 'landUse', C3: 'legalArea', C4: 'none' } as const;
  const { next } = (await t.post(path, { columns }, HA)).json();
  assert.deepEqual(next.options.columns, columns);
  const read = await t.bringInBytes(zip, { options: { columns } });
  assert.equal(read.batchId, next.id, 'what was said is part of what a batch is');
  assert.deepEqual(
    [read.counts.read, read.counts.refused, read.columns],
    [6, 0, { C1: 'parcelNo', C2: 'landUse', C3: 'legalArea', SHBANDO: 'sheetNo' }],
  );
  // The next file with the same columns is offered the same; one with others, and somebody elsewhere, is not.
  const alike = await t.bringInBytes(
    await tableZip(['C1', 'C2', 'C3', 'C4', 'SHBANDO'], rows, [ORIGIN[0] + 900, ORIGIN[1] + 500]),
  );
  const before = (await t.get(`/api/batches/${alike.batchId}/report`, HA)).json().saidBefore;
  assert.deepEqual([before.batchId, before.columns, before.by.id], [next.id, columns, 'ha']);
  const other = await t.bringIn();
  assert.equal((await t.get(`/api/batches/${other.batchId}/report`, HA)).json().saidBefore, null);
  const { items } = (await t.get(`/api/batches/${next.id}/records?limit=1`, HA)).json();
  const { sheetNo, parcelNo, legalAreaM2, purposes } = items[0].candidate;
  assert.deepEqual([sheetNo, parcelNo, legalAreaM2, purposes[0].code], ['620', '1', 404, 'ONT']);
});
