/** From records to rows: one pass over them to look and one to convert, whatever their format and kind. */
import { createGeometryRules } from '../convert/assemble-shape.ts';
import { createKeyEvidence } from '../convert/cell/key-evidence.ts';
import type { CellRules } from '../convert/cell/read-cells.ts';
import { createTableEvidence } from '../convert/decide-encoding.ts';
import type { ConvertRules } from '../kinds/record-reader.ts';
import { RECORD_READERS } from '../kinds/record-readers.ts';
import { convertInThreads } from './convert-in-threads.ts';
import type { ParseJob, ParseMessage } from './parse-protocol.ts';
import type { Reading } from './reading.ts';
import type { RecordSource } from './source/record-source.ts';

export type Tell = (message: ParseMessage) => void;
/** Resolves when the reader of the rows can take more. */
export type Emit = (lines: string | Uint8Array) => Promise<void> | undefined;

/** Ways out of a reading. */
interface Channel {
  readonly emit: Emit;
  readonly tell: Tell;
  /** Notes the time of the stage that ends. */
  readonly clock: (stage: string) => void;
}

/** Throws FileRefused. */
export async function readRecords(
  job: ParseJob,
  source: RecordSource,
  reading: Reading,
  channel: Channel,
): Promise<void> {
  const cells = await survey(job, source, reading, channel);
  channel.clock('read');
  await convert(job, source, cells, reading, channel);
  channel.clock('convert');
}

/** Twenty messages a file, of a long one more. */
const progressEvery = (records: number): number => Math.min(2_000, Math.max(1, Math.ceil(records / 20)));

/** First pass: which columns, which encoding, which projection. Nothing is converted before these are known. */
async function survey(job: ParseJob, source: RecordSource, reading: Reading, { tell }: Channel): Promise<CellRules> {
  const own = RECORD_READERS[job.options.kind].startSurvey(job, source);
  const evidence = createTableEvidence(source.columns.length);
  // Which columns hold keys is known when their names are decoded, after this pass.
  const keys = source.columns.map(createKeyEvidence);
  const every = progressEvery(source.records);
  tell({ type: 'progress', stage: 'read', done: 0, of: source.records });
  for await (const row of source.rows()) {
    if (row.recordNo % every === 0) tell({ type: 'progress', stage: 'read', done: row.recordNo, of: source.records });
    if (!row.deleted) {
      if (source.encoding === null) evidence.add(row.cells);
      for (const [i, cell] of row.cells.entries()) keys[i]!.add(cell);
    }
    own.see(row);
  }
  const forced = job.options.encoding === 'auto' ? null : job.options.encoding;
  const encoding = source.encoding?.file ?? evidence.verdict(forced);
  reading.encoding = encoding;
  reading.keyReadings = keys.map((column) => column.reading());
  reading.columnNames = [...source.nameColumns(encoding.used)];
  const known = source.encoding?.column;
  const cells: CellRules = known
    ? { verdicts: source.columns.map(() => known), forced: null }
    : { verdicts: encoding.columns, forced };
  await own.decide(reading, cells);
  return cells;
}

/** Fewer records are converted before a thread has started. */
const WORTH_THREADS = 5_000;

async function convert(
  job: ParseJob,
  source: RecordSource,
  cells: CellRules,
  { columnNames, keyReadings, projection }: Reading,
  { emit, tell }: Channel,
): Promise<void> {
  const { inThreads, createConverter } = RECORD_READERS[job.options.kind];
  const rules: ConvertRules = {
    job,
    columnNames,
    columns: source.columns,
    keyReadings,
    cells,
    geometry: createGeometryRules(projection, job.options.srid, job.registrySrid),
  };
  const every = progressEvery(source.records);
  let done = 0;
  let told = 0;
  const give = (text: string | Uint8Array, records: number) => {
    done += records;
    if (done - told >= every) {
      told = done;
      tell({ type: 'progress', stage: 'convert', done, of: source.records });
    }
    return emit(text);
  };
  tell({ type: 'progress', stage: 'convert', done: 0, of: source.records });
  if (inThreads && source.records >= WORTH_THREADS) return convertInThreads(rules, source.rows(), give);
  const convertRow = createConverter(rules);
  for await (const row of source.rows()) {
    const drained = give(convertRow(row), 1);
    if (drained) await drained;
  }
}
