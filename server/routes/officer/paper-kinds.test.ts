/** Every kind of paper through the doors: what it says, what it refuses, and what makes it superseded. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { TEMPLATE_SHELF } from '../../certificates/versions/template-shelf.ts';
import type { PaperCheck } from '../../domain/contract/paper/paper-checks.ts';
import type { PaperTemplate } from '../../domain/contract/paper/paper-templates.ts';
import type { Paper } from '../../domain/contract/paper/papers.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { PAPER_KINDS } from '../../domain/paper.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import { type DealingStage, openDealingStage } from '../../testing/dealing-stage.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { sendRequest } from '../../testing/send-request.ts';

const run = promisify(execFile);
let stage: DealingStage;
let folder: string;
/** As of this release; a test puts a decree beside it and takes it away again. */
const shelf = {
  ...TEMPLATE_SHELF,
  map_extract: [...TEMPLATE_SHELF.map_extract],
  parcel_history: [...TEMPLATE_SHELF.parcel_history],
};
before(async () => {
  stage = await openDealingStage({ paperTemplates: shelf });
  folder = await mkdtemp(join(tmpdir(), 'diaba-kinds-'));
});
after(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

const ask = (body: object, who = stage.officer) => stage.post<Paper>('/api/papers', body, who);
async function issue(body: object): Promise<{ paper: Paper; text: string }> {
  const made = await ask(body);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const file = await stage.app.inject({
    url: `/api/papers/${made.body.serial}.pdf`,
    headers: stage.as('officer', ['99001'], 'ha'),
  });
  const path = join(folder, `${made.body.serial}.pdf`);
  await writeFile(path, file.rawPayload);
  const [{ stdout: verdict }, { stdout: text }] = [
    await run('pdfsig', ['-nocert', path]),
    await run('pdftotext', ['-raw', path, '-']),
  ];
  assert.match(verdict, /Signature is Valid\./);
  return { paper: made.body, text: text.normalize('NFC').replaceAll(/\s+/g, ' ') };
}
const refusal = async (body: object, who = stage.officer) => {
  const { status, body: told } = await stage.post<ProblemReply>('/api/papers', body, who);
  return [status, told.code];
};
const stateOf = async (code: string) =>
  (await stage.app.inject({ url: `/api/verify/${code}` })).json<PaperCheck>().state;
const says = (text: string, parts: readonly string[], not: readonly string[] = []) => {
  for (const part of notEmpty(parts)) assert.ok(text.includes(part), `${part} is missing in: ${text}`);
  assert.deepEqual(
    not.filter((part) => text.includes(part)),
    [],
  );
};

test('an extract of several parcels says all of each; another of one of them makes it superseded', async () => {
  const { parcel, neighbour } = await stage.plot();
  const { paper, text } = await issue({ kind: 'map_extract', parcelIds: [parcel, neighbour] });
  const numbers = [(await stage.parcel(parcel)).no, (await stage.parcel(neighbour)).no];
  says(
    text,
    numbers.map((no) => `1. Thửa đất số: ${no}; tờ bản đồ số: 77`),
  );
  assert.deepEqual(
    paper.parcels.map(({ parcelId }) => parcelId),
    [parcel, neighbour],
  );
  await stage.registerDraft(
    stage.split(await stage.parcel(neighbour), [
      [-5, 20],
      [35, 20],
    ]),
  );
  assert.equal(await stateOf(paper.code), 'superseded');
});

test('an information sheet says the blocks that were chosen, all where none was', async () => {
  const { parcel } = await stage.plot();
  const [right] = (await stage.rights(parcel)).rights;
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [right!.rightId],
    mortgagee: { kind: 'organisation', name: 'Ngân hàng Thử Nghiệm' },
    document: { no: 'TC-9', date: '2026-10-01' },
  });
  const { code } = await stage.parcel(parcel);
  const whole = await issue({ kind: 'land_information', parcelIds: [parcel] });
  assert.match(whole.paper.serial, /^TT-/);
  says(whole.text, [
    'PHIẾU CUNG CẤP THÔNG TIN ĐẤT ĐAI',
    code,
    '1.200,5 m²',
    stage.holder,
    'Thế chấp số TC-9 ngày 01/10/2026',
    'Quá trình biến động',
    'Tỷ lệ 1:500',
    'Bố cục mẫu',
    whole.paper.code,
  ]);
  const part = await issue({ kind: 'land_information', parcelIds: [parcel], blocks: ['map', 'burdens'] });
  says(
    part.text,
    ['TC-9', 'Tỷ lệ 1:500', 'nội dung được yêu cầu: thế chấp, cho thuê, hạn chế, ngăn chặn; sơ đồ.'],
    [stage.holder, code, 'Quá trình biến động'],
  );
  assert.ok(part.text.indexOf('TC-9') < part.text.indexOf('Tỷ lệ'), 'in the order of the sheet');
});

