import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inTransaction } from '../server/db/kit/transaction.ts';
import type { ImportReport } from '../server/domain/batch/import-report.ts';
import { transformer } from '../server/domain/crs.ts';
import { restoreSourceFile } from '../server/registry/batch/restore-source-file.ts';
import { createIdentityCipher } from '../server/registry/store/identity-cipher.ts';
import { openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { ORIGIN, PLOT, SIDE, sheetZip, squareAt } from '../server/testing/import/sheet-zip.ts';

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

/** Each test has ground of its own: overlaps would be found, rightly. */
let plots = 0;
const freshOrigin = (): [number, number] => [ORIGIN[0], ORIGIN[1] + PLOT * plots++];

const codes = (report: ImportReport) => report.findings.map((finding) => finding.code);
const records = (batchId: string) =>
  t.query<{
    record_no: number;
    status: string;
    raw: Record<string, string>;
    candidate: Record<string, never>;
    findings: { code: string }[];
  }>(
    'select record_no, status, raw, candidate, findings from staging.record_view where batch_id = $1 order by record_no',
    [batchId],
  );

test('a clean sheet becomes registered parcels: key, areas, code, lineage of paper, audit', async () => {
  const origin = freshOrigin();
  const report = await t.run('clean.zip', await sheetZip({ origin }), { promote: true });
  assert.equal(report.status, 'promoted');
  assert.deepEqual(report.counts, { read: 4, valid: 4, warned: 0, blocked: 0, refused: 0, ignored: 0 });
  assert.deepEqual(report.files, [{ name: 'to12.shp', kind: 'shapefile', status: 'read', reason: null, records: 4 }]);
  assert.equal(report.srid.used, 9214);
  assert.equal(report.encoding.used, 'tcvn3');
  const parcels = await t.query(
    `select commune_code, sheet_no, scale, parcel_no, land_use, area_m2::float8, legal_area_m2::float8, address, st_srid(geom) as srid,
       st_srid(geom_legal) as legal, st_srid(geom_3857) as web, parcel_code, st_area(geom_legal) as area
     from cadastre.current_parcel where st_y(st_centroid(geom)) between $1 and $1 + 20 order by parcel_no`,
    [origin[1]],
  );
  assert.equal(parcels.length, 4);
  assert.equal(parcels[0]?.commune_code, '07210');
  assert.deepEqual(
    [parcels[1]?.sheet_no, parcels[1]?.parcel_no, parcels[1]?.scale, parcels[1]?.land_use, parcels[1]?.address],
    ['12', '2', 1000, 'ONT', 'Thôn Trại Cau'],
  );
  assert.deepEqual([parcels[0]?.srid, parcels[0]?.legal, parcels[0]?.web], [9214, 9214, 3857]);
  assert.ok(Math.abs(Number(parcels[0]?.area) - SIDE * SIDE) < 1e-6);
  assert.match(String(parcels[0]?.parcel_code), /^w7g[0-9b-hjkmnp-z]{9}$/);
  const [audit] = await t.query(
    `select actor, body from audit.entry where action = 'batch.promoted' and subject_id = $1`,
    [report.promotion?.dealingId],
  );
  assert.equal(audit?.actor, 'import-cli');
  const rights = await t.query(`select r.kind, r.verified from rights."right" r where r.raised_by = $1`, [
    report.promotion?.dealingId,
  ]);
  assert.equal(rights.length, 4);
  assert.equal(rights[0]?.verified, false);
});

const address = (record: { candidate: Record<string, unknown> } | undefined) => record?.candidate.address;

test('raw stands beside the candidate; a lost capital is restored and recorded', async () => {
  const report = await t.run(
    'names.zip',
    await sheetZip({ origin: freshOrigin(), rows: [{ address: 'Đồng Quan Tiên' }, { address: 'Thôn Thanh Ấm' }] }),
  );
  const [first, second] = await records(report.batchId);
  assert.equal(first?.raw.DIACHI, '§ång Quan Tiªn');
  assert.equal(address(first), 'Đồng Quan Tiên');
  assert.equal(second?.raw.DIACHI, 'Th«n Thanh Êm');
  assert.equal(address(second), 'Thôn Thanh Ấm');
  const corrections = await t.query(
    'select record_no, field, rule, before, after, status from staging.correction where batch_id = $1',
    [report.batchId],
  );
  assert.deepEqual(corrections, [
    {
      record_no: 2,
      field: 'DIACHI',
      rule: 'text.case_repaired',
      before: 'Thôn Thanh ấm',
      after: 'Thôn Thanh Ấm',
      status: 'applied',
    },
  ]);
});

test('identity numbers are nowhere in clear: encrypted, hashed, masked in raw, candidate, party, audit and store', async () => {
  const number = '099187654321';
  const report = await t.run(
    'identity.zip',
    await sheetZip({
      origin: freshOrigin(),
      rows: [{ identity: number, holder: `Trần Văn Thử CCCD ${number}` }, { identity: '099 187 654 321' }],
    }),
    { promote: true },
  );
  assert.equal(report.status, 'promoted');
  const tables = await t.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v') and n.nspname in ('staging', 'cadastre', 'party', 'rights', 'document', 'dealing', 'audit', 'portal')`,
  );
  assert.ok(tables.length > 20);
  for (const { name } of tables) {
    const hits = await t.query(
      `select 1 from ${name} x where x::text like '%' || $1 || '%' or x::text like '%099 187%'`,
      [number],
    );
    assert.equal(hits.length, 0, name);
  }
  const cipher = createIdentityCipher(t.context.personalDataKey);
  const papers = await t.query<{ cipher: Buffer; lookup_hash: Buffer }>(
    'select cipher, lookup_hash from party.identity_paper where lookup_hash = $1',
    [cipher.hash(number)],
  );
  assert.ok(papers.length > 0);
  for (const paper of papers) assert.equal(cipher.open(paper.cipher), number);
  const stored = join(t.context.storageDir, 'files', report.sourceSha256.slice(0, 2), report.sourceSha256);
  assert.equal((await readFile(stored)).includes(number), false);
  const back = join(t.folder, 'back.zip');
  await restoreSourceFile(t.context.storageDir, t.context.personalDataKey, report.sourceSha256, back);
  assert.deepEqual(await readFile(back), await readFile(join(t.folder, 'identity.zip')));
});

