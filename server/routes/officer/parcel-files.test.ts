/** Parcels in files for other systems: read by GDAL and by our own import, as of a day, for those who may. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { openTestImport, type TestImport } from '../../testing/import/open-import.ts';
import { ORIGIN, SIDE, sheetZip, squareAt } from '../../testing/import/sheet-zip.ts';
import { openTokenApp, type TokenApp } from '../../testing/sign-in/token-app.ts';

const run = promisify(execFile);
const COMMUNE = '07210';
const HOLDER = 'Nguyễn Thị Hư Cấu';
let imports: TestImport;
let t: TokenApp;

/** A square with a pond in it. */
const ringed = () => [
  squareAt(ORIGIN, 2),
  squareAt(ORIGIN, 2)
    .map(
      ([x, y]) =>
        [
          ORIGIN[0] + 2.5 * SIDE + (x - ORIGIN[0] - 2.5 * SIDE) / 4,
          ORIGIN[1] + SIDE / 2 + (y - ORIGIN[1] - SIDE / 2) / 4,
        ] as const,
    )
    .reverse(),
];
before(async () => {
  imports = await openTestImport();
  const rows = [
    { serial: 'AA 01234567' },
    { landUse: 'ONT 200+CLN 200', address: 'Thôn Đồng Ấm' },
    { rings: ringed(), area: '375.0', landUse: 'LUC' },
  ];
  const report = await imports.run('first.zip', await sheetZip({ rows }), { promote: true });
  assert.equal(report.status, 'promoted', JSON.stringify(report.findings));
  // The one database is dropped once.
  t = await openTokenApp({}, {}, { ...imports.database, drop: async () => {} });
});
after(async () => {
  await t.close();
  await imports.close();
});

const officer = () => t.as('officer', [COMMUNE], 'ha');
const ask = (file: string, headers: Record<string, string> = officer()) =>
  t.app.inject({ url: `/api/communes/${COMMUNE}/parcels.${file}`, headers });
let saved = 0;
async function save(file: string): Promise<string> {
  const reply = await ask(file);
  assert.equal(reply.statusCode, 200, reply.body.slice(0, 500));
  saved += 1;
  const path = join(t.storageDir, `${saved}.${file.replace(/\?.*/, '')}`);
  await writeFile(path, reply.rawPayload);
  return path;
}
const differences = (batchId: string) =>
  imports.query(
    `select r.parcel_no as no, d.fields from staging.difference d join staging.record r using (batch_id, record_no) where d.batch_id = $1 order by 1`,
    [batchId],
  );
/** Parcel 1 is held by a community too, on a paper of its own. */
async function shareParcel(): Promise<void> {
  const party = '00000000-0000-4000-8000-0000000000c1';
  await imports.query(
    `with visible as (insert into party.visibility (party_id, commune_code) values ($1, '${COMMUNE}')),
     party as (
       insert into party.party (party_id, kind, name, search_key, raised_by)
       select $1, 'community', 'Thôn Hư Cấu', 'thon hu cau', raised_by from party.party limit 1)
     insert into rights."right" (right_id, parcel_id, party_id, kind, certificate_serial, commune_code, verified, raised_by, registered_at)
     select gen_random_uuid(), r.parcel_id, $1, r.kind, 'AA 01234568', r.commune_code, r.verified, r.raised_by, r.registered_at
     from rights."right" r where r.certificate_serial = 'AA 01234567' and r.ended_at is null`,
    [party],
  );
}
const looks = async () =>
  await imports.query<{ purpose: string; n: number }>(
    `select purpose, cardinality(party_ids)::int as n from audit.read_log where actor = 'ha' and subject_kind = 'party' order by seq`,
  );

