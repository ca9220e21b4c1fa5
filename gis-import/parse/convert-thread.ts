/** A thread of the parser child: packed rows in, the bytes of COPY text out. Started by convert-in-threads.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ConvertRules, createConverter } from './convert-rules.ts';
import { type PackedRows, unpackRows } from './pack-rows.ts';

const encoder = new TextEncoder();
const convert = createConverter(workerData as ConvertRules);

parentPort?.on('message', (packed: PackedRows) => {
  let text = '';
  for (const row of unpackRows(packed)) text += convert(row);
  // As bytes, which are moved and not copied, and which nobody has to encode again.
  const bytes = encoder.encode(text);
  parentPort?.postMessage(bytes, [bytes.buffer]);
});
