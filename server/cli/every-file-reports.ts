/**
 * A reporter of node:test that fails a run where a test file ended without a result of its own: one that leaves its
 * process early counts as passed for the runner, its tests as if they had never been written. Of a whole run it also
 * names the files that took longest.
 */
import { relative } from 'node:path';
import { slowestFiles } from './slowest-files.ts';

interface Event {
  readonly type: string;
  readonly data: {
    readonly file?: string;
    readonly counts?: { readonly tests: number };
    readonly duration_ms?: number;
  };
}

const isTestFile = (argument: string): boolean => argument.endsWith('.test.ts');

export default async function* everyFileReports(events: AsyncIterable<Event>): AsyncGenerator<string> {
  const silent = new Set(process.argv.filter(isTestFile).map((file) => relative('', file)));
  const files: { file: string; ms: number }[] = [];
  for await (const { type, data } of events) {
    if (type !== 'test:summary' || !data.file) continue;
    if (data.counts?.tests) silent.delete(relative('', data.file));
    files.push({ file: data.file, ms: data.duration_ms ?? 0 });
  }
  yield slowestFiles(files);
  if (silent.size === 0) return;
  process.exitCode = 1;
  yield `\nFiles that ended without a result:\n${[...silent].map((file) => `  ${file}\n`).join('')}`;
}