test('the history of a parcel names nobody, and is made of land that is no more', async () => {
  const { parcel } = await stage.plot();
  const { no } = await stage.parcel(parcel);
  await stage.registerDraft(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  const { paper, text } = await issue({ kind: 'parcel_history', parcelIds: [parcel] });
  says(
    text,
    [
      'LỊCH SỬ THỬA ĐẤT',
      `THỬA ĐẤT SỐ ${no}, TỜ BẢN ĐỒ SỐ 77`,
      '10/03/2026',
      'Thửa này đã trở thành'.replace('này ', 'đất này '),
    ],
    [stage.holder],
  );
  assert.equal(await stateOf(paper.code), 'genuine');
});

test('a sample of a certificate is marked and masked; it is superseded with what it shows', async () => {
  const keeper = { role: 'archivist', sub: 'kho' } as const;
  const serial = 'PK 00000001';
  const document = { no: 'GN-1', date: '2026-11-02' };
  await stage.post('/api/blanks/moves', { kind: 'received', firstSerial: serial, quantity: 1, document }, keeper);
  await stage.post('/api/blanks/moves', { kind: 'given', firstSerial: serial, quantity: 1, givenTo: 'ha' }, keeper);
  const { parcel } = await stage.plot();
  await stage.deal('transfer', parcel, {
    cause: 'sale',
    from: [{ rightId: (await stage.rights(parcel)).rights[0]!.rightId }],
    to: [{ party: { kind: 'person', name: 'Lê Văn Thử', identityNumber: '099012345678' }, share: '1' }],
    document: { no: 'HĐ-1', date: '2026-11-02' },
  });
  const right = (await stage.rights(parcel)).rights[0]!.rightId;
  await stage.deal('certificate_issue', parcel, { rightIds: [right], blankSerial: serial });
  const { paper, text } = await issue({ kind: 'certificate', parcelIds: [], certificateSerial: serial });
  says(
    text,
    [
      'MẪU',
      serial,
      'Lê Văn Thử, CCCD số: *********678',
      'không phải Giấy chứng nhận',
      'c) Loại đất: Đất ở tại nông thôn',
      paper.code,
    ],
    ['099012345678'],
  );
  assert.equal(await stateOf(paper.code), 'genuine');
  const overlay = await stage.app.inject({
    url: `/api/certificates/${encodeURIComponent(serial)}/overlay.pdf`,
    headers: stage.as('officer', ['99001'], 'ha'),
  });
  const path = join(folder, 'overlay.pdf');
  await writeFile(path, overlay.rawPayload);
  says((await run('pdftotext', ['-raw', path, '-'])).stdout.normalize('NFC'), ['CCCD số: 099012345678'], ['MẪU']);
  const now = (await stage.rights(parcel)).rights[0]!.rightId;
  await stage.deal('certificate_cancellation', parcel, {
    rightIds: [now],
    document: { no: 'QĐ-1', date: '2026-11-02' },
  });
  assert.equal(await stateOf(paper.code), 'superseded');
  const ended = await refusal({ kind: 'certificate', parcelIds: [], certificateSerial: serial });
  assert.deepEqual(ended, [409, 'certificate.not_printable']);
});

test('receipt and filled form say what was asked, whatever the land becomes', async () => {
  const { parcel } = await stage.plot();
  const { id, reference } = await sendRequest(stage, parcel);
  const receipt = await issue({ kind: 'receipt', parcelIds: [], requestId: id });
  says(receipt.text, ['GIẤY TIẾP NHẬN HỒ SƠ', reference, 'Hẹn trả kết quả ngày']);
  const form = await issue({ kind: 'request_form', parcelIds: [], requestId: id });
  assert.match(receipt.text, new RegExp(`/requests/follow\\?reference=${reference}`), 'where it is followed');
  says(form.text, ['Mẫu số 14', reference, '5. Mục đích sử dụng', '7. Tôi cam đoan', 'Trích lục bản đồ địa chính']);
  await stage.registerDraft(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  assert.deepEqual([await stateOf(receipt.paper.code), await stateOf(form.paper.code)], ['genuine', 'genuine']);
  const stranger = await refusal({ kind: 'receipt', parcelIds: [], requestId: id }, stage.stranger);
  assert.deepEqual(stranger, [404, 'paper_request.not_found']);
});

test('every version of every template is a paper of invented facts, for staff and nobody else; none of it is kept', async () => {
  const before = await stage.query('select from document.paper');
  const { status, body } = await stage.get<{ items: PaperTemplate[] }>('/api/paper-templates', stage.officer);
  assert.equal(status, 200);
  assert.deepEqual(new Set(body.items.map(({ kind }) => kind)), new Set(PAPER_KINDS), 'no kind without one');
  for (const { kind, version, texts } of notEmpty(body.items)) {
    const reply = await stage.app.inject({
      url: `/api/paper-templates/${kind}/${version}.pdf`,
      headers: stage.as('officer', ['99001'], 'ha'),
    });
    assert.deepEqual([reply.statusCode, reply.headers['content-type']], [200, 'application/pdf'], kind);
    const path = join(folder, `${kind}.pdf`);
    await writeFile(path, reply.rawPayload);
    const text = (await run('pdftotext', ['-raw', path, '-'])).stdout.normalize('NFC').replaceAll(/\s+/g, ' ');
    const title = notEmpty(texts).find(({ key }) => key === 'title')?.text;
    assert.ok(title && text.includes(title) && text.includes('XEM-THU'), `${kind}: ${text}`);
  }
  const none = await stage.get<ProblemReply>('/api/paper-templates/receipt/99.pdf', stage.officer);
  assert.deepEqual([none.status, none.body.code], [404, 'paper.template_not_found']);
  const citizen = await stage.get('/api/paper-templates', { role: 'citizen', sub: 'c' });
  assert.equal(citizen.status, 403);
  assert.equal((await stage.query('select from document.paper')).length, before.length);
});

test('a new decree is a version with a day: from then on papers are made by it, and those before stay what they were, byte by byte', async () => {
  const { parcel } = await stage.plot();
  const fileOf = async ({ serial }: Paper) =>
    (await stage.app.inject({ url: `/api/papers/${serial}.pdf`, headers: stage.as('officer', ['99001'], 'ha') }))
      .rawPayload;
  const versionsOf = () =>
    stage.query<{ serial: string; version: number }>(
      `select p.serial, p.template_version as version from document.paper p join document.paper_parcel l using (serial)
       where l.parcel_id = $1 order by p.issued_at`,
      [parcel],
    );
  const [first] = shelf.map_extract;
  const old = await issue({ kind: 'map_extract', parcelIds: [parcel] });
  const bytes = await fileOf(old.paper);
  const decree = (version: number, validFrom: string, title: string) => ({
    ...first!,
    version,
    validFrom,
    serialPrefix: 'TM',
    words: { ...first!.words, title },
  });
  shelf.map_extract.push(
    decree(2, dayOf(new Date()), 'TRÍCH LỤC THEO NGHỊ ĐỊNH THỬ'),
    decree(3, '9999-01-01', 'CHƯA ĐẾN NGÀY'),
  );
  try {
    const made = await issue({ kind: 'map_extract', parcelIds: [parcel] });
    assert.match(made.paper.serial, /^TM-/);
    says(made.text, ['TRÍCH LỤC THEO NGHỊ ĐỊNH THỬ'], ['TRÍCH LỤC BẢN ĐỒ ĐỊA CHÍNH', 'CHƯA ĐẾN NGÀY']);
    assert.deepEqual(await versionsOf(), [
      { serial: old.paper.serial, version: 1 },
      { serial: made.paper.serial, version: 2 },
    ]);
    assert.ok((await fileOf(old.paper)).equals(bytes), 'printed again it is the same');
    assert.equal(await stateOf(old.paper.code), 'genuine');
    const { items } = (await stage.get<{ items: PaperTemplate[] }>('/api/paper-templates', stage.officer)).body;
    const extracts = items.filter(({ kind }) => kind === 'map_extract');
    assert.deepEqual(
      extracts.map(({ version }) => version),
      [1, 2, 3],
    );
    for (const { version, texts } of notEmpty(extracts)) {
      const url = `/api/paper-templates/map_extract/${version}.pdf`;
      const reply = await stage.app.inject({ url, headers: stage.as('officer', ['99001'], 'ha') });
      const path = join(folder, `version-${version}.pdf`);
      await writeFile(path, reply.rawPayload);
      const said = (await run('pdftotext', ['-raw', path, '-'])).stdout.normalize('NFC');
      assert.ok(said.includes(texts.find(({ key }) => key === 'title')!.text), `${version}: ${said}`);
    }
  } finally {
    shelf.map_extract.splice(1);
  }
  const [history] = shelf.parcel_history;
  shelf.parcel_history.splice(0, 1, { ...history!, validFrom: '2000-01-01', validTo: '2000-12-31' });
  try {
    const refused = await refusal({ kind: 'parcel_history', parcelIds: [parcel] });
    assert.deepEqual(refused, [409, 'paper.template_over']);
  } finally {
    shelf.parcel_history.splice(0, 1, history!);
  }
});

test('what a kind is not made of is refused', async () => {
  const { parcel, neighbour } = await stage.plot();
  for (const [body, status, code] of [
    [{ kind: 'map_extract', parcelIds: [] }, 422, 'paper.request_unfit'],
    [{ kind: 'parcel_history', parcelIds: [parcel, neighbour] }, 422, 'paper.request_unfit'],
    [{ kind: 'certificate', parcelIds: [parcel] }, 422, 'paper.request_unfit'],
    [{ kind: 'certificate', parcelIds: [] }, 422, 'paper.request_unfit'],
    [{ kind: 'certificate', parcelIds: [], certificateSerial: 'ZZ 1' }, 404, 'certificate.not_found'],
    [{ kind: 'receipt', parcelIds: [] }, 422, 'paper.request_unfit'],
    [{ kind: 'receipt', parcelIds: [], requestId: randomUUID() }, 404, 'paper_request.not_found'],
    [{ kind: 'land_information', parcelIds: [randomUUID()] }, 404, 'parcel.not_found'],
    [{ kind: 'land_information', parcelIds: [parcel], blocks: ['secrets'] }, 400, 'request.invalid'],
    [{ kind: 'map_extract', parcelIds: [parcel, parcel] }, 400, 'request.invalid'],
    [{ kind: 'passport', parcelIds: [parcel] }, 400, 'request.invalid'],
  ] as const) {
    const refused = await refusal(body);
    assert.deepEqual(refused, [status, code], JSON.stringify(body));
  }
});
