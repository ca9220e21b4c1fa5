/**
 * `npm run bench -- lookup`: a table of 10,000 rows looked up from the text to the last answer, beside the same join in SQL: the rows written
 * to a table, joined with the bare tables by name of commune, sheet and number, and the result written.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import type { Actor } from '../../domain/actor.ts';
import { readTextTable } from '../../domain/lookup/lookup-table.ts';
import type { DatabaseUrls } from '../../embedded/database-urls.ts';
import { exportLookup } from '../../registry/lookup/export-lookup.ts';
import { exportLookupCsv } from '../../registry/lookup/export-lookup-csv.ts';
import { createLookupCipher } from '../../registry/lookup/lookup-cipher.ts';
import { openLookup } from '../../registry/lookup/open-lookup.ts';
import { runLookup } from '../../registry/lookup/run-lookup.ts';
import { refreshDerived } from '../../registry/register/refresh-derived.ts';
import { openBenchCluster } from './kit/bench-database.ts';
import type { Bench, BenchOptions } from './kit/bench-result.ts';
import { BENCH_COMMUNE, getLargeFile } from './large-file.ts';
import { runImport } from './run-import.ts';

const ROWS = 10_000;
const MANY_ROWS = 100_000;
/** What the issue asks: at most three times the join, something to see within a second, and no more memory for more rows. */
const BAR_TIMES = 3;
const BAR_FIRST_MS = 1_000;
const BAR_MORE_MIB = 100;

const BUSINESS: Actor = {
  id: 'bench',
  name: 'bench',
  roles: ['business'],
  communes: [],
  sid: null,
  azp: 'bench',
  kind: 'service',
};

interface AskedRow {
  readonly commune: string;
  readonly sheet: string;
  readonly no: string;
}

/** Parcels drawn from the register, every twentieth with a number that there is not. */
async function drawRows(owner: pg.Client, count: number): Promise<AskedRow[]> {
  const { rows } = await owner.query<AskedRow>(
    `select u.name as commune, s.number as sheet, v.parcel_no as no from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
     join reference.administrative_unit u on u.code = s.commune_code and u.valid_from = s.commune_valid_from
     where v.ended_at is null order by md5(v.parcel_id::text) limit $1`,
    [count],
  );
  return Array.from({ length: count }, (_, i) => {
    const row = rows[i % rows.length]!;
    return i % 20 === 0 ? { ...row, no: '999999' } : row;
  });
}

const textOf = (rows: readonly AskedRow[]) =>
  ['Xã,Số tờ,Số thửa', ...rows.map(({ commune, sheet, no }) => `${commune},${sheet},${no}`)].join('\n');

/** The collector of garbage, which Node shows only to who asks for it. */
function openCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** The join as one writes it by hand. */
async function joinInSql(owner: pg.Client, rows: readonly AskedRow[]): Promise<number> {
  const started = performance.now();
  await owner.query(
    'create table bench_given as select * from unnest($1::text[], $2::text[], $3::text[]) as g(commune, sheet, no)',
    [rows.map(({ commune }) => commune), rows.map(({ sheet }) => sheet), rows.map(({ no }) => no)],
  );
  await owner.query(
    `create table bench_result as select g.*, p.parcel_id, p.parcel_code, p.land_use, p.area_m2 from bench_given g
     left join (select v.*, s.number, u.name from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
       join reference.administrative_unit u on u.code = s.commune_code and u.valid_from = s.commune_valid_from where v.ended_at is null) p
     on p.name = g.commune and p.number = g.sheet and p.parcel_no = g.no`,
  );
  const ms = performance.now() - started;
  await owner.query('drop table bench_given, bench_result');
  return ms;
}

interface Parts {
  readonly pool: pg.Pool;
  readonly portal: pg.Pool;
  readonly cipher: ReturnType<typeof createLookupCipher>;
}

interface Run {
  readonly lookupId: string;
  readonly ms: number;
  /** Until the first rows were answered. */
  readonly firstMs: number;
  /** Most that the process took of the machine, garbage that nobody needed to collect yet included. */
  readonly peakMib: number;
  /** Most that was held on to between two thousands of rows; 0 where nobody looked. */
  readonly heldMib: number;
}

/** What is held on to: what is left of the heap, and of buffers beside it, once all garbage is collected. */
function heldMib(collect: () => void): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
}

/** From the text of a table to its last answer, in this process. */
async function lookUp(parts: Parts, text: string, collect: (() => void) | null = null): Promise<Run> {
  let peak = 0;
  let held = 0;
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  try {
    const started = performance.now();
    const digest = createHash('sha256').update(text).digest();
    const asked = { table: readTextTable(text), digest, key: randomUUID(), name: '', purpose: null };
    const { lookupId } = await openLookup({ ...parts, queue: async () => undefined }, BUSINESS, asked);
    const opened = performance.now();
    let looks = 0;
    let firstMs = 0;
    const stopping = () => {
      looks += 1;
      if (looks === 2) firstMs = performance.now() - opened;
      if (collect) held = Math.max(held, heldMib(collect));
      return false;
    };
    await runLookup({ ...parts, stopping }, lookupId);
    return { lookupId, ms: performance.now() - started, firstMs, peakMib: peak / 1_048_576, heldMib: held };
  } finally {
    clearInterval(watching);
  }
}

