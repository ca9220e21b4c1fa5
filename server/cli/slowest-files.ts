/** A reporter of node:test that names the files that took longest: where the time of the whole suite goes. */
import { relative } from 'node:path';

interface Event {
  readonly type: string;
  readonly data: { readonly file?: string; readonly duration_ms?: number };
}

const SHOWN = 25;

export default async function* slowestFiles(events: AsyncIterable<Event>): AsyncGenerator<string> {
  const files: { readonly file: string; readonly seconds: number }[] = [];
  for await (const { type, data } of events)
    if (type === 'test:summary' && data.file)
      files.push({ file: relative('', data.file), seconds: (data.duration_ms ?? 0) / 1000 });
  if (files.length <= SHOWN) return;
  files.sort((a, b) => b.seconds - a.seconds);
  const all = files.reduce((sum, { seconds }) => sum + seconds, 0);
  const lines = files.slice(0, SHOWN).map(({ file, seconds }) => `${seconds.toFixed(0).padStart(6)} s  ${file}\n`);
  yield `\nSlowest of ${files.length} test files, ${all.toFixed(0)} s one after the other:\n${lines.join('')}`;
}
