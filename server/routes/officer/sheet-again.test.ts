/** A sheet that comes again (docs/adr/0059): shown as a difference, promoted only as that, taken back whole. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ORIGIN, type SheetRow, squareAt } from '../../testing/import/sheet-zip.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { BINH, HA, openReviewApp, type ReviewApp } from '../../testing/review-app.ts';

let t: ReviewApp;
before(async () => {
  t = await openReviewApp();
});
after(() => t.close());

type Rows = readonly Partial<SheetRow>[];
const survey = { no: '12/ĐĐ', date: '2026-01-15' };
const reason = 'Đưa nhầm tệp';
let plot = 40;
/** Ground of its own, with a sheet number of its own. */
const freshOrigin = (): [number, number] => {
  plot += 1;
  return [ORIGIN[0] + (plot % 5) * 200, ORIGIN[1] + plot * 200 - 8000];
};
const rowsAt = (origin: readonly [number, number], sheetNo: string, change: Record<number, Partial<SheetRow>> = {}) =>
  [0, 1, 2, 3].map((i): Partial<SheetRow> => ({ sheetNo, rings: [squareAt(origin, i)], ...change[i] }));

async function promote(batchId: string, body: object = {}): Promise<string> {
  const dealingId = randomUUID();
  const proposed = await t.post(`/api/batches/${batchId}/propose`, { dealingId, ...body }, HA);
  assert.equal(proposed.statusCode, 200, proposed.body);
  const promoted = await t.post(`/api/batches/${batchId}/promote`, { dealingId }, BINH);
  assert.equal(promoted.statusCode, 200, promoted.body);
  return dealingId;
}
async function registered(rows: Rows): Promise<string> {
  const { batchId } = await t.bringIn({ rows });
  await promote(batchId);
  return batchId;
}
/** What the register holds, row by row. */
async function register(): Promise<string> {
  const tables = [
    'cadastre.parcel',
    'cadastre.parcel_version',
    'cadastre.parcel_purpose',
    'cadastre.sheet',
    'party.party',
    'rights."right"',
  ];
  const parts = tables.map((table) => `select '${table}' || x::text as line from ${table} x`);
  const [row] = await t.query<{ digest: string }>(
    `select md5(string_agg(line, E'\\n' order by line)) as digest from (${parts.join(' union all ')}) lines`,
  );
  return row!.digest;
}
const codesOf = async (batchId: string) =>
  Object.fromEntries(
    (await t.get(`/api/batches/${batchId}/findings`, HA))
      .json()
      .groups.filter(({ code }: { code: string }) => code.startsWith('register.'))
      .map(({ code, records }: { code: string; records: number }) => [code, records]),
  );
const recordOf = async (batchId: string, no: number) =>
  (await t.get(`/api/batches/${batchId}/records/${no}`, HA)).json();
const versionsOf = (sheetNo: string) =>
  t.query<{ no: string; version: number; status: string; kind: string; area: number; file: boolean }>(
    `select v.parcel_no as no, v.version_no as version, v.status, d.kind, v.area_m2::float8 as area from cadastre.parcel_version v
     join cadastre.sheet s using (sheet_id) join dealing.dealing d on d.dealing_id = v.raised_by where s.number = $1 order by 1, 2`,
    [sheetNo],
  );

