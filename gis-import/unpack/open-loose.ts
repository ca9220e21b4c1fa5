/** A shapefile on a disk: the named file and its parts beside it. */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { chooseSet } from './choose-set.ts';
import { stemOf } from './member-kind.ts';
import type { ShapefilePaths, SourceMember } from './opened-source.ts';

/**
 * Parts are found by the same stem, case aside. Where a file system holds `a.dbf` and `A.dbf`, the spelling of the
 * named file goes first.
 */
export async function openLoose(path: string): Promise<{ parts: ShapefilePaths; members: readonly SourceMember[] }> {
  const folder = dirname(path);
  const given = basename(path);
  const stem = stemOf(given);
  const spelling = given.slice(0, given.lastIndexOf('.'));
  const exact = (name: string): number => (name === given ? 0 : name.startsWith(`${spelling}.`) ? 1 : 2);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory() && stemOf(entry.name) === stem)
    .map(({ name }) => name)
    .sort((a, b) => exact(a) - exact(b) || (a < b ? -1 : 1));
  const firsts = names.filter(
    (name, i) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === i,
  );
  const { parts, members } = chooseSet(firsts.map((label) => ({ label, item: join(folder, label) })));
  return { parts: Object.fromEntries(parts) as unknown as ShapefilePaths, members };
}
