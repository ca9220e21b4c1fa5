/**
 * `npm run bench -- search`: every form of a question over HTTP from a server process of its own, beside the SQL that
 * anybody would write for it on the bare tables, question by question in turn.
 */
import pg from 'pg';
import type { DatabaseUrls } from '../../embedded/database-urls.ts';
import { refreshDerived } from '../../registry/register/refresh-derived.ts';
import { createTileClient } from './kit/ask-tile.ts';
import { openBenchCluster } from './kit/bench-database.ts';
import type { Bar, Bench, BenchOptions, Measure } from './kit/bench-result.ts';
import { percentile } from './kit/percentile.ts';
import { withServer } from './kit/with-server.ts';
import { BENCH_COMMUNE, getLargeFile } from './large-file.ts';
import { runImport } from './run-import.ts';
import { listSearchForms, type SearchForm } from './search-forms.ts';

const PARCELS_PER_FORM = 40;
/** What issue and story ask: every form, on the server. */
const BAR_MS = 50;

interface Sample {
  readonly bareMs: number;
  readonly oursMs: number;
}

async function askForm(form: SearchForm, owner: pg.Client, port: number, rounds: number): Promise<Sample[]> {
  const client = createTileClient(port);
  const samples: Sample[] = [];
  const bare = async ({ sql, values }: SearchForm['cases'][number]) => {
    const started = performance.now();
    await owner.query(sql, [...values]);
    return performance.now() - started;
  };
  const ours = async (path: string) => {
    const reply = await client.ask(path);
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
    return reply.ms;
  };
  try {
    // Connections, plans and compiled code come into being before anything is counted.
    for (const one of form.cases.slice(0, 5)) await Promise.all([bare(one), ours(one.path)]);
    for (let round = 0; round < rounds; round++) {
      for (const [i, one] of form.cases.entries()) {
        const first = (i + round) % 2 === 0 ? await bare(one) : null;
        const oursMs = await ours(one.path);
        samples.push({ bareMs: first ?? (await bare(one)), oursMs });
      }
    }
  } finally {
    client.close();
  }
  return samples;
}

async function measure(urls: DatabaseUrls & { superuser: string }, { rounds, tell }: BenchOptions) {
  const owner = new pg.Client({ connectionString: urls.superuser });
  await owner.connect();
  // What autovacuum does within a minute of an import.
  await owner.query('vacuum (analyze)');
  const { rows } = await owner.query<{ name: string }>(
    'select name from reference.administrative_unit where code = $1 and valid_to is null',
    [BENCH_COMMUNE],
  );
  try {
    return await withServer({ urls }, async (port) => {
      const measures: Measure[] = [];
      const bars: Bar[] = [];
      for (const form of await listSearchForms(owner, rows[0]?.name ?? '', PARCELS_PER_FORM)) {
        const samples = await askForm(form, owner, port, rounds);
        const ours = samples.map(({ oursMs }) => oursMs);
        const bare = samples.map(({ bareMs }) => bareMs);
        for (const percent of [50, 95]) {
          measures.push({ label: `${form.name}: bare SQL`, unit: 'ms', values: bare, percentile: percent });
          measures.push({ label: `${form.name}: ours over HTTP`, unit: 'ms', values: ours, percentile: percent });
        }
        bars.push({ about: `${form.name}: p95 over HTTP`, measured: percentile(ours, 95), limit: BAR_MS, unit: 'ms' });
        tell(`${form.name}: ${samples.length} questions`);
      }
      return { measures, bars };
    });
  } finally {
    await owner.end();
  }
}

export const searchBench: Bench = {
  name: 'search',
  about: 'every form of the question box over HTTP, beside bare SQL on the tables',
  async run(options) {
    const file = await getLargeFile(options.parcels, options.tell);
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: file.ring });
    try {
      return await bench.withDatabase('bench_search', async (urls) => {
        options.tell(`importing ${file.parcels} parcels …`);
        await runImport(file, urls, bench.cluster.personalDataKey);
        const app = new pg.Pool({ connectionString: urls.app });
        options.tell('deriving places …');
        await refreshDerived(app).finally(() => app.end());
        const result = await measure(urls, options);
        const notes = [
          `${file.parcels} registered parcels in one commune; each form for ${PARCELS_PER_FORM} parcels, ${options.rounds} times`,
          'Ours understands the text, reads the policy, finds, names land uses and answers JSON over HTTP; nothing is cached.',
        ];
        return { ...result, notes };
      });
    } finally {
      await bench.close();
    }
  },
};
