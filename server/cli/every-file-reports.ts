/**
 * A reporter of node:test that says nothing unless a test file ended without a result of its own: one that leaves its
 * process early counts as passed for the runner, its tests as if they had never been written.
 */
import { relative } from 'node:path';

interface Event {
  readonly type: string;
  readonly data: { readonly file?: string; readonly counts?: { readonly tests: number } };
}

const isTestFile = (argument: string): boolean => argument.endsWith('.test.ts');

export default async function* everyFileReports(events: AsyncIterable<Event>): AsyncGenerator<string> {
  const silent = new Set(process.argv.filter(isTestFile).map((file) => relative('', file)));
  for await (const { type, data } of events)
    if (type === 'test:summary' && data.file && data.counts?.tests) silent.delete(relative('', data.file));
  if (silent.size === 0) return;
  process.exitCode = 1;
  yield `\nFiles that ended without a result:\n${[...silent].map((file) => `  ${file}\n`).join('')}`;
}
