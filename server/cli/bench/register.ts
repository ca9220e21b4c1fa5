/**
 * `npm run bench -- register`: what officers wait for at a large register, over HTTP from a server process of its own: a split registered beside the same written by
 * hand in SQL, a parcel by its id beside the bare row, and every form of the desk's question box.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { parseHolderQuestion } from '../../domain/question/holder-question.ts';
import type { DatabaseUrls } from '../../embedded/database-urls.ts';
import { refreshDerived } from '../../registry/register/refresh-derived.ts';
import { createJsonClient, type JsonClient } from './kit/ask-json.ts';
import { BENCH_STORAGE, openBenchCluster } from './kit/bench-database.ts';
import { type BenchStaff, createBenchStaff } from './kit/bench-officer.ts';
import type { Bar, Bench, BenchOptions, Measure } from './kit/bench-result.ts';
import { percentile } from './kit/percentile.ts';
import { withServer } from './kit/with-server.ts';
import { BENCH_COMMUNE, getLargeFile } from './large-file.ts';
import { listSplitCases, type SplitCase, splitBare } from './register/bare-split.ts';
import { runImport } from './run-import.ts';
import { listSearchForms } from './search-forms.ts';

const SPLITS_A_ROUND = 20;
const LOOKS_A_ROUND = 100;
const QUESTIONS_A_FORM = 40;
/** What the issue asks: of the bare split, above the bare row, and for every form. */
const BAR_SPLIT = 3;
const BAR_LOOK_MS = 2;
const BAR_SEARCH_MS = 50;

const BARE_PARCEL = `select v.*, s.number, s.scale, s.commune_code, st_asgeojson(st_transform(v.geom, 4326), 8) as shape, st_asgeojson(v.geom_legal, 4) as legal
  from cadastre.parcel_version v join cadastre.sheet s using (sheet_id) where v.parcel_id = $1 and v.status = 'current'`;

interface Ground {
  readonly owner: pg.Client;
  readonly client: JsonClient;
  readonly officer: Record<string, string>;
  readonly approver: Record<string, string>;
}

async function post({ client }: Ground, who: Record<string, string>, path: string, body: object) {
  const reply = await client.ask<DealingReply>('POST', path, { ...who, 'idempotency-key': randomUUID() }, body);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
}

/** Opened and lodged before; what is timed is the registration. */
async function splitOurs(ground: Ground, { parcelId, version, srid, line }: SplitCase): Promise<number> {
  const dealingId = randomUUID();
  const targets = [{ parcelId, version }];
  await post(ground, ground.officer, '/api/dealings', {
    dealingId,
    kind: 'split',
    targets,
    payload: { srid, lines: [line] },
  });
  await post(ground, ground.officer, `/api/dealings/${dealingId}/lodge`, {});
  return (await post(ground, ground.approver, `/api/dealings/${dealingId}/approve`, {})).ms;
}

async function measureSplits(ground: Ground, rounds: number): Promise<{ bare: number[]; ours: number[] }> {
  const cases = await listSplitCases(ground.owner, 2 * SPLITS_A_ROUND * rounds + 6);
  const [bare, ours]: [number[], number[]] = [[], []];
  const next = () => cases.pop()!;
  // Connections, plans and compiled code come into being before anything is counted.
  for (let at = 0; at < 3; at += 1) {
    await splitBare(ground.owner, next());
    await splitOurs(ground, next());
  }
  for (let at = 0; at < SPLITS_A_ROUND * rounds; at += 1) {
    if (at % 2 === 0) bare.push(await splitBare(ground.owner, next()));
    ours.push(await splitOurs(ground, next()));
    if (at % 2 === 1) bare.push(await splitBare(ground.owner, next()));
  }
  return { bare, ours };
}

async function measureLooks(
  { owner, client, officer }: Ground,
  rounds: number,
): Promise<{ bare: number[]; ours: number[] }> {
  const { rows } = await owner.query<{ id: string }>(
    `select parcel_id as id from cadastre.parcel_version where status = 'current' order by md5(parcel_id::text) limit $1`,
    [LOOKS_A_ROUND],
  );
  const [bare, ours]: [number[], number[]] = [[], []];
  const askBare = async (id: string) => {
    const started = performance.now();
    await owner.query({ name: 'bare-parcel', text: BARE_PARCEL, values: [id] });
    return performance.now() - started;
  };
  const askOurs = async (id: string) => {
    const reply = await client.ask('GET', `/api/parcels/${id}`, officer);
    if (reply.status !== 200) throw new Error(`parcel ${id}: ${reply.status}`);
    return reply.ms;
  };
  for (const { id } of rows.slice(0, 10)) await Promise.all([askBare(id), askOurs(id)]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { id }] of rows.entries()) {
      const first = (at + round) % 2 === 0 ? await askBare(id) : null;
      ours.push(await askOurs(id));
      bare.push(first ?? (await askBare(id)));
    }
  }
  return { bare, ours };
}

