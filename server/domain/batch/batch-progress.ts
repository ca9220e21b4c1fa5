/** How far a batch is, as the stream of events tells it. */
import Type, { type Static } from 'typebox';
import { BATCH_STATUSES, type BatchStatus } from './batch-state.ts';
import { ImportCounts } from './import-report.ts';

export const WORK_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** Stages in the order in which they come. */
export const STAGES = ['receive', 'unpack', 'read', 'convert', 'stage', 'validate', 'report'] as const;

/** The part of the whole, per cent, that is done when each begins and ends. */
const SHARES: Readonly<Record<(typeof STAGES)[number], readonly [from: number, to: number]>> = {
  receive: [0, 5],
  unpack: [5, 10],
  read: [10, 30],
  convert: [30, 60],
  stage: [60, 75],
  validate: [75, 95],
  report: [95, 100],
};

/** Whole percent: rises with the stages, and within a stage with its records. */
export function percentOf(stage: string | null, done: number, total: number): number {
  const known = STAGES.find((one) => one === stage);
  if (!known) return 0;
  const [from, to] = SHARES[known];
  const part = total > 0 ? Math.min(1, done / total) : 0;
  return Math.floor(from + (to - from) * part);
}

const choice = <T extends string>(values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...values] });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** The `data` of one event: the whole state of one batch, so that any event may be missed. */
export const BatchProgress = Type.Object({
  id: Type.String({ format: 'uuid' }),
  status: choice<BatchStatus>(BATCH_STATUSES),
  /** Null for a batch that no worker was asked to read. */
  work: nullable(choice<WorkState>(WORK_STATES)),
  stage: nullable(Type.String()),
  done: Type.Integer({ minimum: 0 }),
  total: Type.Integer({ minimum: 0 }),
  percent: Type.Integer({ minimum: 0, maximum: 100 }),
  attempts: Type.Integer({ minimum: 0 }),
  counts: nullable(ImportCounts),
  /** What stopped the last attempt; with work = failed nobody tries again until somebody asks. */
  error: nullable(Type.Object({ code: Type.String(), sentence: Type.String() })),
});
export type BatchProgress = Static<typeof BatchProgress>;
