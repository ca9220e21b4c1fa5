/** From a scanned paper to a parcel's documents: read, confirmed field by field, and put there by a second person. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { readCodes } from '../../../gis-import/scan/pages/read-codes.ts';
import type { DocumentDetail, DocumentSummary } from '../../domain/contract/document/documents.ts';
import type { ScanDetail } from '../../domain/contract/document/scans.ts';
import type { SecondReading, SecondReadingRate } from '../../domain/contract/document/second-readings.ts';
import type { Shelves } from '../../domain/contract/document/shelves.ts';
import type { DocumentField } from '../../domain/document/reading.ts';
import { searchKey } from '../../domain/encoding/search-key.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import type { Worker } from '../../jobs/start-worker.ts';
import { storedPath } from '../../registry/batch/keep-source-file.ts';
import { indexOlderPapers } from '../../registry/document/index-older-papers.ts';
import { createReadingCipher } from '../../registry/document/reading-cipher.ts';
import { createWordTokens } from '../../registry/document/word-tokens.ts';
import type { Caller } from '../../testing/dealing-stage.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { openScanStage, type ScanStage } from '../../testing/scan-stage.ts';
import { TEST_CONFIG } from '../../testing/test-app.ts';

type Refusal = Pick<ProblemReply, 'code' | 'errors'>;
let s: ScanStage;
let worker: Worker;
/** A certificate that the tests look at and leave unconfirmed: reading one takes seconds. */
let shared: Awaited<ReturnType<typeof bringCertificate>>;
/** The one that came to stand with its parcel. */
let registered: typeof shared | undefined;
before(async () => {
  s = await openScanStage();
  worker = await s.startWorker();
  shared = await bringCertificate();
});
after(async () => {
  await worker.stop();
  await s.close();
});

const colleague: Caller = { role: 'archivist', sub: 'lan' };
const fieldsOf = async (id: string, who = s.archivist) =>
  (await s.t.get<{ items: DocumentField[] }>(`/api/documents/${id}/fields`, who)).body.items;
const put = (id: string, name: string, value: string | null, who = s.archivist) =>
  s.put<DocumentField & Refusal>(`/api/documents/${id}/fields/${name}`, { value }, who);
const post = (path: string, body: object = {}, who: Caller = s.archivist) =>
  s.t.post<DocumentSummary & Refusal>(path, body, who);

/** A certificate of a registered plot, brought in and read. */
async function bringCertificate() {
  const { parcel } = await s.t.plot();
  const land = await s.t.parcel(parcel);
  const facts = s.facts({
    sheetNo: land.sheet,
    parcelNo: land.no,
    areaM2: 1200.5,
    landUse: 'ONT',
    address: 'Thôn Thử, xã Yên Lĩnh, tỉnh Bắc Ninh',
    holder: s.t.holder,
  });
  const scanId = await s.bring(await s.scan(facts));
  const [document] = await s.whenRead(scanId);
  assert.ok(document);
  return { parcel, facts, document };
}

/** Says of every field what was read, or this. */
async function confirmAll(id: string, instead: Readonly<Record<string, string | null>> = {}) {
  for (const { name, value } of notEmpty(await fieldsOf(id))) {
    const { status, body } = await put(id, name, name in instead ? (instead[name] ?? null) : value);
    assert.equal(status, 200, `${name}: ${JSON.stringify(body)}`);
  }
}