test('a shapefile says what the register says, to GDAL too; persons only for a purpose, noted for each of them', async () => {
  const path = await save('zip?encoding=utf8');
  const { stdout } = await run('ogrinfo', ['-q', '-al', `/vsizip/${path}`]);
  assert.match(stdout, /SHBANDO \(String\) = 12\n/);
  assert.match(stdout, /MALOAIDAT \(String\) = ONT 200\.00\+CLN 200\.00\n/);
  assert.match(stdout, /DIACHITHUA \(String\) = Thôn Đồng Ấm\n/);
  assert.match(stdout, /DIENTICHPL \(Real\) = 375\.00\n/);
  assert.equal(stdout.match(/LEVEL \(Integer\) = 10\n/g)?.length, 3);
  assert.match(stdout, /POLYGON \(\(416785 2353056,416785 2353076,416805 2353076,416805 2353056,416785 2353056\)\)/);
  assert.doesNotMatch(stdout, /TENCHU|SOPHATHANH|Hư Cấu/);
  assert.deepEqual(await looks(), []);

  const named = await save('zip?purpose=data_check');
  const { stdout: withNames } = await run('ogrinfo', ['-q', '-al', `/vsizip/${named}`]);
  assert.match(withNames, new RegExp(`TENCHU \\(String\\) = ${HOLDER}\n`));
  assert.match(withNames, /SOPHATHANH \(String\) = AA 01234567\n/);
  assert.deepEqual(
    (await looks()).map(({ purpose }) => purpose),
    ['data_check'],
  );
});

test('what went out comes in again as what it is: every corner, every attribute, in either encoding', async () => {
  for (const encoding of ['utf8', 'tcvn3'] as const) {
    const reply = await ask(`zip?encoding=${encoding}&purpose=data_check`);
    const report = await imports.run(`again-${encoding}.zip`, reply.rawPayload);
    assert.deepEqual([report.counts.read, report.encoding.used, report.srid.used], [3, encoding, 9214]);
    const rows = await imports.query(
      `select r.parcel_no, r.scale, v.land_use as "landUse",
         st_hausdorffdistance(r.geom_legal, v.geom_legal) <= 0.001 and st_npoints(r.geom_legal) = st_npoints(v.geom_legal) as "sameShape",
         r.legal_area_m2 = v.legal_area_m2 as "sameArea", r.candidate ->> 'address' is not distinct from v.address as "sameAddress",
         (select string_agg(p ->> 'code', '+') from jsonb_array_elements(r.candidate -> 'purposes') p) = v.land_use as "sameUse",
         r.candidate -> 'holders' -> 0 ->> 'name' as holder, r.candidate ->> 'certificateSerial' as serial
       from staging.record r join cadastre.sheet s on s.number = r.sheet_no and s.scale = r.scale and s.unit_code = '07210'
       join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.parcel_no = r.parcel_no and v.status = 'current'
       where r.batch_id = $1 order by r.parcel_no`,
      [report.batchId],
    );
    const same = { sameShape: true, sameArea: true, sameAddress: true, sameUse: true, scale: 1000, holder: HOLDER };
    assert.deepEqual(rows, [
      { parcel_no: '1', landUse: 'ONT', serial: 'AA 01234567', ...same },
      { parcel_no: '2', landUse: 'ONT+CLN', serial: null, ...same },
      { parcel_no: '3', landUse: 'LUC', serial: null, ...same },
    ]);
  }
});

