/** How batches under review are shown: shapes that the doors of batches.ts and batch-steps.ts share. */
import Type, { type Static } from 'typebox';
import { BATCH_STATUSES, type BatchStatus } from '../../batch/batch-state.ts';
import { BATCH_STEPS, type BatchStep } from '../../batch/batch-step.ts';
import { CORRECTION_STATUSES, type CorrectionStatus } from '../../batch/correction.ts';
import { DIFFERENCE_FIELDS, type DifferenceField } from '../../batch/difference.ts';
import { IMPORT_KINDS } from '../../batch/import-kind.ts';
import {
  ColumnChoices,
  ImportCounts,
  ImportOptions,
  ImportReport,
  RECORD_STATUSES,
  type RecordStatus,
} from '../../batch/import-report.ts';
import { FINDING_CODES, type FindingCode, SEVERITIES, type Severity } from '../../finding/finding.ts';
import { TRANSFORMATIONS } from '../../map-sheet/transformation.ts';
import { Instant, nullable } from '../fields.ts';

export const choice = <T extends string>(values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...values] });
export const BatchId = Type.String({ format: 'uuid' });
export const Count = Type.Integer({ minimum: 0 });
export const Status = choice<BatchStatus>(BATCH_STATUSES);
export const Code = choice<FindingCode>(FINDING_CODES);
const Detail = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Numbers and technical words for the sentence of the code; never a person',
});

/** Somebody at work here. The name is as the identity provider last gave it, or null where it never did. */
export const StaffMember = Type.Object({ id: Type.String(), name: nullable(Type.String()) });
export type StaffMember = Static<typeof StaffMember>;
const AnyStaffMember = nullable(StaffMember);

/** West, south, east, north in degrees (CRS84). */
export const Box = Type.Array(Type.Number(), { minItems: 4, maxItems: 4 });
export type Box = [number, number, number, number];
export const AnyBox = Type.Unsafe<Box | null>({
  type: ['array', 'null'],
  items: { type: 'number' },
  minItems: 4,
  maxItems: 4,
});

export const OpenFindings = Type.Object({ errors: Count, warnings: Count, infos: Count });

const summary = {
  id: BatchId,
  version: Type.Integer({ minimum: 1, description: 'For If-Match; rises with every change' }),
  status: Status,
  kind: choice(IMPORT_KINDS),
  sourceName: Type.String(),
  attempt: Type.Integer({ minimum: 1 }),
  commune: nullable(Type.Object({ code: Type.String(), name: Type.String() })),
  /** Another unit that was merged with it may have the same numbers. */
  formerUnit: nullable(
    Type.Object(
      { code: Type.String(), name: Type.String() },
      { description: 'Unit that numbered the sheets, where it is not the commune of today' },
    ),
  ),
  sheets: Type.Array(Type.String(), { description: 'Sheet numbers of its records, at most 40' }),
  counts: ImportCounts,
  open: OpenFindings,
  refusal: nullable(
    Type.Object({ code: Code, detail: Detail }, { description: 'Why the file as a whole was refused' }),
  ),
  owner: StaffMember,
  proposedBy: AnyStaffMember,
  createdAt: Instant,
  changedAt: Instant,
};
/** A line of the campaign table. `open` counts findings that nobody has answered, of records that take part. */
export const BatchSummary = Type.Object(summary);
export type BatchSummary = Static<typeof BatchSummary>;

/** What boundaries were traced from that came of a scanned map sheet: the survey document of their batch. */
export const Digitised = Type.Object({
  documentId: nullable(Type.String({ description: 'Document whose page the sheet is' })),
  page: nullable(Type.Integer()),
  sheetNo: Type.String(),
  scale: Type.Integer(),
  srid: Type.Integer(),
  method: choice(TRANSFORMATIONS),
  points: Type.Integer({ description: 'Control points that took part' }),
  rmsM: Type.Number({ description: 'Root mean square error of a point, m' }),
  toleranceM: Type.Number({ description: 'Allowed error of a corner at that scale on that day, m' }),
  madeBy: StaffMember,
  madeAt: Instant,
});
export type Digitised = Static<typeof Digitised>;

/** A sheet that comes again, held against the register; every record of a registered parcel is one of the first three. */
export const Difference = Type.Object({
  unchanged: Type.Integer({ minimum: 0, description: 'Records that are as registered: nothing is done' }),
  resurveyed: Type.Integer({
    minimum: 0,
    description: 'Records with another boundary: re-surveys, when it is promoted',
  }),
  differs: Type.Integer({ minimum: 0, description: 'Records that differ otherwise alone: left to dealings' }),
  added: Type.Integer({ minimum: 0, description: 'Records of parcels that are not registered' }),
  missing: Type.Integer({
    minimum: 0,
    description: 'Registered parcels of its sheets that it does not bring: they stay',
  }),
});
export type Difference = Static<typeof Difference>;