test('a scanned certificate is read, confirmed, and stands with its parcel once a second person has looked', async () => {
  const brought = await bringCertificate();
  const { parcel, facts, document } = brought;
  assert.deepEqual(
    [document.kind, document.status, document.pages, document.pagesRead, document.findings],
    ['certificate_qr', 'to_review', 2, 2, []],
  );
  const fields = new Map((await fieldsOf(document.id)).map((field) => [field.name, field]));
  const [holder] = facts.holders;
  const expected = {
    serial: facts.serial,
    bookNo: facts.bookNo,
    sheetNo: facts.sheetNo,
    parcelNo: facts.parcelNo,
    areaM2: '1200.5',
    landUse: 'ONT',
    holder: holder?.name,
    identityNumber: holder?.identityNumber,
    issuedOn: facts.issuedOn,
  };
  for (const [name, value] of Object.entries(expected)) {
    const field = fields.get(name as DocumentField['name']);
    assert.equal(field?.value, value, name);
    assert.ok(field?.box && field.page && field.rule, `${name} has its place and its rule`);
  }
  assert.deepEqual(
    fields.get('serial')?.readings.map(({ reader }) => reader),
    ['print', 'qr'],
  );
  assert.equal(fields.get('areaM2')?.sure, true, 'the register says the same');
  const detail = await s.t.get<DocumentDetail>(`/api/documents/${document.id}`, s.archivist);
  assert.deepEqual(
    detail.body.candidates.map(({ parcelId }) => parcelId),
    [parcel],
  );
  assert.deepEqual(
    detail.body.pageList.map(({ page, state }) => [page, state]),
    [
      [1, 'read'],
      [2, 'read'],
    ],
  );

  const open = await post(`/api/documents/${document.id}/confirm`, { parcelIds: [parcel] });
  assert.deepEqual([open.status, open.body.code, open.body.errors?.length], [409, 'document.fields_open', 9]);
  await confirmAll(document.id);
  const confirmed = await post(`/api/documents/${document.id}/confirm`, { parcelIds: [parcel] });
  assert.deepEqual(
    [confirmed.status, confirmed.body.status, confirmed.body.links.map(({ status }) => status)],
    [200, 'confirmed', ['proposed']],
  );
  const again = await post(`/api/documents/${document.id}/confirm`, { parcelIds: [parcel] });
  assert.deepEqual([again.status, again.body.version], [200, confirmed.body.version], 'twice is once');

  const register = `/api/documents/${document.id}/parcels/${parcel}/register`;
  assert.equal((await post(register)).status, 403, 'an archivist does not decide');
  const both: Caller = { role: ['archivist', 'approver'], sub: s.archivist.sub };
  const own = await post(register, {}, both);
  assert.deepEqual([own.status, own.body.code], [403, 'dealing.own'], 'who confirmed it does not register it');
  const decided = await post(register, {}, s.t.approver);
  assert.deepEqual(
    [decided.status, decided.body.links[0]?.status, decided.body.links[0]?.decidedBy?.id],
    [200, 'registered', s.t.approver.sub],
  );
  registered = brought;
  const refused = await post(
    `/api/documents/${document.id}/parcels/${parcel}/refuse`,
    { reason: 'đã đổi ý' },
    s.t.approver,
  );
  assert.deepEqual([refused.status, refused.body.code], [409, 'document.step_refused']);
  assert.deepEqual(
    (await s.documents(`parcelId=${parcel}`, s.t.officer)).map(({ id }) => id),
    [document.id],
  );
  const late = await put(document.id, 'serial', 'AA 00000001');
  assert.deepEqual([late.status, late.body.code], [409, 'document.step_refused'], 'what was confirmed stays');
});

test('sheet PL3-01 names certificates of the register, and its files are the scans that stand with them', async () => {
  assert.ok(registered, 'the certificate of the story');
  const { parcel, facts, document } = registered;
  const asked = (kind: string, query = '?purpose=data_check', who: Caller = s.archivist) =>
    s.t.app.inject({
      url: `/api/communes/${s.commune}/pl3-01.${kind}${query}`,
      headers: s.t.as(who.role, who.communes ?? [s.commune], who.sub),
    });
  await s.t.query(`alter table rights."right" disable trigger user`);
  await s.t.query(`update rights."right" set certificate_serial = $2 where parcel_id = $1`, [parcel, facts.serial]);
  await s.t.query(`alter table rights."right" enable trigger user`);
  const looks = () =>
    s.t.query(
      `select from audit.read_log where purpose = 'data_check' and actor = $2 and (subject_kind = 'party' or $1 = any (document_ids))`,
      [document.id, s.archivist.sub],
    );
  const before = (await looks()).length;
  const zip = await asked('zip');
  assert.equal(zip.statusCode, 200, zip.body.slice(0, 300));
  assert.equal((await looks()).length, before + 2, 'persons and scans');
  const path = join(s.t.storageDir, 'pl3-01.zip');
  await writeFile(path, zip.rawPayload);
  const run = promisify(execFile);
  const { stdout: names } = await run('unzip', ['-Z1', path]);
  const stem = facts.serial.replace(' ', '');
  const sheet = names.split('\n').find((name) => name.endsWith('.xlsx')) ?? '';
  assert.match(sheet, /^PL3-01-99001-\d{4}-\d\d-\d\d\.xlsx$/);
  assert.deepEqual(names.trim().split('\n').sort(), [`${stem}-GCN.pdf`, sheet, 'index.csv'].sort());
  const { stdout: index } = await run('unzip', ['-p', path, 'index.csv']);
  assert.match(index, new RegExp(`${facts.serial},1,0,1,${stem}-GCN\\.pdf,,,none\r?\n`));
  await run('unzip', ['-o', '-q', path, '-d', s.t.storageDir]);
  const { stdout: text } = await run('pdftotext', [join(s.t.storageDir, `${stem}-GCN.pdf`), '-']);
  assert.ok(searchKey(text).includes(searchKey(facts.serial)), 'the scan is found by its words');

  const book = await asked('xlsx');
  assert.equal(book.statusCode, 200);
  await writeFile(join(s.t.storageDir, 'pl.xlsx'), book.rawPayload);
  const { stdout: xml } = await run('unzip', ['-p', join(s.t.storageDir, 'pl.xlsx'), 'xl/worksheets/sheet1.xml']);
  for (const said of [facts.serial, s.t.holder, `${stem}-GCN.pdf`, 'bản quét giấy tờ'])
    assert.ok(xml.normalize('NFC').includes(said), said);

  const refusals: readonly [string, string, Caller, number, string][] = [
    ['xlsx', '', s.archivist, 400, 'request.invalid'],
    ['xlsx', '?purpose=curiosity', s.archivist, 400, 'request.invalid'],
    ['zip', '?purpose=data_check&sheets=999', s.archivist, 404, 'parcel_file.no_certificates'],
    ['zip', '?purpose=data_check', { ...s.archivist, communes: ['99998'] }, 403, 'auth.forbidden'],
    ['xlsx', '?purpose=data_check', { role: 'surveyor', sub: 'do' }, 403, 'auth.forbidden'],
    ['xlsx', '?purpose=data_check', { role: 'archivist', sub: 'xa', communes: ['99002'] }, 403, 'auth.forbidden'],
  ];
  for (const [kind, query, who, status, code] of refusals) {
    const reply = await asked(kind, query, who);
    assert.deepEqual([reply.statusCode, reply.json<Refusal>().code], [status, code], `${kind}${query}`);
  }
});

