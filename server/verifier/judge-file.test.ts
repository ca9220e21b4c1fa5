import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileCheck, PaperCheck } from '../domain/contract/paper/paper-checks.ts';
import { type FileVerdict, judgeFile } from './judge-file.ts';
import type { FileFault } from './verify-signatures.ts';

const OURS = 'aa';
const known = (state: PaperCheck['state']): FileCheck => ({
  check: {
    state,
    kind: null,
    serial: null,
    issuedAt: null,
    office: null,
    sha256: null,
    supersededAt: null,
    trialSignature: null,
  },
  timeStampTrust: [],
  certificates: [{ sha256: OURS, der: '', name: 'Văn phòng Mẫu', trial: false, notedAt: '2026-11-30T00:00:00Z' }],
});
const cases: readonly (readonly [FileFault | null, string | null, PaperCheck['state'], FileVerdict])[] = [
  [null, OURS, 'genuine', 'genuine'],
  [null, OURS, 'superseded', 'superseded'],
  [null, OURS, 'revoked', 'revoked'],
  // Signed with a key of ours, and yet never issued: a file cut back to an earlier signer is one.
  [null, OURS, 'unknown', 'unknown'],
  [null, 'bb', 'unknown', 'unknown'],
  ['broken', OURS, 'unknown', 'altered'],
  ['appended', OURS, 'unknown', 'altered'],
  ['broken', 'bb', 'unknown', 'unknown'],
  ['range', null, 'unknown', 'altered'],
  ['unreadable', null, 'unknown', 'altered'],
  ['unsigned', null, 'unknown', 'unsigned'],
  ['not_pdf', null, 'unknown', 'not_pdf'],
  ['broken', OURS, 'genuine', 'altered'],
];

test('a file is judged by its signatures and by what the register knows of it', () => {
  for (const [fault, fingerprint, state, verdict] of cases) {
    const signatures =
      fingerprint === null ? [] : [{ fingerprint, name: 'Văn phòng Mẫu', stamp: null, level: 'B-B' as const }];
    assert.equal(judgeFile({ fault, signatures }, known(state)), verdict, `${fault} ${fingerprint} ${state}`);
  }
});
