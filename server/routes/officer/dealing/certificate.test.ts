/** Certificates: issuing under four eyes, what follows, and what is printed onto the blank. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { BlankStock } from '../../../domain/contract/paper/blanks.ts';
import type { Certificate, CertificateDetail } from '../../../domain/contract/paper/certificates.ts';
import type { PaperCheck } from '../../../domain/contract/paper/paper-checks.ts';
import type { ParcelDealingKind } from '../../../domain/dealing/dealing-kind.ts';
import type { ProblemReply } from '../../../domain/problem/problem.ts';
import { type Caller, type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { assertGuarded, registeredAtOnce, stoppedBy } from '../../../testing/dealing-suite.ts';
import { notEmpty } from '../../../testing/not-empty.ts';
import { checkStatement, type StatementKey } from '../../../verifier/paper-statement.ts';

const run = promisify(execFile);
let stage: DealingStage;
let folder: string;
const KEEPER: Caller = { role: 'archivist', sub: 'kho' };
const NOTE = { no: 'GN-1/2026', date: '2026-11-02' };
const DOCUMENT = { no: 'QĐ-7/2026', date: '2026-11-02' };

before(async () => {
  stage = await openDealingStage();
  folder = await mkdtemp(join(tmpdir(), 'diaba-blank-'));
  for (const body of [
    { kind: 'received', firstSerial: 'ST 00000001', quantity: 100, document: NOTE },
    { kind: 'given', firstSerial: 'ST 00000001', quantity: 90, givenTo: 'ha' },
  ])
    assert.equal((await stage.post('/api/blanks/moves', body, KEEPER)).status, 201);
});
after(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

let used = 0;
const freshBlank = (): string => {
  used += 1;
  return `ST ${String(used).padStart(8, '0')}`;
};
const rightOf = async (parcel: string) => (await stage.rights(parcel)).rights[0]!;
const ask = async (kind: ParcelDealingKind, parcel: string, payload: object) =>
  stage.draft(kind, await stage.parcel(parcel), { rightIds: [(await rightOf(parcel)).rightId], ...payload });
const check = async (code: string | null) =>
  (await stage.app.inject({ url: `/api/verify/${code}` })).json<PaperCheck>();
const read = async (serial: string, who = stage.officer) =>
  stage.get<CertificateDetail>(`/api/certificates/${encodeURIComponent(serial)}`, who);

/** A plot whose right has a certificate that was issued here. */
async function certified() {
  const { parcel } = await stage.plot();
  const blank = freshBlank();
  const { dealing } = await stage.registerDraft(await ask('certificate_issue', parcel, { blankSerial: blank }));
  return { parcel, blank, dealing, certificate: (await read(blank)).body };
}

async function printed(
  url: string,
  who: Caller = stage.officer,
): Promise<{ status: number; text: string; code?: string }> {
  const reply = await stage.app.inject({ url, headers: stage.as(who.role, who.communes ?? ['99001'], who.sub) });
  if (reply.statusCode !== 200) return { status: reply.statusCode, text: '', code: reply.json<ProblemReply>().code };
  const path = join(folder, `${randomUUID()}.pdf`);
  await writeFile(path, reply.rawPayload);
  const { stdout } = await run('pdftotext', ['-raw', path, '-']);
  return { status: 200, text: stdout.normalize('NFC') };
}

/** What a reader of codes finds on the first page. */
async function scanned(url: string): Promise<string> {
  const { role, communes = ['99001'], sub } = stage.officer;
  const path = join(folder, randomUUID());
  await writeFile(`${path}.pdf`, (await stage.app.inject({ url, headers: stage.as(role, communes, sub) })).rawPayload);
  await run('pdftoppm', ['-r', '150', '-png', '-singlefile', `${path}.pdf`, path]);
  return (await run('zbarimg', ['--raw', '-q', `${path}.png`])).stdout;
}

