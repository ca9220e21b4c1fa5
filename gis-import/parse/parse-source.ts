/**
 * unpack ▸ read ▸ convert: from a file to rows. Runs inside the parser child, because the bytes are a stranger's; writes
 * rows with `emit` and says everything else in its summary.
 */
import { KIND_FACTS } from '../../server/domain/batch/import-kind.ts';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import type { ParseJob } from './parse-protocol.ts';
import { type Emit, readRecords, type Tell } from './read-records.ts';
import { createClock, type Reading, tellReading } from './reading.ts';
import { openRecordSource } from './source/open-record-source.ts';
import { noteRecords, unpackGiven } from './unpack-given.ts';

/** Reads a source to its end. Tells exactly one of done, refused. Errors of the machine are thrown. */
export function parseSource(job: ParseJob, emit: Emit, tell: Tell): Promise<void> {
  return tellReading(tell, (reading) => read(job, reading, emit, tell));
}

async function read(job: ParseJob, reading: Reading, emit: Emit, tell: Tell): Promise<void> {
  const clock = createClock(reading.stages);
  tell({ type: 'progress', stage: 'unpack', done: 0, of: 0 });
  const given = await unpackGiven(job, reading);
  clock('unpack');
  const { kind } = job.options;
  if (!KIND_FACTS[kind].formats.includes(given.kind))
    throw new FileRefused('file.kind_unsupported', { kind: given.kind, for: kind });
  const source = await openRecordSource(given, KIND_FACTS[kind].shapes);
  try {
    noteRecords(reading, source.records);
    reading.findings.push(...source.findings);
    await readRecords(job, source, reading, { emit, tell, clock });
  } finally {
    await source.close();
  }
}
