/** What is done to a batch under review. Each door answers with the batch as it is afterwards. */
import Type, { type Static } from 'typebox';
import { STEP_RULES } from '../../batch/batch-step.ts';
import { DECISIONS, type Decision, Reason } from '../../batch/correction.ts';
import { Edit } from '../../batch/edit.ts';
import { ColumnChoices } from '../../batch/import-report.ts';
import { DocumentReference } from '../../dealing/payload/parts.ts';
import { TEXT_ENCODINGS, type TextEncoding } from '../../encoding/codec.ts';
import { defineContract } from '../contract.ts';
import { nullable } from '../fields.ts';
import { BatchDetail, BatchId, Code, choice } from './batch-shapes.ts';

const RecordNo = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const RecordNos = Type.Array(RecordNo, { minItems: 1, maxItems: 2000 });
const Params = Type.Object({ id: BatchId }, { additionalProperties: false });
const Rule = Type.String({ pattern: '^[a-z_.]{1,60}$', description: 'Rule of the import, or "officer"' });

/** What became of a batch. The same answer comes again when the same request does. */
export const StepReply = Type.Object({
  batch: BatchDetail,
  /** Records or corrections touched. */
  changed: Type.Integer({ minimum: 0 }),
});
export type StepReply = Static<typeof StepReply>;

/** One decision on one correction, or on all by one rule; or an edit by hand of one field of one record. */
export const CorrectionRequest = Type.Union([
  Type.Object(
    {
      decision: choice<Decision>(DECISIONS),
      recordNo: RecordNo,
      field: Type.String({ minLength: 1, maxLength: 60 }),
      rule: Rule,
    },
    { additionalProperties: false },
  ),
  Type.Object({ decision: choice<Decision>(DECISIONS), code: Rule }, { additionalProperties: false }),
  Type.Object({ recordNo: RecordNo, edit: Edit }, { additionalProperties: false }),
]);
export type CorrectionRequest = Static<typeof CorrectionRequest>;

export const ExcludeRequest = Type.Union([
  Type.Object({ recordNos: RecordNos, reason: Reason }, { additionalProperties: false }),
  Type.Object({ code: Code, reason: Reason }, { additionalProperties: false }),
]);
export type ExcludeRequest = Static<typeof ExcludeRequest>;

export const IncludeRequest = Type.Union([
  Type.Object({ recordNos: RecordNos }, { additionalProperties: false }),
  Type.Object({ code: Code }, { additionalProperties: false }),
]);
export type IncludeRequest = Static<typeof IncludeRequest>;

