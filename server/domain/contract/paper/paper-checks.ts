/** Checks of papers by anyone who holds one: by the code printed on it, or by the digest of its file. */
import Type, { type Static } from 'typebox';
import { PAPER_KINDS, type PaperKind } from '../../paper.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { Instant, nullable } from '../fields.ts';

export const PaperCheck = Type.Object({
  state: choice(['genuine', 'superseded', 'revoked', 'unknown'] as const),
  kind: nullable(choice<PaperKind>(PAPER_KINDS)),
  serial: nullable(Type.String()),
  issuedAt: nullable(Instant),
  office: nullable(Type.String()),
  sha256: nullable(Type.String({ description: 'Of the file as issued, hex' })),
  supersededAt: nullable(Instant),
  trialSignature: nullable(Type.Boolean()),
});
export type PaperCheck = Static<typeof PaperCheck>;

export const verifyPaper = defineContract({
  id: 'verifyPaper',
  path: '/api/verify/:paperCode',
  tag: 'papers',
  summary: 'Whether a paper is genuine. A code that no paper has, or that can be none, is answered alike',
  params: Type.Object(
    { paperCode: Type.String({ maxLength: 100, description: 'As printed; hyphens and case do not matter' }) },
    { additionalProperties: false },
  ),
  reply: PaperCheck,
  problems: ['service.busy'],
  maxAge: null,
});

export const SigningCertificate = Type.Object({
  sha256: Type.String({ description: 'Of the certificate, hex' }),
  der: Type.String({ description: 'X.509, DER in base64' }),
  name: Type.String(),
  trial: Type.Boolean({ description: 'True: made by set-up, no authority vouches for it' }),
  notedAt: Instant,
});
export type SigningCertificate = Static<typeof SigningCertificate>;

export const FileCheck = Type.Object({
  check: PaperCheck,
  certificates: Type.Array(SigningCertificate, { description: 'All that papers were ever signed with' }),
  timeStampTrust: Type.Array(Type.String({ description: 'X.509, DER in base64' }), {
    description:
      'Certificates of those who vouch for time-stamping authorities: a stamp of any other is of an unknown one',
  }),
});
export type FileCheck = Static<typeof FileCheck>;

export const verifyFile = defineContract({
  id: 'verifyFile',
  path: '/api/verify/files/:sha256',
  tag: 'papers',
  summary:
    'Whether a file is a paper as it was issued, by its digest: the file itself stays with who asks. With the certificates to hold its signature against',
  params: Type.Object(
    { sha256: Type.String({ maxLength: 100, description: 'Of the file, 64 hexadecimal digits' }) },
    { additionalProperties: false },
  ),
  reply: FileCheck,
  problems: ['service.busy'],
  maxAge: null,
});

export const StatementKey = Type.Object({
  fingerprint: Type.String({ description: 'SHA-256 of `spki`, hex: hold it against a printed one' }),
  spki: Type.String({ description: 'SubjectPublicKeyInfo of a key on P-256, DER in base64' }),
  endorsement: Type.String({
    description: 'JWS over the fingerprint by the key that signs papers, its certificates in `x5c`',
  }),
  trial: Type.Boolean({ description: 'True: vouched for by a key made by set-up only' }),
  notedAt: Instant,
});
export type StatementKey = Static<typeof StatementKey>;

export const listStatementKeys = defineContract({
  id: 'listStatementKeys',
  path: '/api/verify/statement-keys',
  tag: 'papers',
  summary:
    'Keys by which the statement in a QR code is checked without the register, the first one first: all that ever signed one. None before the first paper',
  reply: Type.Object({ items: Type.Array(StatementKey) }),
  problems: ['service.busy'],
  maxAge: null,
});

/** The doors of this file, in their order. */
export const PAPER_CHECKS = [verifyPaper, verifyFile, listStatementKeys] as const;