/** Every form of the desk's box, and the two that find holders, for parcels drawn from the register. */
async function measureForms({ owner, client, officer }: Ground, rounds: number, communeName: string) {
  const land = (await listSearchForms(owner, communeName, QUESTIONS_A_FORM))
    .filter(({ name }) => !name.startsWith('suggest'))
    .map(({ name, cases }) => ({
      name,
      path: '/api/desk/search',
      bodies: cases.map(({ path }) => ({ q: new URLSearchParams(path.split('?')[1]).get('q') ?? '' })),
    }));
  const { rows } = await owner.query<{ holder: string; serial: string | null; sheet: string; no: string }>(
    `select p.name as holder, r.certificate_serial as serial, s.number as sheet, v.parcel_no as no from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
     join rights."right" r on r.parcel_id = v.parcel_id and r.ended_at is null join party.party p using (party_id)
     where v.status = 'current' order by md5(v.parcel_id::text) limit $1`,
    [QUESTIONS_A_FORM],
  );
  const looked = (q: string) => ({ q, commune: BENCH_COMMUNE, purpose: 'dealing', note: 'đo tốc độ' });
  const holders = [
    { name: 'holder in a commune', bodies: rows.map(({ holder }) => looked(holder)) },
    {
      name: 'holder with sheet and number',
      bodies: rows.map(({ holder, sheet, no }) => looked(`${holder}, tờ ${sheet} thửa ${no}`)),
    },
    { name: 'serial of a certificate', bodies: rows.flatMap(({ serial }) => (serial ? [looked(serial)] : [])) },
  ]
    // A land office is a holder too, and no person anybody may look up by name.
    .map(({ name, bodies }) => ({ name, bodies: bodies.filter(({ q }) => parseHolderQuestion(q) !== null) }))
    .filter(({ bodies }) => bodies.length > 0)
    .map((form) => ({ ...form, path: '/api/desk/holders' }));
  const found: { name: string; values: number[] }[] = [];
  for (const { name, path, bodies } of [...land, ...holders]) {
    const values: number[] = [];
    const ask = async (body: object) => {
      const reply = await client.ask('POST', path, officer, body);
      if (reply.status !== 200) throw new Error(`${name}: ${reply.status} ${JSON.stringify(reply.body)}`);
      return reply.ms;
    };
    for (const body of bodies.slice(0, 5)) await ask(body);
    for (let round = 0; round < rounds; round += 1) for (const body of bodies) values.push(await ask(body));
    found.push({ name, values });
  }
  return found;
}

const pair = (label: string, { bare, ours }: { bare: number[]; ours: number[] }): Measure[] =>
  [50, 95].flatMap((percent) => [
    { label: `${label}: bare SQL`, unit: 'ms' as const, values: bare, percentile: percent },
    { label: `${label}: ours over HTTP`, unit: 'ms' as const, values: ours, percentile: percent },
  ]);

async function measure(urls: DatabaseUrls & { superuser: string }, staff: BenchStaff, { rounds, tell }: BenchOptions) {
  const owner = new pg.Client({ connectionString: urls.superuser });
  await owner.connect();
  try {
    // What autovacuum does within a minute of an import.
    await owner.query('vacuum (analyze)');
    await owner.query(`update reference.setting set value = 1000000 where name = 'person_searches_an_hour'`);
    const { rows } = await owner.query<{ name: string }>(
      'select name from reference.administrative_unit where code = $1 and valid_to is null',
      [BENCH_COMMUNE],
    );
    return await withServer({ urls, identity: staff.identity }, async (port) => {
      const client = createJsonClient(port);
      const who = (role: 'officer' | 'approver') => ({ ...staff.as(role, [BENCH_COMMUNE], `bench-${role}`) });
      const ground: Ground = { owner, client, officer: who('officer'), approver: who('approver') };
      try {
        const looks = await measureLooks(ground, rounds);
        tell('parcels by id measured');
        const forms = await measureForms(ground, rounds, rows[0]?.name ?? '');
        tell('forms measured');
        const splits = await measureSplits(ground, rounds);
        const bars: Bar[] = [
          {
            about: 'registering a split, of its bare SQL (p50)',
            measured: percentile(splits.ours, 50) / percentile(splits.bare, 50),
            limit: BAR_SPLIT,
            unit: '×',
          },
          {
            about: 'parcel by id, above bare SQL (p50)',
            measured: percentile(looks.ours, 50) - percentile(looks.bare, 50),
            limit: BAR_LOOK_MS,
            unit: 'ms',
          },
          ...forms.map(
            ({ name, values }): Bar => ({
              about: `${name}: p95`,
              measured: percentile(values, 95),
              limit: BAR_SEARCH_MS,
              unit: 'ms',
            }),
          ),
        ];
        const measures = [
          ...pair('split', splits),
          ...pair('parcel by id', looks),
          ...forms.map(({ name, values }): Measure => ({ label: name, unit: 'ms', values, percentile: 50 })),
        ];
        return { measures, bars };
      } finally {
        client.close();
      }
    });
  } finally {
    await owner.end();
  }
}

export const registerBench: Bench = {
  name: 'register',
  about: 'a split registered, a parcel by id and the desk’s search, beside bare SQL',
  async run(options) {
    const file = await getLargeFile(options.parcels, options.tell);
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: file.ring });
    const folder = await mkdtemp(join(BENCH_STORAGE, 'register-'));
    try {
      return await bench.withDatabase('bench_register', async (urls) => {
        options.tell(`importing ${file.parcels} parcels …`);
        await runImport(file, urls, bench.cluster.personalDataKey);
        const app = new pg.Pool({ connectionString: urls.app });
        await refreshDerived(app).finally(() => app.end());
        const result = await measure(urls, await createBenchStaff(folder), options);
        const notes = [
          `${file.parcels} registered parcels in one commune; ${SPLITS_A_ROUND} splits of each kind, ${LOOKS_A_ROUND} parcels and ${QUESTIONS_A_FORM} questions a form, ${options.rounds} times`,
          'The bare split has the triggers of the tables; ours also judges every rule again, gives neighbours their corners, writes audit and tiles, and answers JSON.',
        ];
        return { ...result, notes };
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
      await bench.close();
    }
  },
};