/** Options other than those the batch was read with; what is not named stays. */
export const OverrideRequest = Type.Object(
  {
    encoding: Type.Optional(choice<'auto' | TextEncoding>(['auto', ...TEXT_ENCODINGS])),
    srid: Type.Optional(nullable(Type.Integer({ description: 'EPSG code; 0 for what the .prj describes' }))),
    profile: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$' })),
    /** As the import keeps numbers of sheets: without leading zeros, a letter in lower case. */
    sheet: Type.Optional(nullable(Type.String({ pattern: '^[1-9][0-9]{0,5}[a-z]?$' }))),
    scale: Type.Optional(nullable(Type.Integer({ minimum: 100, maximum: 100_000 }))),
    columns: Type.Optional(ColumnChoices),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type OverrideRequest = Static<typeof OverrideRequest>;

const DealingId = Type.String({
  format: 'uuid',
  description: 'Made by the client; the same again returns the first answer',
});

const common = {
  method: 'POST',
  tag: 'batches',
  params: Params,
  reply: StepReply,
  ifMatch: true,
  maxAge: null,
} as const;
const ENDS = ['batch.not_found', 'batch.step_refused', 'version.stale', 'service.busy'] as const;
const keyed = { ...common, idempotencyKey: true } as const;
const right = <T extends keyof typeof STEP_RULES>(step: T) =>
  ({ roles: STEP_RULES[step].roles, scope: 'commune' }) as const;

export const correctRecords = defineContract({
  ...keyed,
  id: 'correctRecords',
  path: '/api/batches/:id/corrections',
  right: right('correct'),
  summary: 'Decides on a correction, on all by one rule, or edits a field by hand; every one can be undone',
  body: CorrectionRequest,
  problems: [
    ...ENDS,
    'record.not_found',
    'correction.not_found',
    'idempotency.key_reused',
    'edit.land_use_unknown',
    'edit.identity_number',
    'edit.ring_unfit',
  ],
});

export const excludeRecords = defineContract({
  ...keyed,
  id: 'excludeRecords',
  path: '/api/batches/:id/exclude',
  right: right('exclude'),
  summary: 'Leaves records out, or all that have an open finding of one code, with a reason',
  body: ExcludeRequest,
  problems: [...ENDS, 'record.not_found', 'idempotency.key_reused'],
});

export const includeRecords = defineContract({
  ...keyed,
  id: 'includeRecords',
  path: '/api/batches/:id/include',
  right: right('include'),
  summary: 'Takes records that were left out back in',
  body: IncludeRequest,
  problems: [...ENDS, 'record.not_found', 'idempotency.key_reused'],
});

export const overrideBatch = defineContract({
  ...keyed,
  id: 'overrideBatch',
  path: '/api/batches/:id/override',
  right: right('override'),
  summary: 'Reads the same file again with other options, as another batch; this one is rejected as superseded',
  body: OverrideRequest,
  reply: Type.Object({ ...StepReply.properties, next: BatchDetail }),
  problems: [...ENDS, 'idempotency.key_reused'],
});

export const proposeBatch = defineContract({
  ...common,
  id: 'proposeBatch',
  path: '/api/batches/:id/propose',
  right: right('propose'),
  summary: 'Proposes its promotion to a second person; until she decides nothing in it changes',
  body: Type.Object(
    {
      dealingId: DealingId,
      note: Type.Optional(Reason),
      survey: Type.Optional(DocumentReference),
    },
    { additionalProperties: false },
  ),
  problems: [...ENDS, 'batch.blocked', 'dealing.id_taken', 'proposal.survey_needed'],
});

export const promoteBatch = defineContract({
  ...common,
  id: 'promoteBatch',
  path: '/api/batches/:id/promote',
  right: right('promote'),
  summary: 'Registers what was proposed, all of it or nothing; never by who proposed it',
  body: Type.Object({ dealingId: DealingId }, { additionalProperties: false }),
  problems: [...ENDS, 'batch.blocked', 'batch.own_proposal', 'proposal.not_found', 'dealing.id_taken'],
});

export const sendBackBatch = defineContract({
  ...keyed,
  id: 'sendBackBatch',
  path: '/api/batches/:id/send-back',
  right: right('sendBack'),
  summary: 'Refuses the open proposal, of promotion or reversal, and gives the batch back; or takes one’s own back',
  body: Type.Object({ reason: Reason }, { additionalProperties: false }),
  problems: [...ENDS, 'idempotency.key_reused'],
});

export const rejectBatch = defineContract({
  ...keyed,
  id: 'rejectBatch',
  path: '/api/batches/:id/reject',
  right: right('reject'),
  summary: 'Ends a batch without registering anything of it',
  body: Type.Object({ reason: Reason }, { additionalProperties: false }),
  problems: [...ENDS, 'idempotency.key_reused'],
});

export const cancelBatch = defineContract({
  ...keyed,
  id: 'cancelBatch',
  path: '/api/batches/:id/cancel',
  right: right('cancel'),
  summary:
    'Ends the reading of a batch that waits to be read or is being read: at once, whatever its run is doing. It is rejected, and nothing of it is registered',
  body: Type.Object({ reason: Type.Optional(Reason) }, { additionalProperties: false }),
  problems: [...ENDS, 'idempotency.key_reused'],
});

export const reverseBatch = defineContract({
  ...common,
  id: 'reverseBatch',
  path: '/api/batches/:id/reverse',
  right: right('reverse'),
  summary: 'Proposes to take a whole promotion back, as long as nothing later stands on it',
  body: Type.Object({ dealingId: DealingId, reason: Reason }, { additionalProperties: false }),
  problems: [...ENDS, 'batch.built_upon', 'dealing.id_taken'],
});

export const approveReversal = defineContract({
  ...common,
  id: 'approveReversal',
  path: '/api/batches/:id/approve-reversal',
  right: right('approveReversal'),
  summary: 'Takes the promotion back: parcels become historic, rights end; never by who proposed it',
  body: Type.Object({ dealingId: DealingId }, { additionalProperties: false }),
  problems: [...ENDS, 'batch.built_upon', 'batch.own_proposal', 'proposal.not_found', 'dealing.id_taken'],
});
