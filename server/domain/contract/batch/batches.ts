/** Batches under review, as they are looked at. What is done to them is in batch-steps.ts. */
import Type, { type TObject } from 'typebox';
import { BATCH_SORTS, bothWays, RECORD_SORTS, type Sort } from '../../batch/batch-list-order.ts';
import { BATCH_QUEUES, type BatchQueue } from '../../batch/batch-queue.ts';
import { BATCH_READERS } from '../../batch/batch-step.ts';
import { CORRECTION_STATUSES, type CorrectionStatus } from '../../batch/correction.ts';
import { RECORD_STATUSES, type RecordStatus } from '../../batch/import-report.ts';
import { OVERLAP_CODES } from '../../finding/finding.ts';
import { defineContract } from '../contract.ts';
import { CommuneCode, nullable, pageOf } from '../fields.ts';
import { orderedPageOf, place, SheetNo, sortBy } from '../ordered-page.ts';
import {
  AnyBox,
  BatchDetail,
  BatchId,
  BatchProposal,
  BatchRecord,
  BatchRecordDetail,
  BatchReport,
  BatchSummary,
  Code,
  Count,
  choice,
  FindingGroup,
  Geometry,
  RecordCorrection,
  RecordFinding,
  RecordSurroundings,
  Status,
} from './batch-shapes.ts';

const Limit = (maximum: number) => Type.Optional(Type.Integer({ minimum: 1, maximum }));
const Cursor = Type.Optional(Type.String({ maxLength: 400 }));
/** A URL carries text, hence no boolean. */
const flag = (description: string) =>
  Type.Optional(Type.Unsafe<'true' | 'false'>({ type: 'string', enum: ['true', 'false'], description }));
const RecordNo = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const Params = Type.Object({ id: BatchId }, { additionalProperties: false });
const query = <T extends Parameters<typeof Type.Object>[0]>(properties: T): TObject<T> =>
  Type.Object(properties, { additionalProperties: false });

const common = {
  tag: 'batches',
  right: { roles: BATCH_READERS, scope: 'commune' },
  maxAge: null,
} as const;
const ofBatch = { ...common, params: Params, problems: ['batch.not_found'] } as const;

export const listBatches = defineContract({
  ...common,
  id: 'listBatches',
  path: '/api/batches',
  summary: 'Batches of the communes one acts in, newest first or as `sort` says',
  query: query({
    state: Type.Optional(Status),
    commune: Type.Optional(CommuneCode),
    sheet: SheetNo,
    owner: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Id of who brought it in' })),
    mine: flag('Only those one brought in or proposed'),
    queue: Type.Optional(choice<BatchQueue>(BATCH_QUEUES)),
    q: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'Name of the file or commune, or a sheet' }),
    ),
    sort: sortBy<Sort<(typeof BATCH_SORTS)[number]>>(bothWays(BATCH_SORTS), '-created'),
    ...place(BatchId, 500),
  }),
  reply: orderedPageOf(BatchSummary),
  problems: ['cursor.invalid'],
});

export const countBatchQueues = defineContract({
  ...common,
  id: 'countBatchQueues',
  path: '/api/batches/queues',
  summary:
    'How many batches are in each queue of work, seen by who asks, and the box of the land registered in her communes',
  reply: Type.Object({
    queues: Type.Array(Type.Object({ queue: choice<BatchQueue>(BATCH_QUEUES), count: Count })),
    land: AnyBox,
  }),
});

export const getBatch = defineContract({
  ...ofBatch,
  id: 'getBatch',
  path: '/api/batches/:id',
  summary: 'One batch, with the steps that are the caller’s to take; its version is also the ETag',
  reply: BatchDetail,
});

export const getBatchReport = defineContract({
  ...ofBatch,
  id: 'getBatchReport',
  path: '/api/batches/:id/report',
  summary: 'The report of an import, with counts and findings as they stand now',
  reply: BatchReport,
  problems: ['batch.not_found', 'batch.step_refused'],
});

export const listBatchFindings = defineContract({
  ...ofBatch,
  id: 'listBatchFindings',
  path: '/api/batches/:id/findings',
  summary: 'Findings by code; with ?code= also each one of it, record by record',
  query: query({ code: Type.Optional(Code), limit: Limit(1000), cursor: Cursor }),
  reply: Type.Object({
    groups: Type.Array(FindingGroup),
    items: Type.Array(RecordFinding),
    nextCursor: nullable(Type.String()),
  }),
  problems: ['batch.not_found', 'cursor.invalid'],
});

export const listBatchRecords = defineContract({
  ...ofBatch,
  id: 'listBatchRecords',
  path: '/api/batches/:id/records',
  summary: 'Records, what the file says beside what would be registered. Showing persons is logged',
  query: query({
    status: Type.Optional(choice<RecordStatus>(RECORD_STATUSES)),
    code: Type.Optional(Code),
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description:
          'Number of record, parcel or sheet, "sheet/parcel", or words; those of address and holder for who may see persons',
      }),
    ),
    holder: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'Words of a holder; for who may see persons' }),
    ),
    open: flag('Only those that take part and have a finding nobody answered, remarks aside'),
    corrected: Type.Optional(
      Type.Unsafe<'any' | 'hand'>({
        type: 'string',
        enum: ['any', 'hand'],
        description: 'Only those with a correction in effect: any, or one by hand',
      }),
    ),
    from: Type.Optional(RecordNo),
    to: Type.Optional(RecordNo),
    sample: flag('Only those drawn for the latest proposal'),
    sort: sortBy<Sort<(typeof RECORD_SORTS)[number]>>(bothWays(RECORD_SORTS), 'no'),
    ...place(RecordNo, 1000),
  }),
  reply: orderedPageOf(BatchRecord),
  problems: ['batch.not_found', 'cursor.invalid', 'auth.forbidden'],
});

