/** The audit log for auditors: entries, and proofs that it was not rewritten (RFC 6962). */
import Type from 'typebox';
import { defineContract } from './contract.ts';
import { Instant, nullable, pageOf } from './fields.ts';

const common = { tag: 'operations', right: { roles: ['auditor', 'admin'] }, maxAge: null } as const;
const Hash = Type.String({ description: 'SHA-256, base64' });
const Note = Type.String({ description: 'Signed note: origin, size, root, Ed25519 signature' });
const Whole = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

export const listAudit = defineContract({
  ...common,
  id: 'listAudit',
  path: '/api/audit',
  summary: 'Entries of the audit log, the newest first: ids, codes, counts and digests; never a name',
  query: Type.Object(
    {
      subjectId: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'What it is about' })),
      actorId: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Who did it' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      cursor: Type.Optional(Type.String({ maxLength: 400 })),
    },
    { additionalProperties: false },
  ),
  reply: pageOf(
    Type.Object({
      seq: Whole,
      at: Instant,
      actor: Type.String(),
      action: Type.String(),
      subjectKind: Type.String(),
      subjectId: Type.String(),
      body: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
      position: nullable(Type.Integer({ description: 'In the tree; null until it is sealed' })),
    }),
  ),
  problems: ['cursor.invalid', 'service.busy'],
});

export const getCheckpoint = defineContract({
  ...common,
  id: 'getCheckpoint',
  path: '/api/audit/checkpoint',
  summary: 'The last signed checkpoint of the log. Kept elsewhere, it shows whether the log was rewritten since',
  reply: Type.Object({ checkpoint: Note, at: Instant }),
  problems: ['audit.not_sealed', 'service.busy'],
});

export const proveInclusion = defineContract({
  ...common,
  id: 'proveInclusion',
  path: '/api/audit/inclusion',
  summary: 'Proof that an entry is in the log of the last checkpoint (RFC 6962 2.1.1)',
  query: Type.Object({ seq: Whole }, { additionalProperties: false }),
  reply: Type.Object({ position: Whole, leaf: Hash, proof: Type.Array(Hash), checkpoint: Note }),
  problems: ['audit.not_sealed', 'service.busy'],
});

export const proveConsistency = defineContract({
  ...common,
  id: 'proveConsistency',
  path: '/api/audit/consistency',
  summary: 'Proof that the log begins with the log of an earlier checkpoint (RFC 6962 2.1.2)',
  query: Type.Object({ size: Whole }, { additionalProperties: false }),
  reply: Type.Object({ from: Note, to: Note, proof: Type.Array(Hash) }),
  problems: ['audit.not_sealed', 'service.busy'],
});