test('of a file of several papers the others are told from the certificate; of two certificates they are nobody’s; an unreadable one is said', async () => {
  assert.ok(registered, 'the certificate of the story');
  const { facts, document } = registered;
  const stem = facts.serial.replace(' ', '');
  const run = promisify(execFile);
  const path = join(s.t.storageDir, 'pl3-01-more.zip');
  const pack = async () => {
    const reply = await s.t.app.inject({
      url: `/api/communes/${s.commune}/pl3-01.zip?purpose=data_check`,
      headers: s.t.as(s.archivist.role, [s.commune], s.archivist.sub),
    });
    assert.equal(reply.statusCode, 200);
    await writeFile(path, reply.rawPayload);
    const names = (await run('unzip', ['-Z1', path])).stdout.trim().split('\n');
    const index = (await run('unzip', ['-p', path, 'index.csv'])).stdout;
    const line = index.split('\n').find((one) => one.includes(facts.serial));
    return { names: names.filter((name) => name.endsWith('.pdf')).sort(), line: line?.trim() };
  };
  const other = randomUUID();
  const unguarded = async (sql: string, values: unknown[]) => {
    const tables = ['document.document', 'document.document_page'];
    for (const table of tables) await s.t.query(`alter table ${table} disable trigger user`);
    try {
      await s.t.query(sql, values);
    } finally {
      for (const table of tables) await s.t.query(`alter table ${table} enable trigger user`);
    }
  };
  await unguarded(
    `insert into document.document (document_id, scan_id, ordinal, commune_code, kind, status, decided_by, decided_at)
     select $2, scan_id, 90, commune_code, 'application', 'confirmed', decided_by, decided_at from document.document where document_id = $1`,
    [document.id, other],
  );
  await unguarded(
    `update document.document_page set document_id = $2, ordinal = 1 where document_id = $1
       and ordinal = (select max(ordinal) from document.document_page where document_id = $1)`,
    [document.id, other],
  );
  assert.deepEqual(await pack(), {
    names: [`${stem}-GCN.pdf`, `${stem}-GT.pdf`],
    line: `${facts.serial},1,0,1,${stem}-GCN.pdf,,${stem}-GT.pdf,`,
  });
  await unguarded(`update document.document set kind = 'certificate_qr' where document_id = $1`, [other]);
  assert.deepEqual(await pack(), {
    names: [`${stem}-GCN.pdf`],
    line: `${facts.serial},1,0,1,${stem}-GCN.pdf,,,several_certificates`,
  });
  const [lost] = await s.t.query<{ sha256: string }>(
    `select encode(p.sha256, 'hex') as sha256 from document.page_picture p join document.document_page d using (scan_id, page_no)
     where d.document_id = $1 and p.size = 'full'`,
    [document.id],
  );
  const kept = storedPath(s.t.storageDir, lost!.sha256);
  await rename(kept, `${kept}.away`);
  try {
    assert.deepEqual(await pack(), { names: [], line: `${facts.serial},1,0,1,,unreadable,,several_certificates` });
  } finally {
    await rename(`${kept}.away`, kept);
    await unguarded(`update document.document_page set document_id = $1, ordinal = 2 where document_id = $2`, [
      document.id,
      other,
    ]);
    await unguarded('delete from document.document where document_id = $1', [other]);
  }
});

test('nothing of a person is at rest in clear, and every look is in the log', async () => {
  const { facts, document } = shared;
  const number = facts.holders[0]?.identityNumber ?? '';
  const rows = await s.t.query<{ row: string }>(
    `select row_to_json(t)::text as row from document.field t union all select row_to_json(t)::text from document.scan_page t
     union all select row_to_json(t)::text from audit.entry t`,
  );
  assert.ok(rows.length > 0);
  assert.deepEqual(
    rows.filter(({ row }) => row.includes(number)),
    [],
  );
  const logged = () =>
    s.t.query("select from audit.read_log where subject_kind = 'document' and $1 = any (document_ids)", [document.id]);
  const before = (await logged()).length;
  await fieldsOf(document.id);
  const picture = await s.t.app.inject({
    url: `/api/documents/${document.id}/pages/1`,
    headers: s.t.as('archivist', [s.commune], 'thu'),
  });
  assert.deepEqual(
    [picture.statusCode, picture.headers['content-type'], picture.headers['cache-control']],
    [200, 'image/jpeg', 'no-store'],
  );
  assert.equal(picture.rawPayload.readUInt16BE(0), 0xffd8);
  assert.equal((await logged()).length, before + 2);
});

