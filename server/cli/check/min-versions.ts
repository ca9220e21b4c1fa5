import type { Lockfile } from './lockfile.ts';
import limits from './min-versions.json' with { type: 'json' };

export interface VersionLimit {
  readonly from: string;
  readonly below?: string;
  /** What is wrong outside the limit: an advisory, or what would break. */
  readonly why: string;
}

/** Compares plain releases ("5.12.1"); anything else in the lock is refused, since nobody decided on it. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => {
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`"${version}" is no release version`);
    return version.split('.').map(Number);
  }) as [number[], number[]];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Copies of a package in the lock (nested ones too) outside its limits: known holes, found without a network. */
export function findOldVersions(lock: Lockfile, table: Readonly<Record<string, VersionLimit>> = limits): string[] {
  return Object.entries(table).flatMap(([name, limit]) => {
    const found = Object.entries(lock.packages).filter(
      ([path]) => path === name || path.endsWith(`node_modules/${name}`),
    );
    if (found.length === 0) return [`min-versions.json names ${name}, which is not in the lock`];
    return found
      .map(([, entry]) => entry.version ?? '')
      .filter((version) => compare(version, limit.from) < 0 || (limit.below && compare(version, limit.below) >= 0))
      .map(
        (version) =>
          `${name} ${version} is outside ${limit.from}${limit.below ? ` … ${limit.below}` : ' or newer'}: ${limit.why}`,
      );
  });
}
