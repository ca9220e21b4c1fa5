/**
 * `npm run bench [-- NAME …] [--rounds N] [--parcels N]`: the benchmarks of docs/benchmarks.md. A missed bar is a result
 * and not a failure: it is said plainly, and the exit code stays 0.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asSuperuser } from '../embedded/ensure-database.ts';
import { openCluster } from '../embedded/open-cluster.ts';
import { archivistBench } from './bench/archivist.ts';
import { heavyBench } from './bench/heavy.ts';
import { importBench } from './bench/import.ts';
import { BENCH_STORAGE } from './bench/kit/bench-database.ts';
import type { Bench } from './bench/kit/bench-result.ts';
import { findMachineFacts } from './bench/kit/machine-facts.ts';
import { isMissed, resultText } from './bench/kit/print-result.ts';
import { lookupBench } from './bench/lookup.ts';
import { ocrBench } from './bench/ocr.ts';
import { officersBench } from './bench/officers-bench.ts';
import { overlayBench } from './bench/overlay.ts';
import { panBench } from './bench/pan.ts';
import { paperBench } from './bench/paper.ts';
import { portalBench } from './bench/portal.ts';
import { registerBench } from './bench/register.ts';
import { searchBench } from './bench/search.ts';
import { sheetsBench } from './bench/sheets.ts';
import { tilesBench } from './bench/tiles.ts';
import { uploadsBench } from './bench/uploads.ts';
import { workersBench } from './bench/workers.ts';

const BENCHES: readonly Bench[] = [
  importBench,
  sheetsBench,
  tilesBench,
  searchBench,
  lookupBench,
  portalBench,
  panBench,
  uploadsBench,
  heavyBench,
  overlayBench,
  paperBench,
  ocrBench,
  workersBench,
  archivistBench,
  officersBench,
  registerBench,
];
const RESULTS = fileURLToPath(new URL('../../bench-results', import.meta.url));
const DEFAULTS = { parcels: 200_000, rounds: 3 };
/** With fewer the generator has no sheets without faults to give, and the map no land to fill a screen with. */
const LEAST_PARCELS = 20_000;

const USAGE = `npm run bench [-- NAME …] [--rounds N] [--parcels N], N parcels at least ${LEAST_PARCELS}
${BENCHES.map(({ name, about }) => `  ${name.padEnd(8)} ${about}`).join('\n')}`;

class UsageError extends Error {}

function count(text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`"${text}" is not a whole number above 0.`);
  return value;
}

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { rounds: { type: 'string' }, parcels: { type: 'string' }, help: { type: 'boolean' } },
  });
  for (const name of positionals) {
    if (!BENCHES.some((bench) => bench.name === name)) throw new UsageError(`There is no benchmark "${name}".`);
  }
  const parcels = count(values.parcels, DEFAULTS.parcels);
  if (parcels < LEAST_PARCELS)
    throw new UsageError(`--parcels ${parcels} is too few to measure anything by: it takes at least ${LEAST_PARCELS}.`);
  return {
    help: values.help === true,
    benches: BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name)),
    rounds: count(values.rounds, DEFAULTS.rounds),
    parcels,
  };
}

async function main(): Promise<void> {
  const { help, benches, rounds, parcels } = readArguments(process.argv.slice(2));
  if (help) {
    console.log(USAGE);
    return;
  }
  // Held to the end, so that the cluster is not stopped and started between benchmarks.
  const cluster = await openCluster({ storageDir: BENCH_STORAGE });
  try {
    const machine = await asSuperuser(cluster, 'template1', findMachineFacts);
    console.log(
      Object.entries(machine)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    );
    await mkdir(RESULTS, { recursive: true });
    let missed = 0;
    for (const bench of benches) {
      const loadBefore = loadavg()[0]!;
      const result = await bench.run({ rounds, parcels, tell: (line) => console.error(`${bench.name}: ${line}`) });
      console.log(`\n${resultText(bench.name, result)}`);
      missed += result.bars.filter(isMissed).length;
      const file = `${bench.name}-${new Date().toISOString().replaceAll(/[:.]/g, '')}.json`;
      const body = { bench: bench.name, at: new Date().toISOString(), rounds, parcels, machine, loadBefore, ...result };
      await writeFile(`${RESULTS}/${file}`, `${JSON.stringify(body, null, 2)}\n`);
      console.log(`  written to bench-results/${file}`);
    }
    console.log(
      missed === 0 ? '\nNo bar was missed.' : `\n${missed} ${missed === 1 ? 'bar was' : 'bars were'} MISSED.`,
    );
  } finally {
    await cluster.release();
  }
}

try {
  await main();
} catch (error) {
  const usage = error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  console.error(usage ? `${(error as Error).message}\n${USAGE}` : error);
  process.exitCode = 1;
}
