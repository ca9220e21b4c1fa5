import { FileRefused, type Finding } from '../../server/domain/finding/finding.ts';
import type { KeyReading } from '../convert/cell/key-evidence.ts';
import type { EncodingVerdict } from '../convert/decide-encoding.ts';
import type { ProjectionVerdict } from '../convert/projection/decide-projection.ts';
import type { OtherColumn, ParseMessage, ParseSummary, SourceFile } from './parse-protocol.ts';

/** What is known of a source so far: what the summary says if the file is refused half-way. */
export interface Reading {
  files: SourceFile[];
  records: number;
  columnNames: string[];
  otherColumns?: OtherColumn[];
  /** Column indexes per role, the preferred one first. */
  roles: ReadonlyMap<string, readonly number[]>;
  /** Per column. */
  keyReadings: readonly KeyReading[];
  encoding: EncodingVerdict | null;
  projection: ProjectionVerdict | null;
  findings: Finding[];
  stages: Record<string, number>;
}

/**
 * Runs a parser and tells exactly one of done, refused, with everything it found out until then. Errors of the machine
 * are thrown.
 */
export async function tellReading(
  tell: (message: ParseMessage) => void,
  parse: (reading: Reading) => Promise<void>,
): Promise<void> {
  const reading: Reading = {
    files: [],
    records: 0,
    columnNames: [],
    roles: new Map(),
    keyReadings: [],
    encoding: null,
    projection: null,
    findings: [],
    stages: {},
  };
  try {
    await parse(reading);
    tell({ type: 'done', summary: summarise(reading) });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const claimed = error.detail.records;
    if (typeof claimed === 'number' && Number.isInteger(claimed) && claimed > reading.records)
      reading.records = claimed;
    tell({ type: 'refused', code: error.code, detail: error.detail, summary: summarise(reading) });
  }
}

/** Keeps the verdict with its findings; a file that lies nowhere ends here. */
export function adoptProjection(reading: Reading, verdict: ProjectionVerdict): void {
  reading.projection = verdict;
  const [reason] = verdict.findings;
  if (verdict.system === null) throw new FileRefused(reason?.code ?? 'projection.fits_nowhere', reason?.detail ?? {});
  reading.findings.push(...verdict.findings);
}

function summarise(reading: Reading): ParseSummary {
  const columns: Record<string, string> = {};
  for (const [role, indexes] of reading.roles) for (const index of indexes) columns[reading.columnNames[index]!] = role;
  const { files, records, columnNames, otherColumns, encoding, projection, findings, stages } = reading;
  const others = otherColumns ? { otherColumns } : {};
  return { files, records, columns, columnNames, ...others, encoding, projection, findings, stages };
}

/** Notes the milliseconds since the last call, or since the clock was made, under a stage. */
export function createClock(stages: Record<string, number>): (stage: string) => void {
  let last = performance.now();
  return (stage) => {
    const now = performance.now();
    stages[stage] = Math.round(now - last);
    last = now;
  };
}
