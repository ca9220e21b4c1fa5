/**
 * unpack ▸ read ▸ convert: from a file to rows, in one pass over the bytes to look and one to convert. Runs inside the
 * parser child, because the bytes are a stranger's; writes rows with `emit` and says everything else in its summary.
 */
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { createGeometryRules } from '../convert/assemble-shape.ts';
import { createKeyEvidence, isNumberColumn } from '../convert/cell/key-evidence.ts';
import { mapColumns, rolePerColumn } from '../convert/columns/column-dictionary.ts';
import { decodeColumnNames } from '../convert/columns/decode-column-names.ts';
import { uniqueNames } from '../convert/columns/unique-names.ts';
import { createTableEvidence } from '../convert/decide-encoding.ts';
import { decideProjection } from '../convert/projection/decide-projection.ts';
import { createPointSample } from '../convert/projection/sample-points.ts';
import { type OpenedShapefile, openShapefile } from '../read/open-shapefile.ts';
import { claimOfPrj } from '../read/prj/claim-of-prj.ts';
import { convertInThreads } from './convert-in-threads.ts';
import { type ConvertRules, createConverter } from './convert-rules.ts';
import type { ParseJob, ParseMessage } from './parse-protocol.ts';
import { adoptProjection, createClock, type Gathered, gather } from './reading.ts';
import { noteRecords, unpackGiven } from './unpack-given.ts';

type Tell = (message: ParseMessage) => void;
/** Resolves when the reader of the rows can take more. */
type Emit = (lines: string | Uint8Array) => Promise<void> | undefined;

const PROGRESS_EVERY = 2_000;

/** Reads a source to its end. Tells exactly one of done, refused. Errors of the machine are thrown. */
export function parseSource(job: ParseJob, emit: Emit, tell: Tell): Promise<void> {
  return gather(tell, (gathered) => readShapefile(job, gathered, emit, tell));
}

async function readShapefile(job: ParseJob, gathered: Gathered, emit: Emit, tell: Tell): Promise<void> {
  const clock = createClock(gathered.stages);
  tell({ type: 'progress', stage: 'unpack', done: 0, of: 0 });
  const source = await unpackGiven(job, gathered);
  clock('unpack');
  if (source.kind !== 'shapefile')
    throw new FileRefused('file.kind_unsupported', { kind: source.kind, for: job.options.kind });
  const file = await openShapefile(source.parts);
  try {
    noteRecords(gathered, file.records);
    gathered.findings.push(...file.findings);
    await look(job, file, gathered, tell);
    clock('read');
    await convert(job, file, gathered, emit, tell);
    clock('convert');
  } finally {
    await file.close();
  }
}

/** First pass: which columns, which encoding, which projection. Nothing is converted before these are known. */
async function look(job: ParseJob, file: OpenedShapefile, gathered: Gathered, tell: Tell): Promise<void> {
  if (file.records === 0) throw new FileRefused('file.no_records', { records: 0 });
  const evidence = createTableEvidence(file.fields.length);
  const sample = createPointSample();
  // Which columns hold keys is known when their names are decoded, after this pass.
  const keys = file.fields.map(createKeyEvidence);
  tell({ type: 'progress', stage: 'read', done: 0, of: file.records });
  for await (const row of file.rows()) {
    if (row.recordNo % PROGRESS_EVERY === 0)
      tell({ type: 'progress', stage: 'read', done: row.recordNo, of: file.records });
    if (!row.deleted) {
      evidence.add(row.cells);
      for (const [i, cell] of row.cells.entries()) keys[i]!.add(cell);
    }
    if (row.shape.kind === 'polygon') sample.add(row.shape.parts);
  }
  gathered.encoding = evidence.verdict(job.options.encoding === 'auto' ? null : job.options.encoding);
  gathered.keyReadings = keys.map((column) => column.reading());
  nameColumns(job, file, gathered);
  doubtEncoding(job, gathered);
  const points = sample.points();
  if (points.length === 0) return;
  const prj = claimOfPrj(file.prj);
  adoptProjection(gathered, decideProjection({ points, prj, commune: job.commune, forced: job.options.srid }));
}