test('each fault of a record has its own code and verdict, and the counts add up', async () => {
  const origin = freshOrigin();
  const at = (i: number) => squareAt(origin, i);
  const cross = at(20);
  const rows = [
    { parcelNo: '' },
    { parcelNo: 'A?' },
    { rings: null },
    { parcelNo: '107' },
    { parcelNo: '107' },
    { area: '900.0' },
    { area: '********' },
    { landUse: 'BHK' },
    { landUse: 'QQQ' },
    { parcelNo: '12a' },
    { rings: [[cross[0]!, cross[2]!, cross[1]!, cross[3]!, cross[0]!]] },
    { rings: [at(30).map(([x, y]) => [x, y] as const), at(32)] },
    { rings: [at(34).map(([x, y], i) => [x + (i > 1 && i < 4 ? 5 : 0), y] as const)] },
    { rings: [at(35)] },
    { deleted: true },
    { holder: '', serial: 'ZZ 12', landUse: 'ONT 300; CLN 50' },
  ];
  const report = await t.run('faults.zip', await sheetZip({ origin, rows }), { promote: true });
  assert.equal(report.status, 'validated', 'blocking findings: nothing was promoted');
  const byRecord = await records(report.batchId);
  const found = (no: number) => byRecord[no - 1]!.findings.map((finding) => finding.code);
  const status = (no: number) => byRecord[no - 1]!.status;
  assert.deepEqual([found(1), status(1)], [['key.parcel_no_missing'], 'refused']);
  assert.deepEqual([found(2), status(2)], [['key.parcel_no_invalid'], 'refused']);
  assert.deepEqual([found(3), status(3)], [['geometry.null'], 'refused']);
  assert.deepEqual([found(4), status(4)], [['key.duplicate'], 'blocked']);
  assert.deepEqual([found(5), status(5)], [['key.duplicate'], 'blocked']);
  assert.deepEqual([found(6), status(6)], [['area.outside_tolerance'], 'warned']);
  assert.deepEqual([found(7), status(7)], [['area.overflow'], 'warned']);
  assert.deepEqual([found(8), status(8)], [['land_use.legacy_code'], 'valid']);
  assert.deepEqual([found(9), status(9)], [['land_use.unknown'], 'warned']);
  assert.deepEqual([found(10), status(10)], [['key.parcel_no_not_integer'], 'warned']);
  assert.ok(found(11).includes('geometry.self_intersection'));
  assert.equal(status(11), 'blocked');
  assert.ok(found(12).includes('geometry.multipart'));
  assert.equal(status(12), 'blocked');
  assert.ok(found(13).includes('topology.overlap') && found(14).includes('topology.overlap'));
  assert.deepEqual([found(15), status(15)], [['record.deleted_in_source'], 'ignored']);
  assert.deepEqual(
    [found(16), status(16)],
    [['area.purposes_differ', 'certificate.serial_unusual', 'holder.missing'], 'warned'],
  );
  const { read, valid, warned, blocked, refused, ignored } = report.counts;
  assert.equal(read, 16);
  assert.equal(valid + warned + blocked + refused + ignored, read);
  const current = await t.query(
    'select 1 from cadastre.current_parcel where st_y(st_centroid(geom)) between $1 and $1 + 20',
    [origin[1]],
  );
  assert.equal(current.length, 0);

  const again = await t.run('faults.zip', await sheetZip({ origin, rows }), { promote: true, excludeErrors: true });
  assert.equal(again.batchId, report.batchId);
  assert.equal(again.status, 'promoted');
  assert.equal(again.counts.blocked, 0);
  assert.equal(again.counts.ignored, ignored + blocked);
  assert.equal(again.promotion?.parcels, valid + warned);
  const [excluded] = await t.query(
    'select exclusion_reason from staging.record where batch_id = $1 and record_no = 4',
    [report.batchId],
  );
  assert.equal(excluded?.exclusion_reason, 'excluded: key.duplicate');
});

