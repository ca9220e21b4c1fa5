/** A thread of the parser child: packed rows in, the bytes of COPY text out. Started by convert-in-threads.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ConvertRules } from '../kinds/record-reader.ts';
import { RECORD_READERS } from '../kinds/record-readers.ts';
import { type PackedRows, unpackRows } from './pack-rows.ts';

const encoder = new TextEncoder();
const rules = workerData as ConvertRules;
const convert = RECORD_READERS[rules.job.options.kind].createConverter(rules);

parentPort?.on('message', (packed: PackedRows) => {
  let text = '';
  for (const row of unpackRows(packed)) text += convert(row);
  // As bytes, which are moved and not copied, and which nobody has to encode again.
  const bytes = encoder.encode(text);
  parentPort?.postMessage(bytes, [bytes.buffer]);
});
