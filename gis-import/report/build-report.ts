import type {
  ImportCounts,
  ImportOptions,
  ImportReport,
  ReportedFinding,
} from '../../server/domain/batch/import-report.ts';
import type { ReadingReason } from '../../server/domain/batch/reading-reason.ts';
import { reportedReason } from '../../server/domain/batch/reading-reason-text.ts';

/** What reading found out about the source; kept with the batch so that the report can be made again. */
export interface SourceFacts {
  readonly encoding: ImportReport['encoding'];
  readonly srid: ImportReport['srid'];
  readonly columns: Readonly<Record<string, string>>;
  readonly otherColumns?: ImportReport['otherColumns'];
  readonly stages: Readonly<Record<string, number>>;
}

/** Reasons as data, and in English. */
export const reasonsOf = (reasons: readonly ReadingReason[]) => ({ reason: reportedReason(reasons), reasons });

const NOT_READ = reasonsOf([{ code: 'not_read', params: {} }]);
export const NOTHING_READ: SourceFacts = {
  encoding: { detected: null, used: null, confidence: 0, columns: {}, ...NOT_READ },
  srid: { declared: null, detected: null, used: null, axesSwapped: false, confidence: 0, ...NOT_READ },
  columns: {},
  stages: {},
};

/** What the report says of its batch. */
export interface ReportedBatch {
  readonly batchId: string;
  readonly sourceSha256: string;
  readonly communeCode: string | null;
  readonly unitCode: string | null;
  readonly unitValidFrom: string | null;
  readonly options: Pick<ImportOptions, 'commune'>;
}

export interface ReportInput {
  readonly batch: ReportedBatch;
  readonly communeName: string | null;
  readonly status: ImportReport['status'];
  readonly files: ImportReport['files'];
  readonly counts: ImportCounts;
  readonly facts: SourceFacts;
  readonly findings: readonly ReportedFinding[];
  readonly stages: Readonly<Record<string, number>>;
  readonly promotion: ImportReport['promotion'];
}

/** Pure: the same facts give the same report. Throws when the counts do not add up, which must never be published. */
export function buildReport({
  batch,
  communeName,
  status,
  files,
  counts,
  facts,
  findings,
  stages,
  promotion,
}: ReportInput): ImportReport {
  const sum = counts.valid + counts.warned + counts.blocked + counts.refused + counts.ignored;
  if (sum !== counts.read) throw new Error(`batch ${batch.batchId}: ${counts.read} read, ${sum} accounted for`);
  const all = { ...facts.stages, ...stages };
  return {
    batchId: batch.batchId,
    sourceSha256: batch.sourceSha256,
    status,
    files,
    counts,
    encoding: facts.encoding,
    srid: facts.srid,
    commune: communeOf(batch, communeName),
    columns: { ...facts.columns },
    ...(facts.otherColumns ? { otherColumns: facts.otherColumns } : {}),
    findings: [...findings],
    promotion,
    durationMs: Object.values(all).reduce((total, ms) => total + ms, 0),
    stages: all,
  };
}

function communeOf(batch: ReportedBatch, name: string | null): ImportReport['commune'] {
  const { communeCode, unitCode, unitValidFrom, options } = batch;
  if (communeCode === null || unitCode === null || unitValidFrom === null) return null;
  return {
    claimed: options.commune,
    code: communeCode,
    name: name ?? communeCode,
    numberedIn: { code: unitCode, validFrom: unitValidFrom },
  };
}