test('numbers and places beyond all measure are findings, never a failed import', async () => {
  const origin = freshOrigin();
  const far = squareAt([50_000_000, 50_000_000], 0);
  const rows = [
    { area: '99999999999' },
    { rings: [far] },
    { rings: [squareAt([origin[0] - 300_000, origin[1]], 0)] },
    ...Array.from({ length: 40 }, () => ({})),
  ];
  const report = await t.run('beyond.zip', await sheetZip({ origin, rows }));
  const found = (await records(report.batchId))
    .slice(0, 4)
    .map((record) => [record.status, ...record.findings.map((finding) => finding.code)]);
  assert.deepEqual(found, [
    ['warned', 'area.unreadable', 'identity.out_of_place'],
    ['refused', 'geometry.out_of_range'],
    ['blocked', 'geometry.outside_commune', 'geometry.outside_sheet'],
    ['valid'],
  ]);
  const forced = await t.run('forced.zip', await sheetZip({ origin: freshOrigin() }), { options: { srid: 4326 } });
  assert.deepEqual([forced.status, forced.counts.refused], ['validated', 4]);
  const bow = squareAt(freshOrigin(), 0);
  const symmetric = [bow[0]!, bow[2]!, bow[1]!, bow[3]!, bow[0]!];
  const crossed = await t.run(
    'bow.zip',
    await sheetZip({ origin: [bow[0]![0], bow[0]![1]], rows: [{ rings: [symmetric] }, {}] }),
  );
  assert.ok(codes(crossed).includes('geometry.self_intersection'));
  assert.equal(crossed.counts.blocked, 1);
});

test('the same file again is the same batch; promoting it twice registers it once', async () => {
  const zip = await sheetZip({ origin: freshOrigin() });
  const first = await t.run('twice.zip', zip);
  const second = await t.run('twice-under-another-name.zip', zip);
  assert.equal(first.status, 'validated');
  assert.equal(second.batchId, first.batchId);
  const promoted = await t.run('twice.zip', zip, { promote: true });
  assert.deepEqual([promoted.batchId, promoted.status], [first.batchId, 'promoted']);
  const once = await t.run('twice.zip', zip, { promote: true });
  assert.deepEqual(once, promoted);
  const other = await t.run('twice.zip', zip, { options: { scale: 500 } });
  assert.notEqual(other.batchId, first.batchId, 'another option is another batch');
});

test('two importers of one file at once: one batch, one promotion', async () => {
  const zip = await sheetZip({ origin: freshOrigin() });
  const reports = await Promise.all(['a', 'b', 'c'].map(() => t.run('race.zip', zip, { promote: true })));
  assert.equal(new Set(reports.map((report) => report.batchId)).size, 1);
  assert.deepEqual(
    reports.map((report) => report.status),
    ['promoted', 'promoted', 'promoted'],
  );
  const [count] = await t.query('select count(*)::int as n from dealing.dealing where batch_id = $1', [
    reports[0]!.batchId,
  ]);
  assert.equal(count?.n, 1);
});

test('two batches on the same ground at once: one wins, the other is told which parcels stand there', async () => {
  const origin = freshOrigin();
  const [a, b] = [
    await sheetZip({ origin, rows: [{}, {}] }),
    await sheetZip({ origin, rows: [{ sheetNo: '99' }, { sheetNo: '99' }] }),
  ];
  const reports = await Promise.all([
    t.run('left.zip', a, { promote: true }),
    t.run('right.zip', b, { promote: true }),
  ]);
  assert.deepEqual(reports.map((report) => report.status).sort(), ['promoted', 'validated']);
  const loser = reports.find((report) => report.status === 'validated')!;
  assert.ok(codes(loser).includes('register.overlap'));
  assert.equal(loser.counts.blocked, 2);
});