test('a certificate is issued by two people on a blank; what follows follows', async () => {
  const { parcel } = await stage.plot();
  const extract = await stage.post<{ code: string }>(
    '/api/papers',
    { kind: 'map_extract', parcelIds: [parcel] },
    stage.officer,
  );
  const blank = freshBlank();
  const draft = await ask('certificate_issue', parcel, { blankSerial: blank.replace(' ', '').toLowerCase() });
  const { dealing: opened } = await stage.open(draft);
  await stage.step(opened.dealingId, 'lodge', {}, stage.officer);
  const own = await stage.post<ProblemReply>(
    `/api/dealings/${opened.dealingId}/approve`,
    {},
    { ...stage.officer, role: ['officer', 'approver'] },
  );
  assert.deepEqual([own.status, own.body.code], [403, 'dealing.own'], 'four eyes');
  assert.deepEqual(
    opened.changes.map(({ fact, before, after: now }) => [fact, before, now]),
    [['certificate', null, blank]],
  );
  const { dealing } = await stage.step(opened.dealingId, 'approve', {}, stage.approver);
  assert.equal((await rightOf(parcel)).certificateSerial, blank);
  const { body } = await read(blank);
  assert.deepEqual(
    [body.status, body.raisedBy, body.holders.map(({ name }) => name)],
    ['valid', dealing.dealingId, [stage.holder]],
  );
  assert.match(body.bookNo ?? '', /^VP\d{5,}$/);
  const listed = await stage.get<{ items: Certificate[] }>(`/api/certificates?parcelId=${parcel}`, stage.officer);
  assert.deepEqual(
    listed.body.items.map(({ serial, status }) => [serial, status]),
    [[blank, 'valid']],
  );
  const [row] = (await stage.get<BlankStock>('/api/blanks?status=used', KEEPER)).body.runs.filter(
    (r) => r.firstSerial <= blank && blank <= r.lastSerial,
  );
  assert.equal(row?.status, 'used');
  const verified = await check(body.code);
  assert.deepEqual(
    [verified.state, verified.kind, verified.serial, verified.sha256],
    ['genuine', 'certificate', blank, null],
  );
  const page = (await stage.app.inject({ url: `/verify/${body.code}?lang=vi` })).body;
  assert.match(page, /Giấy chứng nhận quyền sử dụng đất/);
  // The keys that codes are checked with are the office's, and public.
  const told = page.replaceAll(/&quot;fingerprint&quot;:&quot;[0-9a-f]{64}/g, '');
  assert.ok(!told.includes(stage.holder) && !/[0-9a-f]{64}/.test(told), 'nothing beyond the paper');
  assert.equal((await check(extract.body.code)).state, 'superseded', 'the extract names the right as it was');
  const log = await stage.query<{ n: number }>(
    `select count(*)::int as n from audit.read_log where purpose like 'certificate%' and actor = 'ha'`,
  );
  assert.ok(log[0]!.n >= 2, 'looks are logged');
  assert.deepEqual(await stoppedBy(stage, await ask('certificate_issue', parcel, { blankSerial: freshBlank() })), [
    'certificate.already_held',
  ]);
});

