/** Signatures as other programs judge them, and as our verifier does: the two must agree on good files and on each bad one. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Problem } from '../../domain/problem/problem.ts';
import type { TrustAnchor } from '../../verifier/chains-to.ts';
import { type FileFault, verifySignatures } from '../../verifier/verify-signatures.ts';
import type { PaperLayout } from '../block.ts';
import { renderPaper } from '../render-paper.ts';
import { openP12Signer } from './open-p12-signer.ts';
import { openSeal, type PaperSeal, type SigningSettings } from './open-seal.ts';
import { SignerUnfit } from './signer.ts';

const run = promisify(execFile);
const OFFICE = 'Văn phòng đăng ký đất đai tỉnh Mẫu';
const PASSWORD = 'mat-khau';
const LAYOUT: PaperLayout = {
  title: 'GIẤY THỬ 1',
  blocks: [
    { kind: 'text', text: 'Thửa đất số 12, tờ bản đồ số 77', weight: 'regular' },
    { kind: 'seal', qr: 'https://dat.example/verify/A', alt: 'Mã QR', lines: ['Kiểm tra'] },
  ],
  foot: '{page}/{pages}',
  page: { widthMm: 210, heightMm: 297, marginMm: 18, footerMm: 12 },
};

let folder: string;
let tsa: Server;
let tsaUrl: string;
/** What the authority does with the next question. */
let tsaMood: 'well' | 'down' | 'old answer' = 'well';
let oldAnswer: Buffer | undefined;
const at = (name: string) => join(folder, name);
const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });

async function makeP12(name: string, subject: string, kind: readonly string[]): Promise<Buffer> {
  const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`];
  await openssl(
    'req',
    '-x509',
    '-nodes',
    '-utf8',
    '-days',
    '30',
    '-subj',
    `/CN=${subject}`,
    '-newkey',
    ...kind,
    ...files,
  );
  const export_ = ['pkcs12', '-export', '-inkey', `${name}.key`, '-in', `${name}.pem`, '-out', `${name}.p12`];
  await openssl(...export_, '-passout', `pass:${PASSWORD}`);
  return readFile(at(`${name}.p12`));
}

/** An authority of `openssl ts` behind a port. */
async function openTsa(): Promise<void> {
  const config = `[tsa]\ndefault_tsa = it\n[it]\nserial = ${at('tsa.serial')}\ndefault_policy = 1.2.3.4.1\ndigests = sha256\nsigner_digest = sha256
ess_cert_id_alg = sha256\n[ext]\nextendedKeyUsage = critical,timeStamping\n[ca]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = keyCertSign\n[req]\ndistinguished_name = dn\n[dn]\n`;
  await writeFile(at('tsa.cnf'), config);
  const request = ['req', '-config', 'tsa.cnf', '-x509', '-nodes', '-newkey', 'rsa:2048', '-days', '30'];
  // Two of one name: whose key it is tells them apart.
  for (const name of ['root', 'other'])
    await openssl(
      ...request,
      '-extensions',
      'ca',
      '-subj',
      '/CN=Goc Mau',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
    );
  const tsaFiles = ['-keyout', 'tsa.key', '-out', 'tsa.pem', '-CA', 'root.pem', '-CAkey', 'root.key'];
  await openssl(...request, '-extensions', 'ext', '-subj', '/CN=TSA Mau', ...tsaFiles);
  tsa = createServer(async (asked, reply) => {
    const pieces: Buffer[] = [];
    for await (const piece of asked) pieces.push(piece as Buffer);
    if (tsaMood === 'down') return reply.writeHead(500).end();
    if (tsaMood === 'old answer') return reply.end(oldAnswer);
    await writeFile(at('query.tsq'), Buffer.concat(pieces));
    const answer = [
      'ts',
      '-reply',
      '-config',
      'tsa.cnf',
      '-queryfile',
      'query.tsq',
      '-signer',
      'tsa.pem',
      '-inkey',
      'tsa.key',
    ];
    await openssl(...answer, '-out', 'reply.tsr');
    oldAnswer = await readFile(at('reply.tsr'));
    return reply.setHeader('content-type', 'application/timestamp-reply').end(oldAnswer);
  });
  await new Promise<void>((resolve) => tsa.listen(0, '127.0.0.1', resolve));
  tsaUrl = `http://127.0.0.1:${(tsa.address() as AddressInfo).port}/`;
}