test("a document is one reviewer's at a time, and nobody's of another commune or role", async () => {
  const { document } = shared;
  assert.equal((await post(`/api/documents/${document.id}/hold`)).status, 200);
  const other = await post(`/api/documents/${document.id}/hold`, {}, colleague);
  assert.deepEqual([other.status, other.body.code], [423, 'document.held']);
  assert.equal((await put(document.id, 'serial', 'AA 00000001', colleague)).status, 423);
  assert.equal((await post(`/api/documents/${document.id}/release`)).status, 200);
  const rivals: Caller[] = [colleague, { role: 'archivist', sub: 'mai' }];
  const held = await Promise.all(rivals.map((who) => post(`/api/documents/${document.id}/hold`, {}, who)));
  assert.deepEqual(held.map(({ status }) => status).sort(), [200, 423], 'of two at once one gets it');
  await Promise.all(rivals.map((who) => post(`/api/documents/${document.id}/release`, {}, who)));
  const stranger: Caller = { role: 'archivist', sub: 'xa', communes: ['99002'] };
  for (const path of ['', '/fields', '/pages/1'])
    assert.equal((await s.t.get(`/api/documents/${document.id}${path}`, stranger)).status, 404, path);
  assert.equal((await put(document.id, 'serial', 'AA 00000001', stranger)).status, 404);
  assert.equal((await put(document.id, 'serial', 'AA 00000001', s.t.officer)).status, 403, 'an officer only looks');
  assert.equal((await s.t.get('/api/documents', { role: 'citizen', sub: 'dan' })).status, 403);
});

test('a value of another form is refused in words, and what the paper does not say can be said', async () => {
  const { document } = shared;
  const unfit = await put(document.id, 'areaM2', 'một sào');
  assert.deepEqual(
    [unfit.status, unfit.body.code, unfit.body.errors?.[0]?.field],
    [422, 'document.value_unfit', 'areaM2'],
  );
  assert.deepEqual((await put(document.id, 'areaM2', '1.234,5')).body.value, '1234.5');
  assert.deepEqual((await put(document.id, 'issuedOn', '01/02/2025')).body.value, '2025-02-01');
  const absent = await put(document.id, 'bookNo', null);
  assert.deepEqual([absent.body.state, absent.body.value], ['absent', null]);
  const number = await put(document.id, 'identityNumber', '099 203 004 005');
  assert.equal(number.body.value, '099203004005');
  const [kept] = (await fieldsOf(document.id)).filter(({ name }) => name === 'identityNumber');
  assert.deepEqual([kept?.value, kept?.state], ['099203004005', 'confirmed']);
});

test('a paper is found by the words that stand on it, with or without diacritics, and by what a person said', async () => {
  const { facts, document } = shared;
  const holder = facts.holders[0]?.name ?? '';
  const plain = searchKey(holder);
  assert.notEqual(plain, holder);
  const find = async (q: string, who = s.archivist) =>
    (await s.documents(`q=${encodeURIComponent(q)}`, who)).map(({ id }) => id);
  for (const q of [holder, plain, plain.toUpperCase(), `${plain} gan lien voi dat`])
    assert.ok((await find(q)).includes(document.id), q);
  assert.deepEqual(await find(`${plain} khongcotrengiay`), [], 'all words must stand there');
  assert.deepEqual(await find(facts.holders[0]?.identityNumber ?? ''), [], 'numbers of persons have their own look-up');
  assert.deepEqual(await find(plain, { role: 'archivist', sub: 'xa', communes: ['99002'] }), []);
  assert.equal((await put(document.id, 'holder', 'Quách Thị Hư Ảo')).status, 200);
  assert.ok((await find('quach thi hu ao')).includes(document.id));
  const logged = await s.t.query("select from audit.read_log where purpose = 'search' and $1 = any (document_ids)", [
    document.id,
  ]);
  assert.ok(logged.length >= 5, 'what was found is in the log');
});