export const getBatchRecord = defineContract({
  ...ofBatch,
  id: 'getBatchRecord',
  path: '/api/batches/:id/records/:n',
  summary: 'One record with its geometry. Showing persons is logged',
  params: Type.Object({ id: BatchId, n: RecordNo }, { additionalProperties: false }),
  reply: BatchRecordDetail,
  problems: ['batch.not_found', 'record.not_found'],
});

export const getRecordSurroundings = defineContract({
  ...ofBatch,
  id: 'getRecordSurroundings',
  path: '/api/batches/:id/records/:n/surroundings',
  summary: 'Rings around a record, of its batch and of the register, to correct its boundary by; never a person',
  params: Type.Object({ id: BatchId, n: RecordNo }, { additionalProperties: false }),
  reply: RecordSurroundings,
  problems: ['batch.not_found', 'record.not_found'],
});

export const getBatchGeometry = defineContract({
  ...ofBatch,
  id: 'getBatchGeometry',
  path: '/api/batches/:id/geometry',
  summary: 'Outlines of the records as GeoJSON (CRS84); thousands are better had as tiles',
  query: query({ limit: Limit(2000), cursor: Cursor }),
  reply: Type.Object({
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      Type.Object({
        type: Type.Literal('Feature'),
        id: Type.Integer(),
        geometry: Geometry,
        properties: Type.Object({
          recordNo: Type.Integer(),
          status: choice<RecordStatus>(RECORD_STATUSES),
          sheetNo: nullable(Type.String()),
          parcelNo: nullable(Type.String()),
          codes: Type.Array(Code),
        }),
      }),
    ),
    nextCursor: nullable(Type.String()),
  }),
  problems: ['batch.not_found', 'cursor.invalid'],
});

export const getBatchOverlaps = defineContract({
  ...ofBatch,
  id: 'getBatchOverlaps',
  path: '/api/batches/:id/overlaps',
  summary: 'The ground that two parcels claim (CRS84), as the open findings say, the largest first, at most 500 pieces',
  query: query({ code: Type.Optional(choice(OVERLAP_CODES)), record: Type.Optional(RecordNo) }),
  reply: Type.Object({
    type: Type.Literal('FeatureCollection'),
    bbox: AnyBox,
    features: Type.Array(
      Type.Object({
        type: Type.Literal('Feature'),
        geometry: Geometry,
        properties: Type.Object({
          recordNo: Type.Integer(),
          other: nullable(Type.Integer({ description: 'The other record' })),
          parcelId: nullable(Type.String({ description: 'The other, where it is registered' })),
        }),
      }),
    ),
  }),
  problems: ['batch.not_found'],
});

export const listBatchParcels = defineContract({
  ...ofBatch,
  id: 'listBatchParcels',
  path: '/api/batches/:id/parcels',
  summary: 'Ids of the parcels that were registered from it, ended ones too',
  reply: Type.Object({ items: Type.Array(Type.String()) }),
});

export const listBatchCorrections = defineContract({
  ...ofBatch,
  id: 'listBatchCorrections',
  path: '/api/batches/:id/corrections',
  summary: 'Corrections with who decided on each and when. Showing persons is logged',
  query: query({
    status: Type.Optional(choice<CorrectionStatus>(CORRECTION_STATUSES)),
    rule: Type.Optional(Type.String({ maxLength: 60 })),
    recordNo: Type.Optional(RecordNo),
    limit: Limit(500),
    cursor: Cursor,
  }),
  reply: pageOf(RecordCorrection),
  problems: ['batch.not_found', 'cursor.invalid'],
});

export const getBatchProposal = defineContract({
  ...ofBatch,
  id: 'getBatchProposal',
  path: '/api/batches/:id/proposal',
  summary: 'The latest proposal: counts, findings, land before and after, and the records drawn for a look',
  reply: BatchProposal,
  problems: ['batch.not_found', 'proposal.not_found'],
});

const whole = (maximum: number) => Type.Integer({ minimum: 0, maximum });
export const getStagingTile = defineContract({
  ...common,
  id: 'getStagingTile',
  path: '/tiles/staging/:batch/:z/:x/:y.mvt',
  summary:
    'Mapbox vector tile of a batch under review: layer "records" (id, status, sheetNo, parcelNo, codes: open findings joined by commas); never a person',
  params: Type.Object(
    { batch: BatchId, z: whole(22), x: whole(2 ** 22 - 1), y: whole(2 ** 22 - 1) },
    { additionalProperties: false },
  ),
  reply: Type.String({ format: 'binary' }),
  media: 'application/vnd.mapbox-vector-tile',
  otherReplies: { 204: { description: 'No record lies in this tile' } },
  problems: ['batch.not_found', 'tile.out_of_range', 'service.busy'],
});