export const BatchDetail = Type.Object({
  ...summary,
  sourceSha256: Type.String(),
  options: ImportOptions,
  encoding: nullable(Type.String({ description: 'In which the text was read' })),
  srid: nullable(Type.Integer({ description: 'System of the coordinates' })),
  digitised: nullable(Digitised),
  bbox: AnyBox,
  registrable: Type.Integer({ minimum: 0, description: 'Records that a promotion would register' }),
  difference: nullable(Difference),
  blocked: Type.Boolean({ description: 'Whether something must be put right or left out before it can be proposed' }),
  reason: nullable(Type.String({ description: 'Why it was sent back, rejected or is to be taken back, last' })),
  supersededBy: nullable(Type.String()),
  supersedes: nullable(Type.String()),
  proposalDealingId: nullable(Type.String({ description: 'Open proposal of promotion or reversal' })),
  promotionDealingId: nullable(Type.String()),
  allowed: Type.Array(choice<BatchStep>(BATCH_STEPS), { description: 'Steps that are this caller’s to take now' }),
});
export type BatchDetail = Static<typeof BatchDetail>;

/** What was said of columns of an earlier file that has the same. */
export const SaidColumns = Type.Object(
  { batchId: BatchId, sourceName: Type.String(), by: StaffMember, columns: ColumnChoices },
  { description: 'The latest of the communes one acts in, of a file with the same columns' },
);
export type SaidColumns = Static<typeof SaidColumns>;

/** The report (contract 2) with counts and findings as they stand now, and every state a batch can be in. */
export const BatchReport = Type.Object({
  ...ImportReport.properties,
  status: Status,
  saidBefore: nullable(SaidColumns),
});
export type BatchReport = Static<typeof BatchReport>;

export const FindingGroup = Type.Object({
  code: Code,
  severity: choice<Severity>(SEVERITIES),
  count: Type.Integer({ minimum: 1, description: 'Findings: a record may have several of one code' }),
  open: Type.Integer({ minimum: 0, description: 'Findings that nobody has answered, of records that take part' }),
  records: Type.Integer({ minimum: 0, description: 'Records that have it' }),
  openRecords: Type.Integer({ minimum: 0, description: 'Records that take part and have it open' }),
  pairs: nullable(
    Type.Integer({ minimum: 0, description: 'Of findings between two records: how many pairs are open' }),
  ),
  settled: Type.Integer({ minimum: 0, description: 'Answered by a correction' }),
  excluded: Type.Integer({ minimum: 0, description: 'Of records that are left out' }),
  ofFile: Type.Boolean({ description: 'About the file as a whole, not a record' }),
  corrections: Type.Integer({ minimum: 0, description: 'Corrections by the rule of this name' }),
  sentenceKey: Type.String({
    description: 'Key of its sentences (server/domain/finding/finding-text.ts), filled with detail',
  }),
  samples: Type.Array(Type.Integer()),
  detail: Detail,
});
export type FindingGroup = Static<typeof FindingGroup>;

export const RecordFinding = Type.Object({
  code: Code,
  severity: choice<Severity>(SEVERITIES),
  recordNo: nullable(Type.Integer()),
  detail: Detail,
  settledBy: nullable(Type.String({ description: 'Field whose correction answers it' })),
});
export type RecordFinding = Static<typeof RecordFinding>;

export const RecordCorrection = Type.Object({
  recordNo: Type.Integer(),
  field: Type.String(),
  rule: Type.String(),
  before: Type.String({ description: 'Masked where the caller may not see persons' }),
  after: Type.String(),
  status: choice<CorrectionStatus>(CORRECTION_STATUSES),
  reason: nullable(Type.String()),
  decidedBy: StaffMember,
  decidedAt: Instant,
  history: Type.Array(
    Type.Object({
      decision: choice(['accept', 'reject', 'undo', 'edit', 'carry'] as const),
      by: StaffMember,
      at: Instant,
      reason: nullable(Type.String()),
    }),
  ),
});
export type RecordCorrection = Static<typeof RecordCorrection>;

const Holder = Type.Object({ name: Type.String(), kind: Type.String(), manages: Type.Boolean() });
export const Candidate = Type.Object({
  sheetNo: nullable(Type.String()),
  parcelNo: nullable(Type.String()),
  scale: nullable(Type.Integer()),
  legalAreaM2: nullable(Type.Number()),
  purposes: Type.Array(Type.Object({ code: Type.String(), areaM2: nullable(Type.Number()) })),
  holders: Type.Array(Holder),
  address: nullable(Type.String()),
  certificateSerial: nullable(Type.String()),
  useOrigin: nullable(Type.String()),
});
export type Candidate = Static<typeof Candidate>;

