/**
 * Officers who work at once on the same land, while the server and PostgreSQL are killed: what was acknowledged is there, nothing is half, and the
 * register is what it must be. Run by `npm run bench -- officers` for a minute, and shortly by officers.test.ts.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { DatabaseUrls } from '../../../embedded/database-urls.ts';
import { findFreePort } from '../../../embedded/find-free-port.ts';
import type { BenchStaff } from '../kit/bench-officer.ts';
import type { ServeJob } from '../kit/serve-child.ts';
import { type Acknowledged, actAsOfficer } from './act-as-officer.ts';
import { type Ask, askServer, type Heard } from './ask-server.ts';
import { findBreaches } from './find-breaches.ts';
import { communeCode, PLOT_M2, plantPlots } from './plant-plots.ts';

const CHILD = fileURLToPath(new URL('../kit/serve-child.ts', import.meta.url));

/** How far a drill is: after so many seconds, or once so many dealings are registered. */
export interface Moment {
  readonly seconds?: number;
  readonly registered?: number;
}

export interface DrillPlan {
  readonly urls: DatabaseUrls & { readonly superuser: string };
  readonly staff: BenchStaff;
  readonly officers: number;
  readonly communes: number;
  /** In each commune. */
  readonly plots: number;
  /** What is killed, and when, in this order; by seconds, or by dealings registered, which holds on any machine. */
  readonly kills: readonly { readonly what: 'server' | 'database'; readonly when: Moment }[];
  readonly end: Moment;
  killDatabase(): void;
  readonly seed: number;
}

export interface DrillReport {
  readonly registered: number;
  readonly acknowledged: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** Codes with which dealings were refused: the land had changed, a mortgage or caveat lay on it. */
  readonly refused: Readonly<Record<string, number>>;
  readonly heard: Heard;
  /** That PostgreSQL counted, kills between. */
  readonly deadlocks: number;
  readonly kills: number;
  readonly breaches: readonly string[];
}

/** mulberry32: the same wishes again for the same seed; who is first is up to the machine. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function startServer(job: ServeJob): Promise<ChildProcess> {
  const server = fork(CHILD, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(server, 'exit');
  server.send(job);
  await Promise.race([
    once(server, 'message'),
    ended.then(() => {
      throw new Error('the server of the drill did not start');
    }),
  ]);
  return server;
}

/** Deadlocks as PostgreSQL counts them: since its last start, as a kill forgets. */
function watchDeadlocks(url: string): { stop(): Promise<number> } {
  let stopped = false;
  let before = 0;
  let last = 0;
  const watching = (async () => {
    while (!stopped) {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined);
      try {
        await client.connect();
        while (!stopped) {
          const { rows } = await client.query<{ count: number }>(
            'select coalesce(sum(deadlocks), 0)::int as count from pg_stat_database',
          );
          const { count } = rows[0]!;
          if (count < last) before += last;
          last = count;
          await setTimeout(250);
        }
      } catch {
        await setTimeout(100); // killed: another look when it is there again
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  })();
  return {
    async stop() {
      stopped = true;
      await watching;
      return before + last;
    },
  };
}

async function waitForDatabase(url: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch {
      await setTimeout(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

const count = (codes: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length]));

async function listLand(url: string): Promise<Map<string, string[]>> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ commune: string; ids: string[] }>(
      `select s.commune_code::text as commune, array_agg(v.parcel_id::text order by v.parcel_no::int) as ids
       from cadastre.parcel_version v join cadastre.sheet s using (sheet_id) where v.status = 'current' group by 1`,
    );
    return new Map(rows.map(({ commune, ids }) => [commune, ids]));
  } finally {
    await owner.end();
  }
}

/** The officers are at work while this runs; the plan says when something dies. */
async function killAsPlanned(
  plan: DrillPlan,
  job: ServeJob,
  first: ChildProcess,
  reached: (moment: Moment) => boolean,
): Promise<ChildProcess> {
  let server = first;
  for (const { what, when } of plan.kills) {
    while (!reached(when)) await setTimeout(20);
    if (what === 'database') {
      plan.killDatabase();
      continue;
    }
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
    server = await startServer(job);
  }
  return server;
}

/** How long what is under way at the end is still heard, and how long officers wait for dealings to count, ms. */
const PATIENCE_MS = 60_000;
/** A drill that gets nowhere ends, and its report says so. */
const LONGEST_MS = 180_000;

export async function drill(plan: DrillPlan): Promise<DrillReport> {
  const { urls, communes, plots, officers, staff } = plan;
  await plantPlots({ urls, communes, plots });
  const land = await listLand(urls.superuser);
  const port = await findFreePort();
  const job = { urls, registrySrid: 9214, port, identity: staff.identity };
  const first = await startServer(job);
  const deadlocks = watchDeadlocks(urls.superuser);
  const heard: Heard = { again: 0, busy: 0, faults: [] };
  const told = new Map<string, Acknowledged>();
  const refused: string[] = [];
  const started = Date.now();
  let registered = 0;
  let failed = false;
  const stuck = () => failed || Date.now() > started + LONGEST_MS;
  const reached = ({ seconds, registered: wanted }: Moment) =>
    stuck() ||
    (seconds !== undefined && Date.now() >= started + seconds * 1000) ||
    (wanted !== undefined && registered >= wanted);
  let killed = false;
  /** Not before everything that is to die has died. */
  const late = () => killed && reached(plan.end);
  let endedAt = Number.POSITIVE_INFINITY;
  const over = () => Date.now() > endedAt + PATIENCE_MS;
  const base = `http://127.0.0.1:${port}`;
  const ask = (role: 'officer' | 'approver', commune: string, name: string): Ask =>
    askServer(base, staff.as(role, [commune], name), heard, over);
  const tell = (one: Acknowledged) => {
    told.set(one.dealingId, one);
    if (one.status === 'registered') registered += 1;
  };
  const working = Array.from({ length: officers }, async (_, at) => {
    const commune = communeCode(at % communes);
    const work = {
      asOfficer: ask('officer', commune, `officer-${at}`),
      asApprover: ask('approver', commune, `approver-${at}`),
      land: land.get(commune)!,
      draw: drawer(plan.seed + at),
      tell,
      refused: (code: string) => void refused.push(code),
    };
    while (!late() && (await actAsOfficer(work)));
  });
  const worked = Promise.all(working);
  worked.catch(() => {
    failed = true; // told below, once the server is stopped
  });
  const server = await killAsPlanned(plan, job, first, reached);
  killed = true;
  while (!late()) await setTimeout(20);
  endedAt = Date.now();
  await worked.finally(async () => {
    const gone = once(server, 'exit');
    server.disconnect();
    await gone;
  });
  await waitForDatabase(urls.superuser);
  const all = [...told.values()];
  const done = all.filter(({ status }) => status === 'registered');
  return {
    registered: done.length,
    acknowledged: all.length,
    byKind: count(done.map(({ kind }) => kind)),
    refused: count(refused),
    heard,
    deadlocks: await deadlocks.stop(),
    kills: plan.kills.length,
    breaches: await findBreaches(urls.superuser, all, PLOT_M2 * plots * communes),
  };
}
