/**
 * unpack ▸ read ▸ convert: from a file to rows, in one pass over the bytes to look and one to convert. Runs inside the
 * parser child, because the bytes are a stranger's; writes rows with `emit` and says everything else in its summary.
 */
import { mkdir } from 'node:fs/promises';
import { FileRefused, type Finding } from '../server/domain/finding.ts';
import { createIdentityCipher } from '../server/registry/identity-cipher.ts';
import { type ColumnRole, mapColumns } from './convert/column-dictionary.ts';
import { convertRecord } from './convert/convert-record.ts';
import { copyLine } from './convert/copy-line.ts';
import { createTableEvidence, type EncodingVerdict } from './convert/decide-encoding.ts';
import { decideProjection, type ProjectionVerdict } from './convert/decide-projection.ts';
import { readCells } from './convert/read-cells.ts';
import { createPointSample } from './convert/sample-points.ts';
import type { ParseJob, ParseMessage, ParseSummary, SourceFile } from './parse-protocol.ts';
import { type OpenedShapefile, openShapefile } from './read/open-shapefile.ts';
import { describePrj } from './read/parse-prj.ts';
import { openSource } from './unpack/open-source.ts';

type Tell = (message: ParseMessage) => void;
/** Resolves when the reader of the rows can take more. */
type Emit = (line: string) => Promise<void> | undefined;

const PROGRESS_EVERY = 2_000;

/** Facts gathered so far: what the summary says if the file is refused half-way. */
interface Gathered {
  files: SourceFile[];
  records: number;
  columnNames: string[];
  roles: ReadonlyMap<ColumnRole, number>;
  encoding: EncodingVerdict | null;
  projection: ProjectionVerdict | null;
  findings: Finding[];
  stages: Record<string, number>;
}

/** Reads a source to its end. Tells exactly one of done, refused. Errors of the machine are thrown. */
export async function parseSource(job: ParseJob, emit: Emit, tell: Tell): Promise<void> {
  const gathered: Gathered = {
    files: [],
    records: 0,
    columnNames: [],
    roles: new Map(),
    encoding: null,
    projection: null,
    findings: [],
    stages: {},
  };
  try {
    await readShapefile(job, gathered, emit, tell);
    tell({ type: 'done', summary: summarise(gathered) });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const claimed = error.detail.records;
    if (typeof claimed === 'number' && Number.isInteger(claimed) && claimed > gathered.records)
      gathered.records = claimed;
    tell({ type: 'refused', code: error.code, detail: error.detail, summary: summarise(gathered) });
  }
}

async function readShapefile(job: ParseJob, gathered: Gathered, emit: Emit, tell: Tell): Promise<void> {
  const clock = createClock(gathered.stages);
  await mkdir(job.scratchDir, { recursive: true });
  tell({ type: 'progress', stage: 'unpack', done: 0, of: 0 });
  const source = await openSource(job.path, job.scratchDir);
  gathered.files = source.members.map((member) => ({
    name: member.name,
    kind: member.status === 'read' ? source.kind : 'other',
    status: member.status,
    reason: member.reason,
    records: 0,
  }));
  for (const member of source.members) {
    if (member.status === 'ignored' && member.reason !== 'companion' && member.reason !== 'junk') {
      gathered.findings.push({ code: 'file.member_ignored', recordNo: null, detail: { reason: member.reason } });
    }
  }
  clock('unpack');
  if (source.kind !== 'shapefile')
    throw new FileRefused('file.kind_unsupported', { kind: source.kind, for: job.options.kind });
  const file = await openShapefile(source.parts);
  try {
    gathered.records = file.records;
    gathered.findings.push(...file.findings);
    gathered.files = gathered.files.map((entry) => (isTable(entry) ? { ...entry, records: file.records } : entry));
    await look(job, file, gathered, tell);
    clock('read');
    await convert(job, file, gathered, emit, tell);
    clock('convert');
  } finally {
    await file.close();
  }
}

const isTable = ({ name, status }: SourceFile) => status === 'read' && /\.shp$/i.test(name);