test('the same sheet again changes nothing: every record is unchanged, nothing can be proposed, no row of the register moves', async () => {
  const origin = freshOrigin();
  const rows = rowsAt(origin, '501', { 0: { serial: 'BA 123456' } });
  await registered(rows);
  const held = await register();
  const { batchId, counts } = await t.bringIn({ rows, noteBytes: 1 });
  assert.deepEqual([counts.read, counts.ignored, counts.valid + counts.warned + counts.blocked], [4, 4, 0]);
  const batch = await t.batch(batchId, HA);
  assert.deepEqual(batch.difference, { unchanged: 4, resurveyed: 0, differs: 0, added: 0, missing: 0 });
  assert.deepEqual(await codesOf(batchId), { 'register.unchanged': 4 });
  const { exclusionReason, difference } = await recordOf(batchId, 1);
  assert.deepEqual([exclusionReason, difference.fields], ['register.unchanged', []]);
  const refused = await t.post(`/api/batches/${batchId}/propose`, { dealingId: randomUUID() }, HA);
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'batch.blocked']);
  const back = await t.post(`/api/batches/${batchId}/include`, { recordNos: [1] }, HA);
  assert.deepEqual([back.statusCode, back.json().code], [404, 'record.not_found'], 'nobody takes it back in');
  assert.equal(await register(), held);
});

test('moved, new, missing and otherwise different: counted, shown before and after, and only the difference is registered and taken back', async () => {
  const origin = freshOrigin();
  await registered(rowsAt(origin, '502'));
  const before = await versionsOf('502');
  const [x, y] = origin;
  // The corner between 1 and 2 moves by two metres: one loses what the other gains. 3 has another use and holder, 4 is not brought, 5 is new.
  const moved: Rows = [
    {
      sheetNo: '502',
      rings: [
        [
          [x, y],
          [x, y + 20],
          [x + 22, y + 20],
          [x + 20, y],
          [x, y],
        ],
      ],
    },
    {
      sheetNo: '502',
      rings: [
        [
          [x + 20, y],
          [x + 22, y + 20],
          [x + 40, y + 20],
          [x + 40, y],
          [x + 20, y],
        ],
      ],
    },
    { sheetNo: '502', rings: [squareAt(origin, 2)], landUse: 'CLN', holder: 'Trần Văn Hư Cấu' },
    { sheetNo: '502', parcelNo: '5', rings: [squareAt(origin, 4)] },
  ];
  const { batchId } = await t.bringIn({ rows: moved });
  const batch = await t.batch(batchId, HA);
  assert.deepEqual(batch.difference, { unchanged: 0, resurveyed: 2, differs: 1, added: 1, missing: 1 });
  assert.deepEqual([batch.registrable, batch.blocked, batch.counts.ignored], [3, false, 1]);
  assert.deepEqual(await codesOf(batchId), { 'register.resurveyed': 2, 'register.differs': 1, 'register.missing': 0 });
  const third = await recordOf(batchId, 3);
  assert.deepEqual(third.difference.fields, ['purposes', 'holders']);
  assert.deepEqual(third.difference.registered.holders, ['Nguyễn Thị Hư Cấu']);
  assert.equal(third.difference.registered.purposes[0].code, 'ONT');
  const unseen = (await t.get(`/api/batches/${batchId}/records/3`, { role: 'auditor', sub: 'an' })).json();
  assert.deepEqual([unseen.difference.registered.holders, unseen.difference.registered.address], [[], null]);
  assert.equal((await recordOf(batchId, 1)).difference.geometryLegal.type, 'Polygon');

  const bare = await t.post(`/api/batches/${batchId}/propose`, { dealingId: randomUUID() }, HA);
  assert.deepEqual([bare.statusCode, bare.json().code], [422, 'proposal.survey_needed']);
  const late = { dealingId: randomUUID(), survey: { ...survey, date: '2999-01-01' } };
  assert.equal((await t.post(`/api/batches/${batchId}/propose`, late, HA)).json().code, 'proposal.survey_needed');
  const dealingId = await promote(batchId, { survey });
  const after = await versionsOf('502');
  assert.deepEqual(
    after.map(({ no, version, status, kind, area }) => [no, version, status, kind, area]),
    [
      ['1', 1, 'historic', 'import_promotion', 400],
      ['1', 2, 'current', 'resurvey', 420],
      ['2', 1, 'historic', 'import_promotion', 400],
      ['2', 2, 'current', 'resurvey', 380],
      ['3', 1, 'current', 'import_promotion', 400],
      ['4', 1, 'current', 'import_promotion', 400],
      ['5', 1, 'current', 'import_promotion', 400],
    ],
  );
  const [first] = await t.query<{ id: string; payload: { survey: object }; proposed: string; approved: string }>(
    `select d.dealing_id as id, c.payload, d.proposed_by as proposed, d.approved_by as approved from dealing.dealing d join dealing.content c using (dealing_id)
     where d.batch_id = $1 and d.kind = 'resurvey' order by 1`,
    [batchId],
  );
  assert.deepEqual([first!.payload.survey, first!.proposed, first!.approved], [survey, 'ha', 'binh']);
  assert.equal((await t.get(`/api/dealings/${first!.id}`, HA)).json().dealing.kind, 'resurvey');
  const twice = await t.post(`/api/batches/${batchId}/promote`, { dealingId }, BINH);
  assert.equal(twice.statusCode, 200, 'the first answer again');
  assert.deepEqual(await versionsOf('502'), after);

  const reversal = randomUUID();
  const reverse = await t.post(`/api/batches/${batchId}/reverse`, { dealingId: reversal, reason }, HA);
  assert.equal(reverse.statusCode, 200, reverse.body);
  const gone = await t.post(`/api/batches/${batchId}/approve-reversal`, { dealingId: reversal }, BINH);
  assert.equal(gone.statusCode, 200, gone.body);
  const now = await t.query<{ no: string; same: boolean }>(
    `select v.parcel_no as no, v.geom_legal = f.geom_legal and v.area_m2 = f.area_m2 and v.land_use = f.land_use as same
     from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
     join cadastre.parcel_version f on f.parcel_id = v.parcel_id and f.version_no = 1 where s.number = '502' and v.status = 'current' order by 1`,
  );
  assert.deepEqual(
    now,
    before.map(({ no }) => ({ no, same: true })),
  );
});