/** Which column means what. Their names are in the encoding of the cells, so the cells come first. */
function nameColumns(job: ParseJob, file: OpenedShapefile, gathered: Gathered): void {
  const names = decodeColumnNames(
    file.fields.map((field) => field.name),
    gathered.encoding?.used ?? null,
  );
  gathered.columnNames = uniqueNames(names);
  const roles = mapColumns(gathered.columnNames);
  gathered.roles = roles;
  const columns = gathered.columnNames.join(', ');
  if (!roles.has('parcelNo')) throw new FileRefused('file.no_parcel_number_column', { columns });
  if (!roles.has('sheetNo') && job.options.sheet === null) throw new FileRefused('file.no_sheet_number', { columns });
  const used = rolePerColumn(names.length, roles);
  for (const [index, field] of file.fields.entries()) {
    if (!field.memo || used[index] === undefined) continue;
    gathered.findings.push({
      code: 'file.column_elsewhere',
      recordNo: null,
      detail: { column: gathered.columnNames[index]! },
    });
  }
  const unused = gathered.columnNames.filter((_, index) => used[index] === undefined);
  if (unused.length === 0) return;
  const detail = { unused: unused.length, columns: unused.join(', ') };
  gathered.findings.push({ code: 'file.columns_unused', recordNo: null, detail });
}

/** Below the one, the summary calls an encoding a guess; from the other on it is fairly sure. */
const [GUESS, SURE] = [0.5, 0.8] as const;

/** Says where an encoding is a guess, and where the one that was chosen is not the one found. */
function doubtEncoding(job: ParseJob, gathered: Gathered): void {
  const { encoding, columnNames, findings } = gathered;
  const forced = job.options.encoding === 'auto' ? null : job.options.encoding;
  const used = rolePerColumn(columnNames.length, mapColumns(columnNames));
  if (forced) {
    const detected = encoding?.columns.find(
      (own) => own.encoding !== 'ascii' && own.encoding !== forced && own.confidence >= SURE,
    );
    if (detected)
      findings.push({
        code: 'file.encoding_forced',
        recordNo: null,
        detail: { encoding: forced, detected: detected.encoding },
      });
    return;
  }
  for (const [index, own] of encoding?.columns.entries() ?? []) {
    if (used[index] === undefined || own.encoding === 'ascii' || own.confidence >= GUESS) continue;
    const detail = { column: columnNames[index]!, encoding: own.encoding };
    findings.push({ code: 'file.encoding_guessed', recordNo: null, detail });
  }
}

/** Fewer records are converted before a thread has started. */
const WORTH_THREADS = 5_000;

async function convert(
  job: ParseJob,
  file: OpenedShapefile,
  gathered: Gathered,
  emit: Emit,
  tell: Tell,
): Promise<void> {
  const rules: ConvertRules = {
    job,
    columnNames: gathered.columnNames,
    columnWidths: file.fields.map(({ type, length }) => (type === 'C' ? length : null)),
    numberColumns: file.fields.map(isNumberColumn),
    keyReadings: gathered.keyReadings,
    encoding: gathered.encoding!,
    geometry: createGeometryRules(gathered.projection, job.options.srid, job.registrySrid),
  };
  let done = 0;
  let told = 0;
  const give = (text: string | Uint8Array, records: number) => {
    done += records;
    if (done - told >= PROGRESS_EVERY) {
      told = done;
      tell({ type: 'progress', stage: 'convert', done, of: file.records });
    }
    return emit(text);
  };
  tell({ type: 'progress', stage: 'convert', done: 0, of: file.records });
  if (file.records >= WORTH_THREADS) return convertInThreads(rules, file.rows(), give);
  const convertRow = createConverter(rules);
  for await (const row of file.rows()) {
    const drained = give(convertRow(row), 1);
    if (drained) await drained;
  }
}