test('a paper has its place on a shelf, is found by it and moved, and each move is told', async () => {
  const { document } = shared;
  const place = (number: string, who = s.archivist) =>
    s.put<DocumentSummary & Refusal>(
      `/api/documents/${document.id}/place`,
      { store: 'Kho Đông', row: '2', shelf: '3', box: 'H14', number },
      who,
    );
  assert.equal((await place('7')).body.place?.store, 'Kho Đông');
  assert.deepEqual([(await place('8')).status, (await place('8')).body.place?.number], [200, '8']);
  for (const q of ['Kho Đông/2/3/H14/8', 'kho dong/2/3'])
    assert.ok(
      (await s.documents(`q=${encodeURIComponent(q)}`)).some(({ id }) => id === document.id),
      q,
    );
  assert.equal((await s.documents(`q=${encodeURIComponent('Kho Đông/2/3/H14/7')}`)).length, 0);
  assert.equal((await place('', s.archivist)).status, 400);
  assert.equal((await place('9', s.t.officer)).status, 403);
  assert.equal((await place('9', { role: 'archivist', sub: 'xa', communes: ['99002'] })).status, 404);
  const told = await s.t.query<{ body: object }>(
    "select body from audit.entry where action = 'document.placed' order by seq",
  );
  assert.deepEqual(
    told.map(({ body }) => body),
    [
      { before: null, after: 'Kho Đông/2/3/H14/7' },
      { before: 'Kho Đông/2/3/H14/7', after: 'Kho Đông/2/3/H14/8' },
    ],
  );
});

test('labels of boxes and papers say where they lie, with a code that finds the box, and are printed again the same', async () => {
  const { document } = shared;
  const box = { store: 'Kho Đông', row: '2', shelf: '3', box: 'H14' };
  await s.put(`/api/documents/${document.id}/place`, { ...box, number: '8' }, s.archivist);
  const call = (
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    who: 'archivist' | 'officer' = 'archivist',
    communes = [s.commune],
  ) => s.t.app.inject({ method, url, headers: s.t.as(who, communes, 'thu'), ...(payload ? { payload } : {}) });
  const shelves = (await call('GET', `/api/shelves?q=${encodeURIComponent('kho dong/2')}`)).json<Shelves>();
  assert.deepEqual(
    shelves.boxes.map(({ papers, ...one }) => [one.store, one.box, papers]),
    [['Kho Đông', 'H14', 1]],
  );
  assert.deepEqual((await call('GET', '/api/shelves', undefined, 'archivist', ['99002'])).json<Shelves>().boxes, []);
  const print = (asked: object) => call('POST', '/api/shelves/labels', { of: 'papers', boxes: [box], ...asked });
  const [first, again] = [await print({ used: 23 }), await print({ used: 23 })];
  assert.deepEqual([first.statusCode, first.headers['content-type']], [200, 'application/pdf']);
  assert.ok(first.rawPayload.equals(again.rawPayload), 'the same bytes');
  const path = join(s.t.storageDir, 'labels.pdf');
  await writeFile(path, first.rawPayload);
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', path, '-']);
  for (const said of ['Kho Đông', 'Dãy 2 · Kệ 3', 'Hộp H14', 'Số 8']) assert.ok(stdout.includes(said), said);
  await promisify(execFile)('pdftoppm', ['-r', '200', '-png', '-singlefile', path, join(s.t.storageDir, 'labels')]);
  const codes = await readCodes(() => sharp(join(s.t.storageDir, 'labels.png')), 1654);
  assert.deepEqual(
    codes.map(({ text }) => text),
    ['Kho Đông/2/3/H14'],
  );
  assert.ok((await s.documents(`q=${encodeURIComponent(codes[0]?.text ?? '')}`)).some(({ id }) => id === document.id));
  assert.equal((await print({ of: 'boxes', sheet: 'a4_2x7_99x38' })).statusCode, 200);
  assert.equal((await print({ used: 24 })).json<Refusal>().code, 'document.labels_unfit');
  assert.equal((await print({ boxes: [{ ...box, box: 'H15' }] })).json<Refusal>().code, 'document.box_not_found');
  assert.equal((await call('POST', '/api/shelves/labels', { of: 'boxes', boxes: [box] }, 'officer')).statusCode, 403);
});

test('a paper is downloaded as a PDF with its words, its pictures as they are kept, under its serial', async () => {
  const { facts, document } = shared;
  const get = (sub: string, communes = [s.commune]) =>
    s.t.app.inject({ url: `/api/documents/${document.id}/file.pdf`, headers: s.t.as('archivist', communes, sub) });
  const { statusCode, headers, rawPayload } = await get('thu');
  assert.deepEqual(
    [statusCode, headers['content-type'], headers['cache-control']],
    [200, 'application/pdf', 'no-store'],
  );
  const name = `${(await fieldsOf(document.id)).find((field) => field.name === 'serial')?.value?.replace(' ', '')}-GCN.pdf`;
  assert.equal(headers['content-disposition'], `attachment; filename*=UTF-8''${name}`);
  const picture = await s.t.app.inject({
    url: `/api/documents/${document.id}/pages/1?size=full`,
    headers: s.t.as('archivist', [s.commune], 'thu'),
  });
  assert.ok(rawPayload.includes(picture.rawPayload), 'the picture is there byte for byte');
  const path = join(s.t.storageDir, 'searchable.pdf');
  await writeFile(path, rawPayload);
  const { stdout } = await promisify(execFile)('pdftotext', [path, '-']);
  const words = searchKey(stdout);
  for (const word of [facts.holders[0]?.name ?? '', 'giay chung nhan', 'quyen su dung dat'])
    assert.ok(words.includes(searchKey(word)), word);
  assert.equal((await get('xa', ['99002'])).statusCode, 404);
});