test('a number that is taken blocks, and a sheet of another unit with the same number does not', async () => {
  const origin = freshOrigin();
  await t.run('taken-1.zip', await sheetZip({ origin, rows: [{ sheetNo: '77' }] }), { promote: true });
  const taken = await t.run('taken-2.zip', await sheetZip({ origin: freshOrigin(), rows: [{ sheetNo: '77' }] }), {
    promote: true,
  });
  assert.deepEqual([taken.status, codes(taken)], ['validated', ['register.key_taken']]);
  const old = await t.run('taken-3.zip', await sheetZip({ origin: freshOrigin(), rows: [{ sheetNo: '77' }] }), {
    promote: true,
    options: { commune: '07210', at: '2025-06-30' },
  });
  assert.equal(old.status, 'promoted');
  assert.deepEqual(old.commune?.numberedIn, { code: '07210', validFrom: '2025-01-01' });
  assert.ok(codes(old).includes('commune.mapped_to_successor'));
});

test('neighbours that meet within millimetres are let in with a warning, wider ones are not', async () => {
  const origin = freshOrigin();
  const near = squareAt([origin[0] + SIDE - 0.004, origin[1]], 0);
  const report = await t.run('near.zip', await sheetZip({ origin, rows: [{}, { rings: [near] }] }), { promote: true });
  assert.deepEqual([report.status, codes(report)], ['promoted', ['topology.overlap_minor']]);
  const wide = squareAt([origin[0] + 10 * SIDE - 0.03, origin[1]], 1);
  const blocked = await t.run(
    'wide.zip',
    await sheetZip({
      origin,
      rows: [
        { parcelNo: '90', rings: [squareAt(origin, 10)] },
        { parcelNo: '91', rings: [wide] },
      ],
    }),
  );
  assert.ok(codes(blocked).includes('topology.overlap'));
});

test('an officer of another commune sees nothing of a batch and can change nothing', async () => {
  const report = await t.run(
    'scope.zip',
    await sheetZip({ origin: freshOrigin(), rows: [{ identity: '099187650000' }] }),
    { promote: true },
  );
  const stranger = { id: 'officer-elsewhere', communes: ['07228'] };
  const seen = await inTransaction(t.pools.app, stranger, async (trx) => {
    const counts: Record<string, number> = {};
    for (const table of [
      'staging.batch',
      'staging.record',
      'staging.finding',
      'staging.file',
      'staging.identity_number',
      'party.party',
      'party.identity_paper',
      'rights."right"',
      'dealing.dealing',
    ]) {
      counts[table] = Number((await trx.query(`select count(*) as n from ${table}`)).rows[0]?.n);
    }
    return counts;
  });
  assert.deepEqual(
    Object.values(seen),
    Object.values(seen).map(() => 0),
  );
  await assert.rejects(
    inTransaction(t.pools.app, stranger, (trx) =>
      trx.query(`select staging.absorb_scratch($1, gen_random_uuid(), 9214, '{}')`, [report.batchId]),
    ),
    { code: 'DB005' },
  );
  const nobody = await t.pools.app.query('select count(*)::int as n from staging.record');
  assert.equal(nobody.rows[0]?.n, 0, 'without communes set there are no rows');
});

test('a batch in which nothing can be registered is not promoted', async () => {
  const report = await t.run(
    'nothing.zip',
    await sheetZip({ origin: freshOrigin(), rows: [{ parcelNo: '' }, { deleted: true }] }),
    { promote: true },
  );
  assert.deepEqual([report.status, report.promotion], ['validated', null]);
});

test('a sheet in 9209 keeps its own areas; moved to 9214 the same ground would measure more', async () => {
  const toWgs84 = transformer(9214, 4326);
  const to9209 = transformer(4326, 9209);
  const [x, y] = to9209(toWgs84(freshOrigin()));
  const origin: [number, number] = [Math.round(x), Math.round(y)];
  const rows = Array.from({ length: 4 }, (_, i) => ({ sheetNo: '55', rings: [squareAt(origin, i)] }));
  const report = await t.run('9209.zip', await sheetZip({ prj: 9209, rows }), { promote: true });
  assert.deepEqual([report.status, report.srid.used], ['promoted', 9209]);
  const parcels = await t.query<{ area: number; moved: number; legal: number }>(
    `select area_m2::float8 as area, st_area(geom) as moved, st_srid(geom_legal) as legal from cadastre.current_parcel where sheet_no = '55'`,
  );
  assert.equal(parcels.length, 4);
  for (const { area, moved, legal } of parcels) {
    assert.equal(legal, 9209);
    assert.ok(Math.abs(area - SIDE * SIDE) < 0.05, String(area));
    assert.ok(moved - area > 0.01 && moved - area < 0.2, String(moved));
  }
});

test('the store holds each source once and nothing half-written', async () => {
  const stored = await readdir(join(t.context.storageDir, 'files'), { recursive: true });
  assert.ok(stored.length > 0);
  assert.deepEqual(await readdir(join(t.context.storageDir, 'scratch')), []);
});
