import { globSync } from 'node:fs';

/** The rooms that hold hand-written TypeScript. */
export const ROOMS = ['server', 'gis-import', 'web', 'migrations', 'templates'];

/** Every hand-written TypeScript file, tests included, relative to the root; builds and packages are not. */
export function listSources(root: string): string[] {
  const pattern = `{${ROOMS.join(',')}}/**/*.{ts,tsx}`;
  return globSync(pattern, { cwd: root, exclude: ['**/node_modules/**', 'web/dist/**'] }).sort();
}