test('papers that were read before words were kept are found once a worker has gone through them', async () => {
  const { facts, document } = shared;
  const find = async () =>
    (await s.documents(`q=${encodeURIComponent(searchKey(facts.holders[0]?.name ?? ''))}`)).map(({ id }) => id);
  const gone = await s.t.query('delete from document.word where document_id = $1 returning 1', [document.id]);
  assert.ok(gone.length > 10);
  assert.ok(!(await find()).includes(document.id));
  const key = TEST_CONFIG.personalDataKey;
  const ciphers = { cipher: createReadingCipher(key), tokens: createWordTokens(key) };
  const actor = { id: 'scan-worker', communes: '*' } as const;
  const both = await Promise.all([1, 2].map(() => indexOlderPapers(s.t.pools.app, actor, ciphers)));
  assert.ok(both.some((papers) => papers > 0));
  assert.ok((await find()).includes(document.id));
  assert.equal(await indexOlderPapers(s.t.pools.app, actor, ciphers), 0, 'nothing is left to do');
});

test('a QR code that says something else than the print leaves the serial to a person', async () => {
  const facts = { ...s.facts(), qrSerial: 'AZ 00000009' };
  const [document] = await s.whenRead(await s.bring(await s.scan(facts)));
  assert.deepEqual(document?.findings, ['document.parcel_not_found']);
  const serial = (await fieldsOf(document?.id ?? '')).find(({ name }) => name === 'serial');
  assert.deepEqual([serial?.value, serial?.sure, serial?.findings], [null, false, ['field.qr_differs']]);
  assert.deepEqual(
    serial?.readings.map(({ reader, value }) => [reader, value]),
    [
      ['print', facts.serial],
      ['qr', 'AZ 00000009'],
    ],
  );
  const rejected = await post(`/api/documents/${document?.id}/reject`, { reason: 'mã QR dán nhầm 099203004005' });
  assert.deepEqual([rejected.body.status, rejected.body.reason], ['rejected', 'mã QR dán nhầm •••••••••005']);
});

test('the same file is one scan, and a parcel of another commune is none of its', async () => {
  const bytes = await s.scanFront(s.facts());
  const [first, second] = await Promise.all([s.bring(bytes), s.bring(bytes, 'ban-sao.jpg')]);
  assert.equal(first, second);
  const [document, ...more] = await s.whenRead(first);
  assert.equal(more.length, 0);
  await confirmAll(document?.id ?? '', { serial: 'AA 01234567' });
  const [elsewhere] = await s.t.query<{ id: string }>(
    `select parcel_id as id from cadastre.current_parcel where commune_code <> $1 limit 1`,
    [s.commune],
  );
  const refused = await post(`/api/documents/${document?.id}/confirm`, { parcelIds: [elsewhere?.id] });
  assert.deepEqual([refused.status, refused.body.code], [404, 'parcel.not_found']);
  const [row] = await s.documents(`scanId=${first}`);
  assert.equal(row?.status, 'to_review', 'nothing is half done');
  assert.equal((await post(`/api/documents/${document?.id}/confirm`, { parcelIds: [] })).body.status, 'confirmed');
});

