import type { Pools } from '../../db/kit/pools.ts';
import { listMigrations } from '../../db/schema/list-migrations.ts';
import {
  countOtherFunctions,
  listAppliedMigrations,
  listMissingSrids,
  PROBES,
  probe,
} from '../../db/schema/readiness.ts';
import type { Readiness } from '../../domain/contract/dealing/operations.ts';
import { PROJECTIONS } from '../../domain/crs.ts';
import { type Belongings, findStrangers } from './register-identity.ts';

type Check = Readiness['checks'][number];

async function check(name: string, work: () => Promise<string | undefined>): Promise<Check> {
  try {
    const wrong = await work();
    return wrong === undefined ? { name, ok: true } : { name, ok: false, detail: wrong };
  } catch (error) {
    // Anybody may ask this door: the kind of failure, never an address or a message of the database.
    return { name, ok: false, detail: error instanceof Error ? error.name : 'failed' };
  }
}

async function missingMigrations(pools: Pools): Promise<string | undefined> {
  const files = listMigrations();
  const applied = await listAppliedMigrations(pools.app);
  const missing = files.filter((file) => !applied.includes(file)).length;
  const unknown = applied.filter((name) => !files.includes(name)).length;
  if (missing > 0) return `${missing} migrations not applied: npm run db:migrate`;
  if (unknown > 0) return `${unknown} migrations of a newer release`;
  const others = await countOtherFunctions(pools.app);
  return others > 0 ? `${others} functions are not of this release: npm run db:migrate` : undefined;
}

async function missingSrids(pools: Pools, registrySrid: number): Promise<string | undefined> {
  const wanted = [...new Set([registrySrid, 3857, ...PROJECTIONS.map((p) => p.srid)])];
  const missing = await listMissingSrids(pools.app, wanted);
  return missing.length > 0 ? `EPSG ${missing.join(', ')} missing` : undefined;
}

async function strangers(pools: Pools, belongings: Belongings): Promise<string | undefined> {
  const found = await findStrangers(pools.app, belongings);
  return found.length > 0 ? `not this register’s: ${found.join(', ')}` : undefined;
}

/** Everything that must hold before requests can be served, each by itself, so that one look says what is wrong. */
export async function checkReadiness(pools: Pools, registrySrid: number, belongings: Belongings): Promise<Readiness> {
  const roles = Object.keys(PROBES) as (keyof typeof PROBES)[];
  const checks = await Promise.all([
    ...roles.map((role) => check(`database.${role}`, () => probe(pools[role], role).then(() => undefined))),
    check('migrations', () => missingMigrations(pools)),
    check('projections', () => missingSrids(pools, registrySrid)),
    check('belongings', () => strangers(pools, belongings)),
  ]);
  return { status: checks.every(({ ok }) => ok) ? 'ready' : 'not_ready', checks };
}
