import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-tool.ts';

/** One entry of package-lock.json (lockfileVersion 3). */
interface LockEntry {
  /** Of an alias: what it stands for. */
  readonly name?: string;
  /** Only for development. */
  readonly dev?: boolean;
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  /** An SPDX expression, as the package itself says. */
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockEntry>>;
}

export function readLockfile(root: string = ROOT): Lockfile {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
}

/** Everything in the lock must be pinned by digest and tied to no host, so that any mirror serves the same bytes. */
export function lintLockfile({ lockfileVersion, packages }: Lockfile): string[] {
  const complaints = lockfileVersion === 3 ? [] : [`package-lock.json has lockfileVersion ${lockfileVersion}, not 3`];
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    if (!entry.integrity?.startsWith('sha512-')) complaints.push(`package-lock.json: ${path} has no sha512 integrity`);
    if (entry.resolved !== undefined)
      complaints.push(`package-lock.json: ${path} names a host (resolved); remove that line`);
    if (entry.link) complaints.push(`package-lock.json: ${path} is a link`);
  }
  return complaints;
}