const record = {
  recordNo: Type.Integer({ minimum: 1 }),
  status: choice<RecordStatus>(RECORD_STATUSES),
  exclusionReason: nullable(Type.String()),
  /** Columns of the file, in its order; where the caller may not see persons, only those that hold none. */
  raw: Type.Record(Type.String(), Type.String()),
  candidate: nullable(Candidate),
  masked: Type.Boolean({ description: 'Whether persons were left out of raw, candidate and corrections' }),
  areaM2: nullable(Type.Number({ description: 'Computed in the sheet’s own system' })),
  parcelCode: nullable(Type.String()),
  parcelId: nullable(Type.String({ description: 'Parcel it was registered as' })),
  bbox: AnyBox,
  findings: Type.Array(RecordFinding),
  corrections: Type.Array(RecordCorrection),
};
export const BatchRecord = Type.Object(record);
export type BatchRecord = Static<typeof BatchRecord>;

export const Geometry = Type.Unsafe<{ type: string; coordinates: unknown } | null>({
  type: ['object', 'null'],
  properties: { type: { type: 'string' }, coordinates: { type: 'array', items: {} } },
});
const GeometryLegal = Type.Unsafe<{ srid: number; type: string; coordinates: unknown } | null>({
  type: ['object', 'null'],
  properties: { srid: { type: 'integer' }, type: { type: 'string' }, coordinates: { type: 'array', items: {} } },
});
/** The registered parcel that a record is of, as it was when they were compared; holders as they are now. */
export const RecordDifference = Type.Object({
  parcelId: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  fields: Type.Array(choice<DifferenceField>(DIFFERENCE_FIELDS), { description: 'Facts that differ; none: unchanged' }),
  geometryLegal: GeometryLegal,
  registered: Type.Object({
    areaM2: Type.Number({ description: 'Computed in the sheet’s own system' }),
    legalAreaM2: nullable(Type.Number()),
    purposes: Type.Array(Type.Object({ code: Type.String(), areaM2: nullable(Type.Number()) })),
    address: nullable(Type.String()),
    holders: Type.Array(Type.String()),
    certificateSerials: Type.Array(Type.String()),
  }),
});
export type RecordDifference = Static<typeof RecordDifference>;

export const BatchRecordDetail = Type.Object({
  ...record,
  geometry: Geometry,
  geometryLegal: GeometryLegal,
  difference: nullable(RecordDifference),
});
export type BatchRecordDetail = Static<typeof BatchRecordDetail>;

const GroundPoint = Type.Unsafe<[number, number]>({
  type: 'array',
  items: { type: 'number' },
  minItems: 2,
  maxItems: 2,
});
/** What lies around a record, to draw its boundary by. */
export const RecordSurroundings = Type.Object({
  srid: nullable(Type.Integer({ description: 'System of the sheet' })),
  rings: Type.Array(Type.Array(GroundPoint), {
    description: 'Rings of records and registered parcels within 30 m, [east, north]; none repeats its first corner',
  }),
});
export type RecordSurroundings = Static<typeof RecordSurroundings>;

const Land = Type.Object({ parcels: Count, areaM2: Type.Number(), bbox: AnyBox });
/** What an approver looks at before she decides. Stored with the proposal: the same for all who look. */
export const BatchProposal = Type.Object({
  dealingId: Type.String(),
  kind: choice(['import_promotion', 'import_reversal'] as const),
  status: choice(['lodged', 'registered', 'refused'] as const),
  proposedBy: StaffMember,
  proposedAt: Instant,
  decidedBy: AnyStaffMember,
  note: nullable(Type.String()),
  survey: nullable(
    Type.Object(
      { no: Type.String(), date: Type.String(), place: Type.Optional(Type.String()) },
      { description: 'Paper that new boundaries of registered parcels rest on' },
    ),
  ),
  counts: ImportCounts,
  findings: Type.Array(Type.Object({ code: Code, severity: choice<Severity>(SEVERITIES), count: Count })),
  corrections: Type.Object({ inEffect: Count, byHand: Count }),
  sample: Type.Array(Type.Integer(), { description: 'Record numbers drawn by the batch’s id, at most 20' }),
  /** Registered land of the commune before, and after if it is approved. */
  before: Land,
  after: Land,
});
export type BatchProposal = Static<typeof BatchProposal>;
