/** What an import is asked and what it answers (contract 2), shared by the command line, the API and the desk. */
import Type, { type Static } from 'typebox';
import { TEXT_ENCODINGS, type TextEncoding } from '../encoding/codec.ts';
import { FindingCode } from '../finding/finding.ts';
import { LayerFacts } from '../layer/layer-facts.ts';
import { COLUMN_CHOICES, type ColumnChoice } from './column-role.ts';
import { IMPORT_KINDS, type ImportKind } from './import-kind.ts';
import { ReadingReasons } from './reading-reason.ts';

export const ColumnChoices = Type.Record(
  Type.String({ pattern: '^.{1,60}$' }),
  Type.Unsafe<ColumnChoice>({ type: 'string', enum: [...COLUMN_CHOICES] }),
  { maxProperties: 200 },
);
export type ColumnChoices = Static<typeof ColumnChoices>;

/** Options that change the outcome; together with the bytes they are the identity of a batch. */
export const ImportOptions = Type.Object({
  kind: Type.Unsafe<ImportKind>(Type.Union(IMPORT_KINDS.map((kind) => Type.Literal(kind)))),
  commune: Type.Union([Type.String({ pattern: '^[0-9]{5}$' }), Type.Null()]),
  at: Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()]),
  srid: Type.Union([Type.Integer(), Type.Null()]),
  encoding: Type.Unsafe<'auto' | TextEncoding>(
    Type.Union(['auto', ...TEXT_ENCODINGS].map((name) => Type.Literal(name))),
  ),
  profile: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  sheet: Type.Union([Type.String({ pattern: '^[0-9A-Za-z-]{1,20}$' }), Type.Null()]),
  scale: Type.Union([Type.Integer({ minimum: 100, maximum: 100_000 }), Type.Null()]),
  /** What an officer says of columns, by their names; before what the names say. */
  columns: Type.Optional(ColumnChoices),
  /** What is said of a thematic layer; for no other kind. */
  layer: Type.Optional(LayerFacts),
});
export type ImportOptions = Static<typeof ImportOptions>;

export const RECORD_STATUSES = ['valid', 'warned', 'blocked', 'refused', 'ignored'] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** `read = valid + warned + blocked + refused + ignored`, always. */
export const ImportCounts = Type.Object({
  read: Type.Integer({ minimum: 0 }),
  valid: Type.Integer({ minimum: 0 }),
  warned: Type.Integer({ minimum: 0 }),
  blocked: Type.Integer({ minimum: 0 }),
  refused: Type.Integer({ minimum: 0 }),
  ignored: Type.Integer({ minimum: 0 }),
});
export type ImportCounts = Static<typeof ImportCounts>;

export const ReportedFinding = Type.Object({
  code: FindingCode,
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info')]),
  count: Type.Integer({ minimum: 1 }),
  /** Record numbers as in the file, at most ten; empty for a fact about the file. */
  samples: Type.Array(Type.Integer()),
  /** Numbers of the first occurrence. */
  detail: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
export type ReportedFinding = Static<typeof ReportedFinding>;

export const ImportReport = Type.Object({
  batchId: Type.String(),
  sourceSha256: Type.String(),
  status: Type.Union([Type.Literal('validated'), Type.Literal('promoted'), Type.Literal('refused')]),
  files: Type.Array(
    Type.Object({
      name: Type.String(),
      kind: Type.String(),
      status: Type.Union([Type.Literal('read'), Type.Literal('ignored'), Type.Literal('refused')]),
      reason: Type.Union([Type.String(), Type.Null()]),
      records: Type.Integer({ minimum: 0 }),
    }),
  ),
  counts: ImportCounts,
  encoding: Type.Object({
    detected: Type.Union([Type.String(), Type.Null()]),
    used: Type.Union([Type.String(), Type.Null()]),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
    columns: Type.Record(Type.String(), Type.String()),
    reason: Type.String(),
    reasons: ReadingReasons,
  }),
  srid: Type.Object({
    declared: Type.Union([Type.Integer(), Type.Null()]),
    detected: Type.Union([Type.Integer(), Type.Null()]),
    used: Type.Union([Type.Integer(), Type.Null()]),
    axesSwapped: Type.Boolean(),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
    reason: Type.String(),
    reasons: ReadingReasons,
  }),
  /** Null for boundaries of many communes. */
  commune: Type.Union([
    Type.Null(),
    Type.Object({
      claimed: Type.Union([Type.String(), Type.Null()]),
      code: Type.String(),
      name: Type.String(),
      numberedIn: Type.Object({ code: Type.String(), validFrom: Type.String() }),
    }),
  ]),
  columns: Type.Record(Type.String(), Type.String()),
  /** Columns whose names say nothing, and what their values look like. */
  otherColumns: Type.Optional(
    Type.Array(
      Type.Object({
        name: Type.String(),
        looksLike: Type.Union([Type.String(), Type.Null()]),
        share: Type.Number({ minimum: 0, maximum: 1, description: 'Part of its values that look so' }),
      }),
    ),
  ),
  findings: Type.Array(ReportedFinding),
  promotion: Type.Union([
    Type.Null(),
    Type.Object({
      dealingId: Type.Union([Type.String(), Type.Null()]),
      parcels: Type.Integer(),
      registeredAt: Type.String(),
    }),
  ]),
  durationMs: Type.Integer({ minimum: 0 }),
  stages: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
});
export type ImportReport = Static<typeof ImportReport>;