test('pages are put together anew: cut, turned round and put back; what a person said stays, no page is lost, and nobody is overtaken', async () => {
  const { document } = shared;
  const path = `/api/scans/${document.scanId}/arrange`;
  const further = randomUUID();
  type Arranged = ScanDetail & Refusal;
  const arrange = (documents: readonly { id: string; was: number[]; pages: number[] }[], who: Caller = s.archivist) =>
    s.t.post<Arranged>(path, { documents }, who);
  const pagesOf = ({ documents }: Arranged) => documents.map(({ id, pages }) => [id, pages]);
  const cut = [
    { id: document.id, was: [1, 2], pages: [1] },
    { id: further, was: [], pages: [2] },
  ];
  const saidBefore = (await fieldsOf(document.id)).filter(({ state }) => state !== 'read');
  assert.ok(notEmpty(saidBefore).some(({ name }) => name === 'identityNumber'));

  assert.equal((await arrange(cut, s.t.officer)).status, 403, 'an officer only looks');
  assert.equal((await arrange(cut, { role: 'archivist', sub: 'xa', communes: ['99002'] })).status, 404);
  for (const pages of [[], [2, 2], [2, 3]]) {
    const unfit = await arrange([cut[0]!, { id: further, was: [], pages }]);
    assert.deepEqual([unfit.status, unfit.body.code], [422, 'document.pages_unfit'], JSON.stringify(pages));
  }
  const stale = await arrange([{ id: document.id, was: [1], pages: [2, 1] }]);
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale']);
  const [elsewhere] = await s.documents('status=confirmed');
  const taken = await arrange([cut[0]!, { id: elsewhere?.id ?? '', was: [], pages: [2] }]);
  assert.deepEqual([taken.status, taken.body.code], [412, 'version.stale'], 'an id of another file');
  await post(`/api/documents/${document.id}/release`);
  assert.equal((await post(`/api/documents/${document.id}/hold`, {}, colleague)).status, 200);
  assert.deepEqual((await arrange(cut)).body.code, 'document.held');
  await post(`/api/documents/${document.id}/release`, {}, colleague);

  const [one, two] = await Promise.all([arrange(cut), arrange(cut)]);
  assert.deepEqual([one?.status, two?.status], [200, 200], 'the same said twice at once is done once');
  const read = await s.whenRead(document.scanId);
  assert.deepEqual(
    read.map(({ id, pages, kind }) => [id, pages, kind]).sort(),
    [
      [document.id, 1, 'certificate_qr'],
      [further, 1, 'certificate_qr'],
    ].sort(),
  );
  const valuesOf = (fields: readonly DocumentField[]) => fields.map(({ name, value, state }) => [name, value, state]);
  const saidAfter = (await fieldsOf(document.id)).filter(({ state }) => state !== 'read');
  assert.deepEqual(valuesOf(saidAfter), valuesOf(saidBefore), 'what she said stays');

  const back = await arrange([
    { id: document.id, was: [1], pages: [2, 1] },
    { id: further, was: [2], pages: [] },
  ]);
  assert.deepEqual([back.status, pagesOf(back.body)], [200, [[document.id, [2, 1]]]]);
  const [whole, ...rest] = await s.whenRead(document.scanId);
  assert.deepEqual([whole?.id, whole?.pages, rest.length], [document.id, 2, 0], 'an empty one is not in the list');
  const sheet = (await fieldsOf(document.id)).find(({ name }) => name === 'sheetNo');
  assert.equal(sheet?.page, 2, 'fields stand where their page stands now');
  assert.equal((await post(`/api/documents/${further}/confirm`, { parcelIds: [] })).body.code, 'document.step_refused');
  const told = await s.t.query<{ body: { documents: unknown[] } }>(
    "select body from audit.entry where action = 'scan.arranged' order by seq",
  );
  assert.deepEqual(
    told.map(({ body }) => body.documents),
    [
      cut,
      [
        { id: document.id, was: [1], pages: [2, 1] },
        { id: further, was: [2], pages: [] },
      ],
    ],
  );
});

test('a paper that was confirmed without a parcel is given one later, by two people', async () => {
  const { document } = shared;
  await confirmAll(document.id, {
    landUse: 'ONT',
    serial: 'AA 00000123',
    holder: 'Quách Thị Hư Ảo',
    issuedOn: '2025-02-01',
  });
  const path = `/api/documents/${document.id}/parcels`;
  const { parcel } = await s.t.plot();
  const early = await post(path, { parcelIds: [parcel] });
  assert.deepEqual([early.status, early.body.code], [409, 'document.step_refused']);
  assert.equal((await post(`/api/documents/${document.id}/confirm`, { parcelIds: [] })).body.status, 'confirmed');
  assert.deepEqual((await post(path, { parcelIds: [randomUUID()] })).body.code, 'parcel.not_found');
  assert.equal((await post(path, { parcelIds: [parcel] }, s.t.approver)).status, 403);
  assert.equal(
    (await post(path, { parcelIds: [parcel] }, { role: 'archivist', sub: 'xa', communes: ['99002'] })).status,
    404,
  );
  const both = await Promise.all([post(path, { parcelIds: [parcel] }), post(path, { parcelIds: [parcel] }, colleague)]);
  assert.deepEqual(
    both.map(({ status, body }) => [status, body.links.length]),
    [
      [200, 1],
      [200, 1],
    ],
    'proposed once',
  );
  const [link] = both[0]?.body.links ?? [];
  const own: Caller = { role: ['archivist', 'approver'], sub: link?.proposedBy.id === 'lan' ? 'lan' : 'thu' };
  assert.equal(link?.status, 'proposed');
  assert.equal(
    (await post(`${path}/${parcel}/register`, {}, { ...own, sub: String(link?.proposedBy.id) })).body.code,
    'dealing.own',
  );
  const refused = await post(`${path}/${parcel}/refuse`, { reason: 'Sai thửa' }, s.t.approver);
  assert.equal(refused.body.links[0]?.status, 'refused');
  assert.deepEqual(
    (await post(path, { parcelIds: [parcel] })).body.code,
    'document.step_refused',
    'not the same again',
  );
  const other = (await s.t.plot()).parcel;
  assert.equal((await post(path, { parcelIds: [other] })).status, 200);
  const registered = await post(`${path}/${other}/register`, {}, s.t.approver);
  assert.equal(registered.body.links.find(({ parcelId }) => parcelId === other)?.status, 'registered');
});

