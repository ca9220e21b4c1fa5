import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lockfile } from './lockfile.ts';
import { ROOT } from './run-tool.ts';

/** SPDX names of licences under which a package may be used beside Apache-2.0, unaltered (docs/adr/0056-licences.md). */
const ALLOWED: ReadonlySet<string> = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'],
  ...['LGPL-2.1-or-later', 'LGPL-3.0-or-later', 'MPL-2.0', 'OFL-1.1', 'Zlib'],
]);

/** Packages that name no licence in their package.json, by name and version: what they are under, and where that is said. */
const SAID_ELSEWHERE: Readonly<Record<string, { readonly licence: string; readonly where: string }>> = {
  'combine-errors@3.0.3': { licence: 'MIT', where: 'Readme.md' },
};

/** Whether an SPDX expression can be met by allowed licences alone; what is no such expression cannot. */
export function meetsLicences(expression: string, allowed: ReadonlySet<string> = ALLOWED): boolean {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const one = (): boolean => {
    const word = words[at++];
    if (word !== '(') return word !== undefined && allowed.has(word);
    const met = either();
    return words[at++] === ')' && met;
  };
  const both = (): boolean => {
    let met = one();
    while (words[at] === 'AND') {
      at++;
      met = one() && met;
    }
    return met;
  };
  const either = (): boolean => {
    let met = both();
    while (words[at] === 'OR') {
      at++;
      met = both() || met;
    }
    return met;
  };
  const met = either();
  return met && at === words.length;
}

/** What an installed package says of itself; undefined where it is not installed (another platform's). */
function readInstalled(root: string, path: string): { readonly license?: unknown } | undefined {
  const file = join(root, path, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown }) : undefined;
}

/** Packages of the lock, direct or not, of production or development, whose licence is unknown, not allowed, or not what is installed. */
export function findBadLicences({ packages }: Pick<Lockfile, 'packages'>, root: string = ROOT): string[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '') return [];
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const said = SAID_ELSEWHERE[`${name}@${entry.version}`];
    const licence = entry.license ?? said?.licence;
    if (licence === undefined) return [`package-lock.json: ${path} names no licence`];
    if (!meetsLicences(licence)) return [`package-lock.json: ${path} is under ${licence}, which is not allowed`];
    const installed = readInstalled(root, path);
    if (installed !== undefined && installed.license !== entry.license)
      return [`${path} is under ${JSON.stringify(installed.license)}, but package-lock.json says ${entry.license}`];
    if (installed !== undefined && entry.license === undefined && said && !existsSync(join(root, path, said.where)))
      return [`${path} lacks ${said.where}, which said its licence`];
    return [];
  });
}