const RSA = ['rsa:2048'];
const EC = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
let head: PaperSeal;
let three: PaperSeal;
let stranger: PaperSeal;
let distrusting: PaperSeal;
let root: TrustAnchor;
let otherRoot: TrustAnchor;
let ownTsa: TrustAnchor;
const der = async (name: string): Promise<TrustAnchor> =>
  Uint8Array.from(new X509Certificate(await readFile(at(`${name}.pem`))).raw);
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-sign-'));
  const keys: SigningSettings['keys'][number][] = [];
  for (const [name, subject, kind] of [
    ['drawer', 'Nguyễn Văn Lập Mẫu', EC],
    ['checker', 'Trần Thị Kiểm Mẫu', RSA],
    ['head', 'Lê Văn Trưởng Mẫu', RSA],
  ] as const)
    keys.push({ p12: await makeP12(name, subject, kind), password: PASSWORD });
  await openTsa();
  [root, otherRoot, ownTsa] = [await der('root'), await der('other'), await der('tsa')];
  const open = (given: typeof keys, url: string | null = null, tsaTrust: readonly TrustAnchor[] = []) =>
    openSeal({ keys: given, tsaUrl: url, tsaTrust }, folder, Buffer.alloc(32, 7));
  head = await open([keys[2]!]);
  three = await open(keys, tsaUrl, [otherRoot, root]);
  distrusting = await open(keys, tsaUrl, [otherRoot]);
  stranger = await open([{ p12: await makeP12('stranger', 'Lê Văn Trưởng Mẫu', RSA), password: PASSWORD }]);
});
after(async () => {
  tsa.close();
  await rm(folder, { recursive: true });
});

const sign = async (seal: PaperSeal) => seal.sign(await renderPaper(LAYOUT, new Date()), OFFICE, new Date());
async function keep(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(at(name), bytes);
  return at(name);
}
/** What pdfsig says of a file, also where it is not content. */
const pdfsig = async (bytes: Uint8Array): Promise<string> =>
  run('pdfsig', ['-nocert', await keep('judged.pdf', bytes)]).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string; stderr?: string }) => `${error.stdout}${error.stderr}`,
  );
const verify = (bytes: Uint8Array, anchors: readonly TrustAnchor[] = [root]) =>
  verifySignatures(Uint8Array.from(bytes), anchors);
const fingerprint = ({ certificates }: PaperSeal, index = 0) =>
  createHash('sha256').update(certificates[index]!.der).digest('hex');
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;

test('one signature (B-B): valid by pdfsig and by us, over the whole file, seen on the page', async () => {
  const bytes = await sign(head);
  const said = await pdfsig(bytes);
  assert.match(said, /Signature is Valid\./);
  assert.match(said, /Total document signed/);
  assert.match(said, /ETSI\.CAdES\.detached/);
  const { fault, signatures } = await verify(bytes);
  assert.equal(fault, null);
  assert.deepEqual(signatures, [
    { fingerprint: fingerprint(head), name: 'Lê Văn Trưởng Mẫu', stamp: null, level: 'B-B' },
  ]);
  const { stdout } = await run('pdftotext', ['-layout', await keep('seen.pdf', bytes), '-']);
  const seen = stdout.normalize('NFC').replaceAll(/\s+/g, ' ');
  for (const part of [
    'Ký số',
    'Ký bởi: Lê Văn Trưởng Mẫu',
    `Cơ quan: ${OFFICE}`,
    /Thời gian ký: \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/,
  ])
    assert.ok(typeof part === 'string' ? seen.includes(part) : part.test(seen), `${part}\n${seen}`);
});

