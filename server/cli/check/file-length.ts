import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listSources } from './list-sources.ts';
import { ROOT } from './run-tool.ts';

const MOST_LINES = 300;
/** Beside tests and README.md. More are two subjects, and want rooms of their own. */
const MOST_FILES = 25;

/** Hand-written files too long to hold one idea. Migrations are frozen history and tests may list cases. */
export function findLongFiles(root: string = ROOT): string[] {
  return [...listSources(root), 'server/setup.mjs']
    .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('migrations/'))
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file} has ${lines} lines; ${MOST_LINES} are the most`);
}

/** Folders with more source files than one subject has. */
export function findFullFolders(root: string = ROOT): string[] {
  const files = Map.groupBy(
    listSources(root).filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('migrations/')),
    dirname,
  );
  return [...files]
    .filter(([, { length }]) => length > MOST_FILES)
    .map(([folder, { length }]) => `${folder} has ${length} files; ${MOST_FILES} are the most`);
}
