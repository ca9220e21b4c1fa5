/** What happened to a batch: its door, and one event as it is shown. */
import Type, { type Static } from 'typebox';
import { BATCH_ACTS, type BatchAct, RECEPTIONS, type Reception } from '../../batch/batch-event.ts';
import { BATCH_READERS } from '../../batch/batch-step.ts';
import { defineContract } from '../contract.ts';
import { Instant, nullable, pageOf } from '../fields.ts';
import { BatchId, choice, StaffMember } from './batch-shapes.ts';

/** One event. What it says beside time, person and act depends on the act; the rest is null. No value of a record is in it. */
export const BatchEvent = Type.Object({
  id: Type.String(),
  at: Instant,
  by: StaffMember,
  act: choice<BatchAct>(BATCH_ACTS),
  count: nullable(Type.Integer({ minimum: 0, description: 'Records, parcels or boundaries it was about' })),
  recordNo: nullable(Type.Integer({ description: 'The record, where it was one' })),
  rule: nullable(Type.String({ description: 'Of a correction: rule of the import, or "officer"' })),
  field: nullable(Type.String({ description: 'Of a correction: the field, where it was one' })),
  code: nullable(
    Type.String({ description: 'Finding by which records were chosen, or for which the file was refused' }),
  ),
  reason: nullable(
    Type.String({
      description: 'What the person wrote. Of an edit that may be about a person: only for those who may see persons',
    }),
  ),
  dealingId: nullable(Type.String()),
  batchId: nullable(Type.String({ description: 'The earlier or later batch of the same bytes' })),
  sourceName: nullable(Type.String()),
  how: Type.Unsafe<Reception | null>({
    type: ['string', 'null'],
    enum: [...RECEPTIONS, null],
    description: 'Of a reception: the road by which it came',
  }),
  attempt: nullable(Type.Integer({ minimum: 1, description: 'Of a failed attempt: which one' })),
  error: nullable(Type.String({ description: 'Of a failed attempt: code of what stopped it' })),
});
export type BatchEvent = Static<typeof BatchEvent>;

export const listBatchHistory = defineContract({
  id: 'listBatchHistory',
  tag: 'batches',
  path: '/api/batches/:id/history',
  right: { roles: BATCH_READERS, scope: 'commune' },
  summary: 'What happened to a batch from its reception on, oldest first: when, by whom, why',
  params: Type.Object({ id: BatchId }, { additionalProperties: false }),
  query: Type.Object(
    {
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      cursor: Type.Optional(Type.String({ maxLength: 400 })),
    },
    { additionalProperties: false },
  ),
  reply: pageOf(BatchEvent),
  maxAge: null,
  problems: ['batch.not_found', 'cursor.invalid'],
});