test('an open dealing on the parcel holds its new boundary up; left out, the rest goes on', async () => {
  const origin = freshOrigin();
  const first = await registered(rowsAt(origin, '503'));
  const [parcel] = await t.query<{ id: string }>(
    'select parcel_id as id from cadastre.parcel where source_batch_id = $1 and source_record_no = 1',
    [first],
  );
  const dealing = randomUUID();
  const opened = await t.post('/api/dealings', {
    dealingId: dealing,
    kind: 'restriction',
    targets: [{ parcelId: parcel!.id, version: 1 }],
    payload: { kind: 'other', document: { no: '5/QĐ', date: '2026-01-10' } },
  });
  assert.equal(opened.statusCode, 201, opened.body);
  assert.equal((await t.post(`/api/dealings/${dealing}/lodge`, {}, HA)).statusCode, 200);
  const [x, y] = origin;
  const shrunk = {
    rings: [
      [
        [x, y],
        [x, y + 20],
        [x + 18, y + 20],
        [x + 18, y],
        [x, y],
      ],
    ] as const,
  };
  const { batchId } = await t.bringIn({
    rows: [...rowsAt(origin, '503', { 0: shrunk }), { sheetNo: '503', parcelNo: '9', rings: [squareAt(origin, 6)] }],
  });
  assert.deepEqual(await codesOf(batchId), { 'register.unchanged': 3, 'register.resurveyed': 1, 'register.held': 1 });
  assert.equal((await t.batch(batchId, HA)).blocked, true);
  const out = await t.post(`/api/batches/${batchId}/exclude`, { recordNos: [1], reason }, HA);
  assert.deepEqual([out.statusCode, out.json().batch.blocked, out.json().batch.registrable], [200, false, 1]);
  await promote(batchId);
  const rows = await versionsOf('503');
  assert.deepEqual(
    notEmpty(rows).map(({ no, version }) => [no, version]),
    [
      ['1', 1],
      ['2', 1],
      ['3', 1],
      ['4', 1],
      ['9', 1],
    ],
  );
});