test('a drawn document is read again by somebody who sees nothing of the first reading; what differs waits for a third person', async () => {
  await s.t.query("update reference.setting set value = 1 where name = 'second_reading_one_of'");
  const { parcel, facts, document } = await bringCertificate();
  const path = `/api/documents/${document.id}`;
  const rateBefore = (await s.t.get<SecondReadingRate>('/api/second-readings', s.t.officer)).body;
  await confirmAll(document.id, { landUse: 'ONT', bookNo: null });
  const first = await fieldsOf(document.id);
  const confirmed = await post(`${path}/confirm`, { parcelIds: [parcel] });
  assert.deepEqual([confirmed.body.secondReading, confirmed.body.mayRead], ['waiting', false]);
  const hidden = (await s.documents('second=waiting', colleague)).find(({ id }) => id === document.id);
  assert.deepEqual([hidden?.serial, hidden?.parcelNo, hidden?.links, hidden?.mayRead], [null, null, [], true]);
  const blind = await s.t.get<Refusal>(`${path}/fields`, colleague);
  assert.deepEqual([blind.status, blind.body.code], [409, 'document.read_blind']);
  const waits = await s.t.get<SecondReading>(`${path}/second-reading`, colleague);
  assert.ok(notEmpty(waits.body.fields).every(({ said }) => said === null));
  assert.ok(!JSON.stringify(waits.body).includes(facts.serial));
  const register = `${path}/parcels/${parcel}/register`;
  assert.equal((await post(register, {}, s.t.approver)).body.code, 'document.second_open');

  const fields = first.map(({ name, value }) => ({ name, value: name === 'serial' ? 'AA 09999999' : value }));
  const again = (body: object, who: Caller = colleague) =>
    post(`/api/documents/${document.id}/second-reading`, body, who);
  assert.equal((await again({ fields }, s.archivist)).body.code, 'dealing.own');
  assert.equal((await again({ fields }, s.t.approver)).status, 403);
  assert.equal((await again({ fields }, { role: 'archivist', sub: 'xa', communes: ['99002'] })).status, 404);
  assert.equal((await again({ fields: fields.slice(1) })).body.code, 'document.fields_open');
  assert.equal((await again({ fields: [{ name: 'areaM2', value: 'một sào' }] })).body.code, 'document.value_unfit');
  const both = await Promise.all([again({ fields }), again({ fields })]);
  assert.deepEqual(
    both.map(({ status, body }) => [status, body.secondReading]),
    [
      [200, 'differs'],
      [200, 'differs'],
    ],
  );
  assert.equal((await post(register, {}, s.t.approver)).body.code, 'document.second_open');
  const differs = await s.t.get<SecondReading>(`${path}/second-reading`, s.t.approver);
  assert.deepEqual(
    differs.body.fields.filter(({ said }) => said?.agrees === false),
    [{ ...differs.body.fields[0], said: { first: facts.serial, second: 'AA 09999999', agrees: false } }],
  );
  const settle = (value: string, who: Caller = s.t.approver) =>
    post(`/api/documents/${document.id}/second-reading/settle`, { fields: [{ name: 'serial', value }] }, who);
  assert.equal((await settle(facts.serial, { role: ['archivist', 'approver'], sub: 'lan' })).body.code, 'dealing.own');
  assert.equal((await settle('AA 07777777')).body.secondReading, 'settled');
  assert.equal((await settle('AA 07777777')).status, 200, 'twice is once');
  assert.equal((await settle('AA 01111111', { role: 'approver', sub: 'hoa' })).body.code, 'document.step_refused');
  assert.equal((await fieldsOf(document.id))[0]?.value, 'AA 07777777');
  const [kept] = await s.t.query(
    "select first_value as first, value from document.second_field where document_id = $1 and name = 'serial'",
    [document.id],
  );
  assert.deepEqual(kept, { first: facts.serial, value: 'AA 09999999' }, 'what both said stays');
  await assert.rejects(
    s.t.query("update document.field set value = 'x' where document_id = $1 and name = 'bookNo'", [document.id]),
    /is fixed/,
  );
  const numbers = await s.t.query('select from document.identity_number where document_id = $1', [document.id]);
  assert.equal(numbers.length, 1, 'looked up by once it is known to be right');
  assert.equal((await post(register, {}, s.t.approver)).status, 200);
  const rate = (await s.t.get<SecondReadingRate>('/api/second-readings', s.t.officer)).body;
  assert.deepEqual(
    [rate.oneOf, rate.read - rateBefore.read, rate.differed, rate.fieldsDiffered, rate.toSettle],
    [1, 1, 1, 1, 0],
  );
  await s.t.query("update reference.setting set value = 20 where name = 'second_reading_one_of'");
});

test('the pages of a document that was decided on stay where they are', async () => {
  const [decided] = await s.documents('status=confirmed');
  assert.ok(decided);
  const { body } = await s.t.get<ScanDetail>(`/api/scans/${decided.scanId}`, s.archivist);
  const [document] = body.documents;
  assert.ok(document);
  const pages: number[] = [];
  const asked = { documents: [{ id: document.id, was: document.pages, pages }] };
  const refused = await s.t.post<Refusal>(`/api/scans/${decided.scanId}/arrange`, asked, s.archivist);
  assert.deepEqual([refused.status, refused.body.code], [409, 'document.step_refused']);
  await assert.rejects(
    s.t.query('delete from document.document_page where document_id = $1', [document.id]),
    /its pages are fixed/,
  );
});