test('a drawing has the levels of the cadastral map; the exchange XML tells tables and fields, escaped', async () => {
  const drawing = await save('dxf');
  const { stdout } = await run('ogrinfo', ['-q', '-al', drawing]);
  const onLayer = (level: number) => stdout.match(new RegExp(`Layer \\(String\\) = ${level}\n`, 'g'))?.length;
  assert.deepEqual([10, 11, 13, 2, 4].map(onLayer), [4, 3, 3, 3, 3]);
  assert.match(stdout, /Text \(String\) = ONT\+CLN\n/);

  await imports.query('alter table cadastre.parcel_version disable trigger user');
  await imports.query(
    `update cadastre.parcel_version set address = '<Thôn> "A" & B' where parcel_no = '3' and legal_area_m2 = 375`,
  );
  // Of one nothing is known but what was measured, and two hold it, each by a paper of their own.
  await imports.query(
    `update cadastre.parcel_version set legal_area_m2 = null where parcel_no = '1' and address = 'Thôn Trại Cau'`,
  );
  await imports.query('alter table cadastre.parcel_version enable trigger user');
  const reply = await ask('xml?purpose=authority');
  assert.equal(reply.headers['content-type'], 'application/xml', reply.body);
  assert.match(reply.body, /<diaChi>&#60;Thôn&#62; &#34;A&#34; &#38; B<\/diaChi>/);
  assert.match(reply.body, /<soHieuToBanDo>12<\/soHieuToBanDo><soThuTuThua>3<\/soThuTuThua>/);
  assert.match(
    reply.body,
    new RegExp(`<DC_CaNhan><caNhanId>[0-9a-f-]{36}</caNhanId><hoTen>${HOLDER}</hoTen></DC_CaNhan>`),
  );
  assert.match(reply.body, /MẪU \/ SAMPLE/);
});

test('the exchange XML comes in again: no difference; a changed one differs in exactly what was changed', async () => {
  await shareParcel();
  const { body } = await ask('xml?purpose=data_check');
  const again = await imports.run('again.xml', Buffer.from(body));
  assert.deepEqual(
    [again.status, again.srid.used, again.encoding.used],
    ['validated', 9214, 'utf8'],
    JSON.stringify(again),
  );
  assert.deepEqual([again.counts.read, again.counts.ignored], [3, 3], JSON.stringify(again.findings));
  assert.deepEqual(await differences(again.batchId), [
    { no: '1', fields: [] },
    { no: '2', fields: [] },
    { no: '3', fields: [] },
  ]);
  const without = await imports.run('bare.xml', (await ask('xml')).rawPayload);
  assert.equal(without.counts.ignored, 3, 'who holds it is not said, and is no difference');

  // 1 has another holder, 2 another use and address, 3 another corner.
  const corner = `${(ORIGIN[0] + 3 * SIDE).toFixed(4)} ${(ORIGIN[1] + SIDE).toFixed(4)}`;
  assert.equal(body.split(corner).length, 2);
  const changed = body
    .replace('<tenCongDong>Thôn Hư Cấu<', '<tenCongDong>Thôn Tưởng Tượng<')
    .replace('<maMucDichSuDung>CLN<', '<maMucDichSuDung>LUC<')
    .replace('<diaChi>Thôn Đồng Ấm<', '<diaChi>Thôn Đồng Lạnh<')
    .replace(corner, `${(ORIGIN[0] + 3 * SIDE).toFixed(4)} ${(ORIGIN[1] + SIDE + 0.5).toFixed(4)}`);
  const other = await imports.run('changed.xml', Buffer.from(changed));
  assert.deepEqual(await differences(other.batchId), [
    { no: '1', fields: ['holders'] },
    { no: '2', fields: ['purposes', 'address'] },
    { no: '3', fields: ['boundary'] },
  ]);
  const cut = await imports.run('cut.xml', Buffer.from(body.slice(0, -200)));
  assert.deepEqual([cut.status, cut.findings.map(({ code }) => code)], ['refused', ['file.xml_damaged']]);
});

test('of a day, of some sheets, of a commune one serves; bad questions end with a code', async () => {
  const code = async (file: string, headers?: Record<string, string>) => {
    const reply = await ask(file, headers);
    return reply.statusCode === 200 ? 200 : [reply.statusCode, reply.json().code];
  };
  assert.deepEqual(await code('zip?at=2001-01-01'), [404, 'parcel_file.empty']);
  assert.deepEqual(await code('dxf?sheets=99'), [404, 'parcel_file.empty']);
  assert.equal(await code('dxf?sheets=99,12'), 200);
  assert.deepEqual(await code('xml?sheets=12;drop'), [400, 'request.invalid']);
  assert.deepEqual(await code('zip?encoding=koi8'), [400, 'request.invalid']);
  for (const who of [t.as('officer', ['99001'], 'elsewhere'), t.as('citizen', [COMMUNE], 'citizen')])
    assert.deepEqual(await code('zip', who), [403, 'auth.forbidden']);
  assert.deepEqual(await code('zip', {}), [401, 'auth.required']);
  await imports.query(
    `update cadastre.sheet set srid = 9209 where number = '12' and commune_code = '99001' and unit_code = '99011'`,
  );
  const several = await t.app.inject({
    url: '/api/communes/99001/parcels.zip',
    headers: t.as('officer', ['99001'], 'ha'),
  });
  assert.deepEqual([several.statusCode, several.json().code], [422, 'parcel_file.several_systems']);
});