test('two batches that bring one sheet anew at once: one is registered, the other is told that the world moved', async () => {
  const origin = freshOrigin();
  await registered(rowsAt(origin, '504'));
  const [x, y] = origin;
  const by = (metres: number) => ({
    rings: [
      [
        [x, y],
        [x, y + 20 - metres],
        [x + 20, y + 20 - metres],
        [x + 20, y],
        [x, y],
      ],
    ] as const,
  });
  const batches = [
    await t.bringIn({ rows: rowsAt(origin, '504', { 0: by(1) }) }),
    await t.bringIn({ rows: rowsAt(origin, '504', { 0: by(2) }) }),
  ];
  const proposed = [];
  for (const { batchId } of batches) {
    const dealingId = randomUUID();
    const reply = await t.post(`/api/batches/${batchId}/propose`, { dealingId, survey }, HA);
    assert.equal(reply.statusCode, 200, reply.body);
    proposed.push({ batchId, dealingId });
  }
  const replies = await Promise.all(
    proposed.map(({ batchId, dealingId }) => t.post(`/api/batches/${batchId}/promote`, { dealingId }, BINH)),
  );
  // Each is held against the register anew with the commune held: both are lawful, one after the other, and history keeps both.
  assert.deepEqual(
    replies.map(({ statusCode }) => statusCode),
    [200, 200],
  );
  const rows = (await versionsOf('504')).filter(({ no }) => no === '1');
  assert.deepEqual(
    rows.map(({ version, status, kind }) => [version, status, kind]),
    [
      [1, 'historic', 'import_promotion'],
      [2, 'historic', 'resurvey'],
      [3, 'current', 'resurvey'],
    ],
  );
  const earlier = batches[rows[2]!.area === 360 ? 0 : 1]!;
  const refused = await t.post(`/api/batches/${earlier.batchId}/reverse`, { dealingId: randomUUID(), reason }, HA);
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'batch.built_upon']);
});

test('a table without boundaries: shown row by row, put right by hand, and nothing of it to be proposed', async () => {
  const origin = freshOrigin();
  await registered(rowsAt(origin, '505'));
  const held = await register();
  const table = 'Số tờ;Số thửa;Loại đất\r\n505;1;ONT\r\n505;2;CLN\r\n505;77;CLN\r\n';
  const { batchId, counts } = await t.bringInBytes(Buffer.from(table), { options: { scale: null } }, 'csv');
  assert.deepEqual([counts.read, counts.ignored, counts.refused], [3, 2, 1]);
  assert.deepEqual(await codesOf(batchId), { 'register.unchanged': 1, 'register.differs': 1, 'register.unmatched': 1 });
  const second = await recordOf(batchId, 2);
  assert.deepEqual([second.difference.fields, second.difference.registered.purposes[0].code], [['purposes'], 'ONT']);
  const correct = async (value: string) => {
    const edit = { field: 'parcelNo', value, reason: 'Ghi nhầm số thửa' };
    const reply = await t.post(`/api/batches/${batchId}/corrections`, { recordNo: 3, edit }, HA);
    assert.equal(reply.statusCode, 200, reply.body);
  };
  await correct('78');
  assert.deepEqual((await codesOf(batchId))['register.unmatched'], 1);
  await correct('2');
  assert.deepEqual(await codesOf(batchId), { 'register.unchanged': 1, 'register.ambiguous': 2 });
  await correct('3');
  assert.deepEqual(await codesOf(batchId), { 'register.unchanged': 1, 'register.differs': 2 });
  const refused = await t.post(`/api/batches/${batchId}/propose`, { dealingId: randomUUID() }, HA);
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'batch.blocked']);
  const stranger = await t.get(`/api/batches/${batchId}/records/2`, { role: 'officer', communes: ['99002'], sub: 'x' });
  assert.equal(stranger.statusCode, 404);
  assert.equal(await register(), held);
});
