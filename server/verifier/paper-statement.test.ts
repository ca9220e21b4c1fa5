/** What QR codes state: read back as it was signed, by our verifier and by one that knows the written form only. */
import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { openStatementSigner, type StatementSigner } from '../certificates/signing/open-statement-signer.ts';
import { openTrialSigner } from '../certificates/signing/open-trial-signer.ts';
import type { PaperSigner } from '../certificates/signing/signer.ts';
import { notEmpty } from '../testing/not-empty.ts';
import { checkStatement, type PaperStatement, type StatementKey } from './paper-statement.ts';

const SECRET = Buffer.alloc(32, 7);
const CODE = 'ABCD-EFGH-JKMN-PQRS';
const STATEMENT: PaperStatement = {
  kind: 'land_information',
  serial: 'TT-2026-000042',
  day: '2026-11-30',
  parcels: 2,
  parcelCode: 'w7er4kz0cz1q',
};
let folder: string;
let signer: PaperSigner;
let statements: StatementSigner;
let keys: StatementKey[];
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-statement-'));
  signer = await openTrialSigner(folder, SECRET);
  statements = await openStatementSigner(signer, SECRET);
  keys = [keyOf(statements)];
});
after(() => rm(folder, { recursive: true }));

const keyOf = ({ spki, trial }: StatementSigner): StatementKey => ({
  fingerprint: createHash('sha256').update(spki).digest('hex'),
  spki: spki.toString('base64'),
  trial,
});
const address = (figures: string, code = CODE) => `https://dat.example/verify/${code}#${figures}`;
const verdict = async (scanned: string, known = keys) => (await checkStatement(scanned, known)).verdict;

test('what was stated is read back, also without a parcel; the trial is told', async () => {
  for (const said of [
    STATEMENT,
    { ...STATEMENT, kind: 'receipt', serial: 'BN-2031-1234567', day: '2031-01-01', parcels: 0, parcelCode: null },
  ] as const) {
    const found = await checkStatement(address(statements.state(CODE, said)), keys);
    assert.deepEqual([found.verdict, found.trial, found.statement], ['signed', true, said]);
  }
});

test('a certificate states the serial of its blank, of either form, to the last letter and digit', async () => {
  const said = { ...STATEMENT, kind: 'certificate', day: '2026-02-01', parcels: 1 } as const;
  for (const serial of [
    'AA 00000000',
    'ZZ 99999999',
    'AB 01234567',
    'A 000001',
    'Đ 123456',
    'ĐA 999999',
    'AĐ 000000',
  ]) {
    const found = await checkStatement(address(statements.state(CODE, { ...said, serial })), keys);
    assert.deepEqual([found.verdict, found.statement], ['signed', { ...said, serial }]);
  }
  for (const serial of ['A 12345', 'ABC 123456', 'AB-2025-000001', 'ab 123456', 'AB 1234567'])
    assert.throws(() => statements.state(CODE, { ...said, serial }), /no serial/, serial);
});

test('any figure changed, another code, a key that is not known, half a code: never signed', async () => {
  const figures = statements.state(CODE, STATEMENT);
  for (let at = 0; at < figures.length; at += 7) {
    const changed = figures.slice(0, at) + ((Number(figures[at]) + 1) % 10) + figures.slice(at + 1);
    assert.notEqual(await verdict(address(changed)), 'signed', `figure ${at}`);
  }
  assert.equal(await verdict(address(figures, 'ABCD-EFGH-JKMN-PQRT')), 'not_signed');
  assert.equal(await verdict(address(figures), []), 'unknown_key');
  for (const scanned of [
    '',
    'https://dat.example/',
    address(''),
    address(figures.slice(0, 120)),
    address(`${figures}0000`),
    figures,
  ])
    assert.equal(await verdict(scanned), 'none', scanned);
});

test('another certificate brings another key; what the former signed is still checked by it', async () => {
  const old = statements.state(CODE, STATEMENT);
  const next = await openStatementSigner(await openTrialSigner(join(folder, 'next'), SECRET), SECRET);
  const [first, second] = [keyOf(statements), keyOf(next)];
  assert.notEqual(first.fingerprint, second.fingerprint);
  assert.equal(await verdict(address(old), [second, first]), 'signed');
  assert.equal(await verdict(address(next.state(CODE, STATEMENT)), [second, first]), 'signed');
  assert.equal(await verdict(address(old), [second]), 'unknown_key');
  assert.ok((await openStatementSigner(signer, SECRET)).spki.equals(statements.spki), 'the same after a restart');
});

test('the written form is enough: by figures, bytes and the crypto of Node alone', async () => {
  const figures = statements.state(CODE, STATEMENT);
  const bytes = Buffer.from(BigInt(figures).toString(16).padStart(172, '0'), 'hex');
  const key = createPublicKey({ key: statements.spki, format: 'der', type: 'spki' });
  const over = Buffer.concat([Buffer.from('diaba/paper-statement/1\nABCDEFGHJKMNPQRS'), bytes.subarray(0, 22)]);
  assert.ok(verify('sha256', over, { key, dsaEncoding: 'ieee-p1363' }, bytes.subarray(22)));
  assert.equal(bytes[0], 0x11, 'version 1, a land information sheet');
  assert.equal(bytes.readUInt32BE(9), 42);
  assert.equal(new Date(Date.UTC(2020, 0, 1 + bytes.readUInt16BE(5))).toISOString().slice(0, 10), STATEMENT.day);
});

test('the key is vouched for by who signs papers', async () => {
  const { typ, x5c } = decodeProtectedHeader(statements.endorsement);
  assert.equal(typ, 'paper-statement-key+jws');
  const [own] = notEmpty([...(x5c ?? [])]);
  assert.equal(own, signer.certificates[0]!.toString('base64'));
  const pem = createPublicKey(`-----BEGIN CERTIFICATE-----\n${own}\n-----END CERTIFICATE-----`);
  const { payload } = await jwtVerify(statements.endorsement, pem);
  assert.equal(payload.fingerprint, keys[0]!.fingerprint);
});