test('three signatures with time stamps (B-T): each an increment, all valid, the last over the whole file', async () => {
  const bytes = await sign(three);
  const claims = (pdf: Buffer) => pdf.includes('<pdfuaid:part>1</pdfuaid:part>');
  assert.deepEqual([claims(await sign(head)), claims(bytes)], [true, false], 'PDF/UA-1 is said of one signature only');
  const said = await pdfsig(bytes);
  assert.equal(count(said, /Signature is Valid\./g), 3, said);
  assert.equal(count(said, /Total document signed/g), 1);
  const { fault, signatures } = await verify(bytes);
  assert.equal(fault, null);
  assert.deepEqual(
    signatures.map(({ name }) => name),
    ['Nguyễn Văn Lập Mẫu', 'Trần Thị Kiểm Mẫu', 'Lê Văn Trưởng Mẫu'],
  );
  for (const { stamp, level } of [signatures[0]!, signatures[1]!, signatures[2]!]) {
    assert.ok(stamp && Math.abs(stamp.at.getTime() - Date.now()) < 600_000, 'stamped by the authority');
    assert.deepEqual([stamp.authority, stamp.vouched, level], ['TSA Mau', true, 'B-T']);
  }
  const { stdout } = await run('pdftotext', ['-layout', await keep('three.pdf', bytes), '-']);
  for (const role of ['Người lập', 'Người kiểm tra', 'Thủ trưởng đơn vị'])
    assert.ok(stdout.normalize('NFC').includes(role), role);
});

test('a stamp counts only of an authority that is vouched for; the signature holds without it', async () => {
  const bytes = await sign(three);
  const told = async (anchors: readonly TrustAnchor[]) => {
    const { fault, signatures } = await verify(bytes, anchors);
    const { stamp, level } = signatures.at(-1)!;
    return [fault, stamp?.authority, stamp?.vouched, level];
  };
  assert.deepEqual(await told([]), [null, 'TSA Mau', false, 'B-B'], 'nobody is trusted');
  assert.deepEqual(await told([otherRoot]), [null, 'TSA Mau', false, 'B-B'], 'another of the same name');
  assert.deepEqual(await told([ownTsa]), [null, 'TSA Mau', true, 'B-T'], 'the authority itself');
  await assert.rejects(
    sign(distrusting),
    (error) => error instanceof Problem && error.code === 'paper.time_stamp_unavailable',
    'nor is it put on a paper',
  );
});

test('an authority that is away, or answers another question, lets nothing be signed', async () => {
  const refused = (error: unknown) => error instanceof Problem && error.code === 'paper.time_stamp_unavailable';
  try {
    for (const mood of ['down', 'old answer'] as const) {
      tsaMood = mood;
      await assert.rejects(sign(three), refused, mood);
    }
  } finally {
    tsaMood = 'well';
  }
});

/** Of two papers, the second one's page in the first one's file: its content stream has as many bytes. */
function swapPage(bytes: Buffer): Buffer {
  const at = bytes.indexOf('stream\n') + 7;
  const swapped = Buffer.from(bytes);
  swapped.copyWithin(at, at + 1, at + 9);
  return swapped;
}
function moveRange(bytes: Buffer, widen: number): Buffer {
  return Buffer.from(
    bytes
      .toString('latin1')
      .replace(/\/ByteRange \[ 0 (\d+) (\d+) (\d+) \] */, (whole, to, from, rest) =>
        `/ByteRange [ 0 ${to} ${Number(from) + widen} ${Number(rest) - widen} ]`.padEnd(whole.length),
      ),
    'latin1',
  );
}
function flip(bytes: Buffer, place: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[place]! ^= 1;
  return flipped;
}

/** Another hexadecimal digit: what is none would be told before the signature is looked at. */
function anotherDigit(bytes: Buffer, place: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[place] = changed[place] === 0x30 ? 0x31 : 0x30;
  return changed;
}