/** First pass: which columns, which encoding, which projection. Nothing is converted before these are known. */
async function look(job: ParseJob, file: OpenedShapefile, gathered: Gathered, tell: Tell): Promise<void> {
  if (file.records === 0) throw new FileRefused('file.no_records', { records: 0 });
  gathered.columnNames = uniqueNames(file.fields.map((field) => field.name));
  gathered.roles = mapColumns(gathered.columnNames);
  if (!gathered.roles.has('parcelNo')) {
    throw new FileRefused('file.no_parcel_number_column', { columns: gathered.columnNames.join(', ').slice(0, 400) });
  }
  if (!gathered.roles.has('sheetNo') && job.options.sheet === null) throw new FileRefused('file.no_sheet_number', {});
  const evidence = createTableEvidence(file.fields.length);
  const sample = createPointSample();
  for await (const row of file.rows()) {
    if (row.recordNo % PROGRESS_EVERY === 0)
      tell({ type: 'progress', stage: 'read', done: row.recordNo, of: file.records });
    if (!row.deleted) evidence.add(row.cells);
    if (row.shape.kind === 'polygon') sample.add(row.shape.parts);
  }
  gathered.encoding = evidence.verdict(job.options.encoding === 'auto' ? null : job.options.encoding);
  const points = sample.points();
  if (points.length === 0) return;
  gathered.projection = decideProjection({
    points,
    prj: claimOf(file.prj),
    commune: job.commune,
    forced: job.options.srid,
  });
  gathered.findings.push(...gathered.projection.findings);
  if (gathered.projection.srid === null) {
    const [finding] = gathered.projection.findings;
    gathered.findings = gathered.findings.filter((other) => other !== finding);
    throw new FileRefused('projection.fits_nowhere', finding?.detail ?? {});
  }
}

function claimOf(prj: string | null): Parameters<typeof decideProjection>[0]['prj'] {
  if (prj === null || prj.trim() === '') return 'missing';
  return describePrj(prj) ?? 'unreadable';
}

/** Two columns of one name become NAME, NAME_2: raw is keyed by name and must not lose one. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, i) => {
    const base = name || `COLUMN_${i + 1}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}_${count}`;
  });
}

async function convert(
  job: ParseJob,
  file: OpenedShapefile,
  gathered: Gathered,
  emit: Emit,
  tell: Tell,
): Promise<void> {
  const cipher = createIdentityCipher(Buffer.from(job.personalDataKey, 'base64'));
  const srid = gathered.projection?.srid ?? job.options.srid ?? job.registrySrid;
  const geometry = {
    srid,
    legalSrid: srid === 4326 ? job.registrySrid : srid,
    swapAxes: gathered.projection?.swapAxes ?? false,
  };
  const attributes = {
    columns: gathered.columnNames,
    roles: gathered.roles,
    sheet: job.options.sheet,
    scale: job.options.scale,
    landUse: new Set(job.landUse),
    legacyLandUse: new Set(job.legacyLandUse),
    communes: new Set(job.communes),
    purposeSumDifferenceM2: job.purposeSumDifferenceM2,
  };
  const rules = {
    verdicts: gathered.encoding!.columns,
    forced: job.options.encoding === 'auto' ? null : job.options.encoding,
  };
  for await (const row of file.rows()) {
    const record = convertRecord(row, readCells(row.cells, rules), attributes, geometry);
    const sealed = record.identities.map((digits) => {
      const { cipher: bytes, hash } = cipher.seal(digits);
      return { cipher: bytes.toString('base64'), hash: hash.toString('base64') };
    });
    const drained = emit(copyLine(job.runId, record, sealed));
    if (drained) await drained;
    if (row.recordNo % PROGRESS_EVERY === 0)
      tell({ type: 'progress', stage: 'convert', done: row.recordNo, of: file.records });
  }
}

function summarise(gathered: Gathered): ParseSummary {
  const columns: Record<string, string> = {};
  for (const [role, index] of gathered.roles) columns[gathered.columnNames[index]!] = role;
  const { files, records, columnNames, encoding, projection, findings, stages } = gathered;
  return { files, records, columns, columnNames, encoding, projection, findings, stages };
}

function createClock(stages: Record<string, number>): (stage: string) => void {
  let last = performance.now();
  return (stage) => {
    const now = performance.now();
    stages[stage] = Math.round(now - last);
    last = now;
  };
}