async function measure(
  urls: DatabaseUrls & { superuser: string },
  personalDataKey: Buffer,
  { rounds, tell }: BenchOptions,
) {
  const owner = new pg.Client({ connectionString: urls.superuser });
  await owner.connect();
  const parts = {
    pool: new pg.Pool({ connectionString: urls.app }),
    portal: new pg.Pool({ connectionString: urls.portal }),
    cipher: createLookupCipher(personalDataKey),
  };
  try {
    // What autovacuum does within a minute of an import.
    await owner.query('vacuum (analyze)');
    await owner.query(`update reference.setting set value = 100000000 where name = 'lookup_rows_a_day'`);
    const rows = await drawRows(owner, ROWS);
    const text = textOf(rows);
    // Drawn before anything is measured: what the drawing leaves in memory lies under every run alike.
    const manyText = textOf(await drawRows(owner, MANY_ROWS));
    await joinInSql(owner, rows);
    await lookUp(parts, text);
    const bare: number[] = [];
    const ours: Run[] = [];
    const files: number[] = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await joinInSql(owner, rows));
      const run = await lookUp(parts, text);
      ours.push(run);
      const started = performance.now();
      const found = await exportLookup(parts, BUSINESS, run.lookupId, {
        outcome: null,
        language: 'vi',
        publicUrl: 'http://localhost',
      });
      for await (const _ of exportLookupCsv(found));
      files.push(performance.now() - started);
      tell(`round ${round + 1} of ${rounds}`);
    }
    const many = await lookUp(parts, manyText);
    // Apart from what is timed: collecting takes its time.
    const collect = openCollector();
    const held = await lookUp(parts, text, collect);
    const manyHeld = await lookUp(parts, manyText, collect);
    const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
    const oursMs = ours.map(({ ms }) => ms);
    const firstMs = [...ours, many].map((run) => run.firstMs);
    return {
      measures: [
        { label: `${ROWS} rows: the join in SQL`, unit: 'ms' as const, percentile: 50, values: bare },
        {
          label: `${ROWS} rows: ours, from the text to the last answer`,
          unit: 'ms' as const,
          percentile: 50,
          values: oursMs,
        },
        { label: `${ROWS} rows: the filled table as CSV`, unit: 'ms' as const, percentile: 50, values: files },
        { label: `${MANY_ROWS} rows: ours`, unit: 'ms' as const, percentile: 50, values: [many.ms] },
        { label: 'from the queue to the first answers', unit: 'ms' as const, percentile: 50, values: firstMs },
        {
          label: `${ROWS} rows: peak memory`,
          unit: 'MiB' as const,
          percentile: 50,
          values: ours.map(({ peakMib }) => peakMib),
        },
        { label: `${MANY_ROWS} rows: peak memory`, unit: 'MiB' as const, percentile: 50, values: [many.peakMib] },
        { label: `${ROWS} rows: memory held on to`, unit: 'MiB' as const, percentile: 50, values: [held.heldMib] },
        {
          label: `${MANY_ROWS} rows: memory held on to`,
          unit: 'MiB' as const,
          percentile: 50,
          values: [manyHeld.heldMib],
        },
      ],
      bars: [
        {
          about: `${ROWS} rows, of the join in SQL`,
          measured: middle(oursMs) / middle(bare),
          limit: BAR_TIMES,
          unit: '×' as const,
        },
        { about: 'the first answers', measured: Math.max(...firstMs), limit: BAR_FIRST_MS, unit: 'ms' as const },
        {
          about: `memory held on to by ${MANY_ROWS} rows above that of ${ROWS}`,
          measured: Math.max(0, manyHeld.heldMib - held.heldMib),
          limit: BAR_MORE_MIB,
          unit: 'MiB' as const,
        },
      ],
    };
  } finally {
    await owner.end();
    await parts.pool.end();
    await parts.portal.end();
  }
}

export const lookupBench: Bench = {
  name: 'lookup',
  about: 'a table of parcels looked up at once, beside the same join in SQL',
  async run(options) {
    const file = await getLargeFile(options.parcels, options.tell);
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: file.ring });
    try {
      return await bench.withDatabase('bench_lookup', async (urls) => {
        options.tell(`importing ${file.parcels} parcels …`);
        await runImport(file, urls, bench.cluster.personalDataKey);
        const app = new pg.Pool({ connectionString: urls.app });
        await refreshDerived(app).finally(() => app.end());
        const result = await measure(urls, Buffer.from(bench.cluster.personalDataKey, 'base64'), options);
        const notes = [
          `${file.parcels} registered parcels in one commune; rows name commune, sheet and number, every twentieth a number that there is not`,
          'Ours reads the text, seals every row, understands it as the question box does, asks the register and keeps each answer with its count.',
        ];
        return { ...result, notes };
      });
    } finally {
      await bench.close();
    }
  },
};
