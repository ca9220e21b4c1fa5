import type { FindingCode, Severity } from './finding.ts';
import { DEFAULT_PROFILE } from './finding-severity.ts';

export type Profile = Readonly<Record<FindingCode, Severity>>;

/** Verdicts by name (`--profile`). A further profile spreads the one it extends and names only what differs. */
const PROFILES: Readonly<Record<string, Profile>> = {
  default: DEFAULT_PROFILE,
  // For a first look at a district's stock: what a person would have to measure again does not hold the rest up.
  inventory: { ...DEFAULT_PROFILE, 'geometry.outside_commune': 'warning' },
};

export const PROFILE_NAMES: readonly string[] = Object.keys(PROFILES);

export function findProfile(name: string): Profile | undefined {
  return Object.hasOwn(PROFILES, name) ? PROFILES[name] : undefined;
}

/** As {@link findProfile}; the name was checked where it came in. */
export function getProfile(name: string): Profile {
  const profile = findProfile(name);
  if (!profile) throw new RangeError(`no profile ${name}`);
  return profile;
}