test('pdfsig and the verifier agree on what was done to a file', async () => {
  const bytes = await sign(head);
  const several = await sign(three);
  const unsigned = Buffer.from(await (await renderPaper(LAYOUT, new Date())).pdf.save({ useObjectStreams: false }));
  const cms = bytes.indexOf('/Contents <30') + 11;
  const increment = Buffer.from(
    '\n9 0 obj\n<< >>\nendobj\nxref\n9 1\n0000000000 00000 n \ntrailer\n<< /Size 10 >>\nstartxref\n0\n%%EOF\n',
  );
  const padding = Buffer.from(bytes);
  padding.write('ab', bytes.indexOf('00>', cms), 'latin1');
  const cases: readonly (readonly [what: string, bytes: Buffer, fault: FileFault])[] = [
    ['a byte of the page', flip(bytes, bytes.indexOf('stream\n') + 20), 'broken'],
    ['the title', flip(bytes, bytes.indexOf('/Title') + 10), 'broken'],
    ['a digit of the signature', anotherDigit(bytes, cms + 2400), 'broken'],
    ['an increment appended', Buffer.concat([bytes, increment]), 'appended'],
    ['an increment behind three', Buffer.concat([several, increment]), 'appended'],
    ['a page swapped', swapPage(bytes), 'broken'],
    ['the range moved', moveRange(bytes, 10), 'range'],
    ['the range shortened', moveRange(bytes, -2), 'range'],
    ['no signature', unsigned, 'unsigned'],
    ['bytes hidden behind the signature', padding, 'range'],
    ['another kind of file', Buffer.from('PK\u0003\u0004'), 'not_pdf'],
  ];
  for (const [what, changed, fault] of cases) {
    assert.equal((await verify(changed)).fault, fault, what);
    const said = await pdfsig(changed);
    // What hides behind the CMS in its own place pdfsig does not look at; the cut file ends where its first signers left it.
    const strict = !/hidden|cut off/.test(what);
    if (strict)
      assert.ok(!/Signature is Valid\./.test(said) || !/Total document signed/.test(said), `${what}\n${said}`);
  }
  const second = several.lastIndexOf('%%EOF', several.length - 10) + 6;
  const cut = await verify(several.subarray(0, second));
  assert.deepEqual([cut.fault, cut.signatures.length], [null, 2], 'only the register knows that a third signed');
  const other = await verify(await sign(stranger));
  assert.equal(other.fault, null, 'another key with the same name is a good signature');
  assert.notEqual(other.signatures[0]!.fingerprint, fingerprint(head), 'of somebody else');
});

test('a file that cannot sign is named with what is wrong with it', async () => {
  const p12 = await readFile(at('head.p12'));
  const unfit = (what: RegExp) => (error: unknown) => error instanceof SignerUnfit && what.test(error.message);
  await assert.rejects(openP12Signer(p12, 'another'), unfit(/does not open/));
  await assert.rejects(openP12Signer(Buffer.from('no'), PASSWORD), unfit(/no PKCS#12/));
  const old = ['pkcs12', '-export', '-legacy', '-inkey', 'head.key', '-in', 'head.pem', '-out', 'old.p12'];
  await openssl(...old, '-passout', `pass:${PASSWORD}`);
  await assert.rejects(openP12Signer(await readFile(at('old.p12')), PASSWORD), unfit(/openssl pkcs12 -export/));
  await openssl(
    'pkcs12',
    '-export',
    '-nokeys',
    '-in',
    'head.pem',
    '-out',
    'keyless.p12',
    '-passout',
    `pass:${PASSWORD}`,
  );
  await assert.rejects(openP12Signer(await readFile(at('keyless.p12')), PASSWORD), unfit(/0 private keys/));
  await assert.rejects(
    head.sign(await renderPaper(LAYOUT, new Date()), OFFICE, new Date(Date.now() + 40 * 86_400_000)),
    (error) => error instanceof Problem && error.code === 'paper.signer_expired',
  );
});