test('the overlay carries the facts and not what the blank carries; another commune gets nothing', async () => {
  const { parcel, blank, certificate } = await certified();
  const url = `/api/certificates/${encodeURIComponent(blank)}/overlay.pdf`;
  const { text } = await printed(url);
  const { items } = (await stage.app.inject({ url: '/api/verify/statement-keys' })).json<{ items: StatementKey[] }>();
  const qr = await scanned(url);
  const stated = await checkStatement(qr, items);
  assert.deepEqual(
    [stated.verdict, stated.statement?.kind, stated.statement?.serial, stated.statement?.parcels],
    ['signed', 'certificate', blank, 1],
    qr,
  );
  for (const part of [
    stage.holder,
    'a) Thửa đất số',
    '1.200,5 m²',
    `Số vào sổ cấp Giấy chứng nhận: ${certificate.bookNo}`,
    'Thôn Thử',
  ])
    assert.ok(text.includes(part), part);
  for (const part of ['CỘNG HÒA XÃ HỘI', 'MẪU', blank]) assert.ok(!text.includes(part), part);
  for (const role of ['citizen', 'surveyor', 'archivist', 'auditor'] as const)
    assert.equal((await printed(url, { role, sub: role })).status, 403, role);
  assert.deepEqual(await printed(url, stage.stranger), { status: 404, text: '', code: 'certificate.not_found' });
  assert.equal((await read(blank, stage.stranger)).status, 404);
  assert.equal((await printed(`${url}?printer=M%C3%A1y`)).status, 400, 'a name of no printer');
  assert.equal((await printed(`${url}?printer=HP%201`)).code, 'printer.not_found');
  const offset = { front: { dxMm: 1.5, dyMm: 0 }, back: { dxMm: 0, dyMm: -0.4 }, duplex: 'short_edge' };
  const keep = (payload: object) =>
    stage.app.inject({
      method: 'PUT',
      url: '/api/printers/HP%201',
      headers: stage.as('officer', ['99001'], 'ha'),
      payload,
    });
  assert.deepEqual((await keep(offset)).json(), { name: 'HP 1', ...offset });
  assert.equal((await keep({ ...offset, front: { dxMm: 50, dyMm: 0 } })).statusCode, 400);
  assert.equal((await printed(`${url}?printer=HP%201`)).status, 200);
  assert.match((await printed('/api/printers/HP%201/ruler.pdf')).text, /X = 1,5 mm, Y = 0 mm/);
  assert.deepEqual((await stage.get<{ items: object[] }>('/api/printers', stage.officer)).body.items, [
    { name: 'HP 1', ...offset },
  ]);
  // What was printed stays what it was, whatever the register says later.
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [(await rightOf(parcel)).rightId],
    mortgagee: { kind: 'organisation', name: 'Ngân hàng Thử Nghiệm' },
    document: { no: 'TC-9', date: '2026-10-01' },
  });
  const { body } = await read(blank);
  assert.deepEqual(
    body.changes.map(({ n, content }) => [n, content]),
    [[1, 'Thế chấp quyền sử dụng đất theo giấy tờ số TC-9 ngày 01/10/2026']],
  );
  const first = await printed(`/api/certificates/${encodeURIComponent(blank)}/changes/1.pdf`);
  assert.ok(first.text.includes('TC-9') && !first.text.includes(stage.holder));
  assert.equal(
    (await printed(`/api/certificates/${encodeURIComponent(blank)}/changes/2.pdf`)).code,
    'certificate.change_not_found',
  );
  assert.equal((await check(certificate.code)).state, 'genuine', 'section 6 confirms it');
});

test('exchange, re-issue, correction, recall, cancellation: the former ends by its word, the check says so', async () => {
  for (const [kind, payload, status, state] of [
    ['certificate_exchange', { returned: true }, 'replaced', 'superseded'],
    ['certificate_reissue', { document: DOCUMENT }, 'lost', 'revoked'],
    ['certificate_correction', { returned: true, document: DOCUMENT }, 'replaced', 'superseded'],
    ['certificate_recall', { returned: true, document: DOCUMENT, none: true }, 'recalled', 'revoked'],
    ['certificate_cancellation', { document: DOCUMENT, none: true }, 'cancelled', 'revoked'],
  ] as const) {
    const { parcel, blank, certificate } = await certified();
    const fresh = 'none' in payload ? null : freshBlank();
    const { returned, none, ...rest } = { returned: false, none: false, ...payload };
    const draft = await ask(kind, parcel, {
      ...rest,
      ...(fresh === null ? {} : { blankSerial: fresh }),
      ...(returned ? { returnedSerial: blank } : {}),
    });
    const { dealing } = await stage.registerDraft(draft);
    const { body: former } = await read(blank);
    assert.deepEqual([former.status, former.endedBy], [status, dealing.dealingId], kind);
    assert.equal((await check(certificate.code)).state, state, kind);
    assert.equal((await rightOf(parcel)).certificateSerial, fresh, kind);
    if (fresh !== null)
      assert.deepEqual([(await read(fresh)).body.replaces, (await read(fresh)).body.status], [blank, 'valid'], kind);
    assert.equal(
      (await printed(`/api/certificates/${encodeURIComponent(blank)}/overlay.pdf`)).code,
      'certificate.not_printable',
    );
  }
});

