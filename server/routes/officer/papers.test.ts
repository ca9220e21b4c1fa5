/** Papers through the doors: made, kept, checked by anyone, superseded by what changes the land. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { FileCheck, PaperCheck, StatementKey } from '../../domain/contract/paper/paper-checks.ts';
import type { Paper } from '../../domain/contract/paper/papers.ts';
import { dayOf } from '../../domain/legal-day.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import { type Caller, type DealingStage, openDealingStage } from '../../testing/dealing-stage.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { checkStatement } from '../../verifier/paper-statement.ts';
import { verifySignatures } from '../../verifier/verify-signatures.ts';

const run = promisify(execFile);
let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const CUT = [
  [-5, 20],
  [35, 20],
];

async function issue(parcel: string): Promise<Paper> {
  const body = { kind: 'map_extract', parcelIds: [parcel] };
  const made = await stage.post<Paper>('/api/papers', body, stage.officer);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body;
}
const download = ({ serial }: Paper, { role, sub, communes = ['99001'] }: Caller = stage.officer) =>
  stage.app.inject({ url: `/api/papers/${serial}.pdf`, headers: stage.as(role, communes, sub) });
const check = async (code: string) => {
  const reply = await stage.app.inject({ url: `/api/verify/${code}` });
  return { status: reply.statusCode, body: reply.json<PaperCheck>() };
};
const page = async (code: string, lang = 'vi') =>
  (await stage.app.inject({ url: `/verify/${code}?lang=${lang}` })).body;

test('an extract is made, signed, kept, and found genuine by its code; a split makes it superseded at once', async () => {
  const { parcel } = await stage.plot();
  const paper = await issue(parcel);
  assert.deepEqual([paper.kind, paper.status, paper.trialSignature], ['map_extract', 'issued', true]);
  assert.match(paper.serial, /^TL-\d{4}-\d{6,}$/);
  const file = await download(paper);
  assert.deepEqual([file.statusCode, file.headers['content-type']], [200, 'application/pdf']);
  assert.equal(createHash('sha256').update(file.rawPayload).digest('hex'), paper.sha256);
  assert.ok((await download(paper)).rawPayload.equals(file.rawPayload), 'printed again it is the same');

  const folder = await mkdtemp(join(tmpdir(), 'diaba-paper-'));
  try {
    const path = join(folder, 'paper.pdf');
    await writeFile(path, file.rawPayload);
    const { stdout: verdict } = await run('pdfsig', ['-nocert', path]);
    assert.match(verdict, /Signature is Valid\./);
    const { stdout: text } = await run('pdftotext', ['-layout', path, '-']);
    for (const part of [paper.serial, paper.code, `http://localhost/verify/${paper.code}`, stage.holder, '1.200,5 m²'])
      assert.ok(text.normalize('NFC').includes(part), part);
  } finally {
    await rm(folder, { recursive: true });
  }

  const genuine = await check(paper.code);
  assert.deepEqual([genuine.status, genuine.body.state, genuine.body.serial], [200, 'genuine', paper.serial]);
  assert.equal((await check(paper.code.toLowerCase().replaceAll('-', ''))).body.state, 'genuine');
  const shown = await page(paper.code);
  assert.match(shown, /Giấy tờ thật, còn đúng với sổ đăng ký/);
  assert.match(shown, /Chữ ký thử nghiệm/);
  assert.match(shown, /<meta name="robots" content="noindex">/);
  assert.ok(!shown.includes(stage.holder) && !shown.includes(parcel), 'nothing beyond the paper');

  const { dealing } = await stage.registerDraft(stage.split(await stage.parcel(parcel), CUT));
  const superseded = await check(paper.code);
  assert.equal(superseded.body.state, 'superseded');
  assert.notEqual(superseded.body.supersededAt, null);
  assert.match(await page(paper.code, 'en'), /Genuine, but no longer what the register says/);
  const listed = await stage.get<{ items: Paper[] }>(`/api/papers?parcelId=${parcel}`, stage.officer);
  assert.deepEqual(
    listed.body.items.map(({ serial, status, supersededBy }) => [serial, status, supersededBy]),
    [[paper.serial, 'superseded', dealing.dealingId]],
  );
  assert.ok((await download(paper)).rawPayload.equals(file.rawPayload), 'the bytes stay what they were');
  const audit = await stage.query<{ action: string; body: { papersSuperseded?: number } }>(
    'select action, body from audit.entry where subject_id = any ($1::text[]) order by 1',
    [[paper.serial, dealing.dealingId]],
  );
  assert.ok(audit.some(({ action }) => action === 'paper.issued'));
  assert.equal(audit.find(({ action }) => action === 'dealing.registered')?.body.papersSuperseded, 1);
});

test('a change of holder makes an extract superseded too; a dealing that fails leaves it genuine', async () => {
  const { parcel } = await stage.plot();
  const paper = await issue(parcel);
  const draft = stage.split(await stage.parcel(parcel), CUT);
  const { dealing } = await stage.open(draft);
  await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
  assert.equal((await check(paper.code)).body.state, 'genuine', 'what is only lodged changes nothing');
  await stage.breakTiles(async () => {
    const failed = await stage.post(`/api/dealings/${dealing.dealingId}/approve`, {}, stage.approver);
    assert.ok(failed.status >= 400);
  });
  assert.equal((await check(paper.code)).body.state, 'genuine', 'all or nothing');
  await stage.step(dealing.dealingId, 'refuse', { reason: 'Chủ đất rút đề nghị' }, stage.approver);
  await stage.query(
    `update rights."right" set ended_at = now(), ended_by = (select raised_by from rights."right" where parcel_id = $1 limit 1) where parcel_id = $1`,
    [parcel],
  );
  assert.equal((await check(paper.code)).body.state, 'superseded');
});

test('the same request again gets the first paper; another under its key is refused; no paper of ended land', async () => {
  const { parcel, neighbour } = await stage.plot();
  const ask = (id: string, key: string) =>
    stage.app.inject({
      method: 'POST',
      url: '/api/papers',
      headers: { 'idempotency-key': key, ...stage.as('officer', ['99001'], 'ha') },
      payload: { kind: 'map_extract', parcelIds: [id] },
    });
  const key = randomUUID();
  const first = await ask(parcel, key);
  const again = await ask(parcel, key);
  assert.deepEqual([first.statusCode, again.statusCode, again.json()], [201, 201, first.json()]);
  const other = await ask(neighbour, key);
  assert.deepEqual([other.statusCode, other.json<ProblemReply>().code], [422, 'idempotency.key_reused']);
  await stage.registerDraft(stage.split(await stage.parcel(parcel), CUT));
  const ended = await ask(parcel, randomUUID());
  assert.deepEqual([ended.statusCode, ended.json<ProblemReply>().code], [409, 'paper.parcel_historic']);
});

test('of another commune nothing is made, found or handed out; who looks is logged', async () => {
  const { parcel } = await stage.plot();
  const body = { kind: 'map_extract', parcelIds: [parcel] };
  assert.equal((await stage.post('/api/papers', body, stage.stranger)).status, 404);
  for (const role of ['citizen', 'business', 'surveyor', 'archivist', 'auditor', 'admin'] as const)
    assert.equal((await stage.post('/api/papers', body, { role, sub: role })).status, 403, role);
  const paper = await issue(parcel);
  assert.equal((await stage.get(`/api/papers/${paper.serial}`, stage.stranger)).status, 404);
  assert.equal((await download(paper, stage.stranger)).statusCode, 404);
  const listed = await stage.get<{ items: Paper[] }>(`/api/papers?parcelId=${parcel}`, stage.stranger);
  assert.deepEqual(listed.body.items, []);
  const looks = () =>
    stage.query<{ purpose: string }>('select purpose from audit.read_log where actor = $1 and purpose = $2', [
      'binh',
      'paper',
    ]);
  assert.equal((await looks()).length, 0);
  assert.equal((await download(paper, stage.approver)).statusCode, 200);
  assert.equal((await looks()).length, 1);
});

test('codes that no paper has and codes that can be none are answered alike', async () => {
  const answers = await Promise.all(
    ['ABCD-EFGH-JKMN-PQRS', 'nothing', "';--", '0000-0000-0000-0000', 'é'.repeat(40)].map((code) =>
      check(encodeURIComponent(code)),
    ),
  );
  for (const { status, body } of notEmpty(answers)) assert.deepEqual([status, body], [200, answers[0]!.body]);
  assert.equal(answers[0]!.body.state, 'unknown');
  assert.match(await page('nothing'), /Không có giấy tờ nào mang mã này/);
  const typed = await stage.app.inject({ url: '/verify?code=abcd%20efgh' });
  assert.deepEqual([typed.statusCode, typed.headers.location], [303, '/verify/abcd%20efgh']);
  assert.match((await stage.app.inject({ url: '/verify' })).body, /name="code"/);
});

test('a file is known by its digest alone, with the certificates to hold its signature against', async () => {
  const { parcel } = await stage.plot();
  const paper = await issue(parcel);
  const ask = async (digest: string) => {
    const reply = await stage.app.inject({ url: `/api/verify/files/${encodeURIComponent(digest)}` });
    return { status: reply.statusCode, body: reply.json<FileCheck>() };
  };
  const { status, body } = await ask(paper.sha256);
  assert.deepEqual([status, body.check], [200, (await check(paper.code)).body], 'the same as by its code');
  const { fault, signatures } = await verifySignatures(Uint8Array.from((await download(paper)).rawPayload));
  assert.deepEqual([fault, signatures.length], [null, 1]);
  const own = notEmpty(body.certificates).find(({ sha256 }) => sha256 === signatures[0]!.fingerprint);
  assert.deepEqual([own?.trial, own?.name], [true, 'Địa Bạ: chữ ký thử nghiệm']);
  assert.equal(createHash('sha256').update(Buffer.from(own!.der, 'base64')).digest('hex'), own!.sha256);
  const unknown = await Promise.all(['0'.repeat(64), 'ff', "';--", paper.code].map(ask));
  for (const answer of notEmpty(unknown)) assert.deepEqual([answer.status, answer.body], [200, unknown[0]!.body]);
  assert.equal(unknown[0]!.body.check.state, 'unknown');
});

test('a paper that was issued is never edited or deleted, and comes back from nothing', async () => {
  const { parcel } = await stage.plot();
  const { serial } = await issue(parcel);
  for (const sql of [
    `update document.paper set sha256 = sha256('x') where serial = $1`,
    `update document.paper set status = 'issued' where serial = $1`,
    'delete from document.paper where serial = $1',
    'delete from document.paper_parcel where serial = $1',
  ])
    await assert.rejects(stage.query(sql, [serial]), sql);
});

test('the QR code of a paper states, signed, what it is; by the published key it is checked without the register', {
  skip:
    spawnSync('zbarimg', ['--version']).error !== undefined &&
    process.env.CI !== '1' &&
    'zbarimg (zbar-tools) is not installed',
}, async () => {
  const { parcel } = await stage.plot();
  const paper = await issue(parcel);
  const folder = await mkdtemp(join(tmpdir(), 'diaba-qr-'));
  try {
    await writeFile(join(folder, 'paper.pdf'), (await download(paper)).rawPayload);
    await run('pdftoppm', ['-r', '150', '-png', '-singlefile', join(folder, 'paper.pdf'), join(folder, 'paper')]);
    const { stdout } = await run('zbarimg', ['--raw', '-q', join(folder, 'paper.png')]);
    const { items } = (await stage.app.inject({ url: '/api/verify/statement-keys' })).json<{ items: StatementKey[] }>();
    const { verdict, trial, statement } = await checkStatement(stdout, items);
    assert.deepEqual([verdict, trial], ['signed', true], stdout);
    assert.deepEqual(statement, {
      kind: 'map_extract',
      serial: paper.serial,
      day: dayOf(new Date(paper.issuedAt)),
      parcels: 1,
      parcelCode: (await stage.parcel(parcel)).code,
    });
    const [key] = notEmpty(items);
    assert.equal(key!.fingerprint, createHash('sha256').update(Buffer.from(key!.spki, 'base64')).digest('hex'));
    const shown = key!.fingerprint.match(/.{1,8}/g)!.join(' ');
    assert.ok(
      (await page(paper.code)).includes(shown),
      'the page tells the fingerprint to who reads it without a script',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
