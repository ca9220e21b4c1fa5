/** Of a whole run the test files that took longest: where the time of the suite goes. */
import { relative } from 'node:path';

const SHOWN = 25;

/** A few lines for people; nothing where the files are few. */
export function slowestFiles(files: readonly { readonly file: string; readonly ms: number }[]): string {
  if (files.length <= SHOWN) return '';
  const all = files.reduce((sum, { ms }) => sum + ms, 0);
  const lines = files
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, SHOWN)
    .map(({ file, ms }) => `${(ms / 1000).toFixed(0).padStart(6)} s  ${relative('', file)}\n`);
  return `\nSlowest of ${files.length} test files, ${(all / 1000).toFixed(0)} s one after the other:\n${lines.join('')}`;
}
