/** Which demonstration a registry holds: it has room for one, since all lie on the same land. */
import type pg from 'pg';
import { claimRegistryState, findRegistryState, setRegistryState } from '../../server/db/schema/registry-state.ts';
import { CliProblem } from '../commands/cli-problem.ts';

export interface Demo {
  readonly parcels: number;
  readonly seed: number;
}

export interface HeldDemo extends Demo {
  /** False: it was begun and not finished; the same command goes on with it. */
  readonly whole: boolean;
}

const WHOLE = 'demo';
const BEGUN = 'demo_begun';
const ARCHIVE = 'demo_archive';

const keyOf = ({ parcels, seed }: Demo): string => `parcels=${parcels} seed=${seed}`;

/** The demonstration as it is typed behind `npm run demo --`. */
export const optionsOf = ({ parcels, seed }: Demo): string => `--parcels ${parcels} --seed ${seed}`;

export const isSameDemo = (one: Demo, other: Demo): boolean => keyOf(one) === keyOf(other);

function parseKey(key: string): Demo {
  const [, parcels, seed] = /^parcels=(\d+) seed=(\d+)$/.exec(key) ?? [];
  if (parcels === undefined || seed === undefined) throw new Error(`registry_state holds no demonstration: ${key}`);
  return { parcels: Number(parcels), seed: Number(seed) };
}

export async function findDemo(pool: pg.Pool): Promise<HeldDemo | null> {
  const whole = await findRegistryState(pool, WHOLE);
  if (whole !== undefined) return { ...parseKey(whole), whole: true };
  const begun = await findRegistryState(pool, BEGUN);
  return begun === undefined ? null : { ...parseKey(begun), whole: false };
}

/** Takes the registry for this demonstration before anything of it is brought in; refuses where another one is. */
export async function beginDemo(pool: pg.Pool, demo: Demo): Promise<void> {
  const held = (await findDemo(pool)) ?? parseKey(await claimRegistryState(pool, BEGUN, keyOf(demo)));
  if (!isSameDemo(held, demo)) throw new CliProblem('demo.other_present', { present: optionsOf(held) });
}

export async function finishDemo(pool: pg.Pool, demo: Demo): Promise<void> {
  await setRegistryState(pool, WHOLE, keyOf(demo));
  // What is invented belongs to nobody.
  await claimRegistryState(pool, 'open_data_licence', 'CC0-1.0');
}

/** Whether the archive has its papers: each confirms land, so that done again they would be of other land. */
export const hasArchive = async (pool: pg.Pool): Promise<boolean> =>
  (await findRegistryState(pool, ARCHIVE)) !== undefined;

export const noteArchive = (pool: pg.Pool, demo: Demo): Promise<unknown> =>
  setRegistryState(pool, ARCHIVE, keyOf(demo));