test('a correction without a blank is confirmed in section 6; a legacy certificate is exchanged by its serial alone', async () => {
  const { parcel, blank, certificate } = await certified();
  const { dealing } = await stage.registerDraft(await ask('certificate_correction', parcel, { document: DOCUMENT }));
  assert.ok(dealing.verdicts.some(({ code }) => code === 'certificate.confirmed_on_it'));
  const { body } = await read(blank);
  assert.deepEqual([body.status, body.changes.length], ['valid', 1]);
  assert.equal((await check(certificate.code)).state, 'genuine');
  const legacy = await stage.plot();
  await stage.query('alter table rights."right" disable trigger right_refuse_edit');
  await stage.query(`update rights."right" set certificate_serial = 'BX 123456' where parcel_id = $1`, [legacy.parcel]);
  await stage.query('alter table rights."right" enable trigger right_refuse_edit');
  const before = await stage.get<{ items: Certificate[] }>(
    `/api/certificates?parcelId=${legacy.parcel}`,
    stage.officer,
  );
  assert.deepEqual(
    before.body.items.map(({ serial, status, bookNo }) => [serial, status, bookNo]),
    [['BX 123456', 'valid', null]],
  );
  const fresh = freshBlank();
  await stage.registerDraft(
    await ask('certificate_exchange', legacy.parcel, { blankSerial: fresh, returnedSerial: 'bx123456' }),
  );
  const now = await stage.get<{ items: Certificate[] }>(`/api/certificates?parcelId=${legacy.parcel}`, stage.officer);
  assert.deepEqual(
    now.body.items.map(({ serial, status }) => [serial, status]),
    [
      [fresh, 'valid'],
      ['BX 123456', 'replaced'],
    ],
  );
});

test('each rule by its code', async () => {
  const { parcel, blank } = await certified();
  const { parcel: bare } = await stage.plot();
  for (const [kind, on, payload, code] of [
    ['certificate_issue', bare, {}, 'certificate.blank_missing'],
    ['certificate_issue', bare, { blankSerial: 'ZZ 00000001' }, 'blank.unknown'],
    ['certificate_issue', bare, { blankSerial: 'ST 00000095' }, 'blank.not_given'],
    ['certificate_issue', bare, { blankSerial: blank }, 'blank.not_given'],
    ['certificate_exchange', bare, { blankSerial: freshBlank() }, 'certificate.not_held'],
    ['certificate_exchange', parcel, { blankSerial: freshBlank() }, 'certificate.not_returned'],
    [
      'certificate_exchange',
      parcel,
      { blankSerial: freshBlank(), returnedSerial: 'BX 123456' },
      'certificate.not_returned',
    ],
    ['certificate_reissue', parcel, { blankSerial: freshBlank() }, 'certificate.document_missing'],
    [
      'certificate_cancellation',
      parcel,
      { document: DOCUMENT, blankSerial: freshBlank() },
      'certificate.blank_unneeded',
    ],
    ['certificate_issue', bare, { rightIds: [randomUUID()], blankSerial: freshBlank() }, 'right.not_current'],
  ] as const)
    assert.ok((await stoppedBy(stage, await ask(kind, on, payload))).includes(code), `${kind} ${code}`);
});

test('who may not, an old version, an odd payload, and the same again', async () => {
  const { parcel } = await stage.plot();
  await assertGuarded(stage, await ask('certificate_issue', parcel, { blankSerial: freshBlank() }));
});

test('of two at once on one blank one is registered; what was printed is not undone', async () => {
  const [one, two] = [(await stage.plot()).parcel, (await stage.plot()).parcel];
  const blank = freshBlank();
  const drafts = [
    await ask('certificate_issue', one, { blankSerial: blank }),
    await ask('certificate_issue', two, { blankSerial: blank }),
  ];
  const { registered, refused } = await registeredAtOnce(stage, drafts);
  assert.deepEqual([registered, refused], [1, ['dealing.blocked']]);
  const { body } = await read(blank);
  const on = notEmpty(body.parcels).map(({ parcelId }) => parcelId);
  const undo = stage.draft('reversal', await stage.parcel(on[0]!), { dealingId: body.raisedBy });
  assert.deepEqual(await stoppedBy(stage, undo), ['reversal.of_certificate']);
  await assert.rejects(stage.query(`update document.certificate set status = 'valid' where serial = $1`, [blank]));
  await assert.rejects(stage.query('delete from document.certificate where serial = $1', [blank]));
});
