/**
 * `npm run bench -- sheets`: a district's sheets from their files to the register, one file a sheet in one command; beside the same
 * parcels in one file, and beside each sheet by itself.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseUrls } from '../../embedded/database-urls.ts';
import { BENCH_STORAGE, openBenchCluster, REGISTRY_SRID } from './kit/bench-database.ts';
import type { Bench, BenchResult } from './kit/bench-result.ts';
import { coreSeconds } from './kit/core-seconds.ts';
import { median } from './kit/percentile.ts';
import { BENCH_COMMUNE, getLargeFile } from './large-file.ts';
import { runImport } from './run-import.ts';
import { getSheetFiles } from './sheet-files.ts';
import type { SheetsAnswer, SheetsJob } from './sheets-child.ts';

const CHILD = fileURLToPath(new URL('./sheets-child.ts', import.meta.url));
/** Some 200 sheets: a district. */
const MOST_PARCELS = 100_000;
/** Sheets that are brought in each by itself: enough to know what one costs. */
const ALONE = 40;
/** Parcels a second that are asked for, said as a share of what one file of them takes on the same machine: 4,300 in the issue. */
const BAR_BESIDE_ONE_FILE = 4_300 / 2_000;

interface Measured extends SheetsAnswer {
  readonly ms: number;
  readonly files: number;
}

async function runSheets(
  zips: readonly string[],
  how: SheetsJob['how'],
  urls: DatabaseUrls,
  personalDataKey: string,
): Promise<Measured> {
  const storageDir = await mkdtemp(join(BENCH_STORAGE, 'store-'));
  try {
    const started = performance.now();
    const child = fork(CHILD, { execArgv: ['--disable-warning=ExperimentalWarning'] });
    let answer: SheetsAnswer | undefined;
    child.on('message', (message) => {
      answer = message as SheetsAnswer;
    });
    child.send({
      urls,
      zips,
      storageDir,
      personalDataKey,
      registrySrid: REGISTRY_SRID,
      commune: BENCH_COMMUNE,
      how,
    } satisfies SheetsJob);
    const [status] = await once(child, 'close');
    if (status !== 0 || !answer) throw new Error(`the import ended with ${status}`);
    return { ...answer, ms: performance.now() - started, files: zips.length };
  } finally {
    await rm(storageDir, { recursive: true, force: true });
  }
}

const perSecond = ({ parcels, ms }: Pick<Measured, 'parcels' | 'ms'>) => (1000 * parcels) / ms;
const eachMs = ({ files, ms }: Measured) => ms / files;

export const sheetsBench: Bench = {
  name: 'sheets',
  about: 'a district sheet by sheet, beside one file of the same parcels',
  async run({ parcels: asked, rounds, tell }): Promise<BenchResult> {
    const parcels = Math.min(asked, MOST_PARCELS);
    const large = await getLargeFile(parcels, tell);
    const sheets = await getSheetFiles(parcels, tell);
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: large.ring });
    const key = bench.cluster.personalDataKey;
    const [inTurn, alone, together]: [Measured[], Measured[], number[]] = [[], [], []];
    const cores: number[] = [];
    try {
      for (let round = 1; round <= rounds; round++) {
        await bench.withDatabase('bench_sheets', async (urls) => {
          const before = coreSeconds();
          inTurn.push(await runSheets(sheets.zips, 'in turn', urls, key));
          cores.push(coreSeconds() - before);
        });
        await bench.withDatabase('bench_sheets', async (urls) => {
          alone.push(await runSheets(sheets.zips.slice(0, ALONE), 'by itself', urls, key));
        });
        await bench.withDatabase('bench_sheets', async (urls) => {
          together.push((await runImport(large, urls, key)).totalMs);
        });
        tell(
          `round ${round}: ${perSecond(inTurn.at(-1)!).toFixed(0)} parcels/s in turn, ${perSecond(alone.at(-1)!).toFixed(0)} each by itself, ${((1000 * parcels) / together.at(-1)!).toFixed(0)} in one file; load ${loadavg()[0]!.toFixed(1)}`,
        );
      }
    } finally {
      await bench.close();
    }
    const stages = Object.entries(inTurn.at(-1)!.stages).map(
      ([stage, ms]) => `${stage} ${(ms / sheets.zips.length).toFixed(0)}`,
    );
    return {
      measures: [
        { label: 'a sheet, in turn', unit: 'ms', percentile: 50, values: inTurn.map(eachMs) },
        { label: `a sheet by itself (the first ${ALONE})`, unit: 'ms', percentile: 50, values: alone.map(eachMs) },
        { label: 'all parcels in one file', unit: 'ms', percentile: 50, values: together },
      ],
      bars: [
        {
          about: 'time of all sheets in turn, beside one file of as many parcels',
          measured: median(inTurn.map((one, at) => one.ms / one.parcels / (together[at]! / parcels))),
          limit: BAR_BESIDE_ONE_FILE,
          unit: '×',
        },
      ],
      notes: [
        `${sheets.zips.length} sheets, ${sheets.parcels} parcels; in turn ${median(inTurn.map(perSecond)).toFixed(0)} parcels/s, each by itself ${median(alone.map(perSecond)).toFixed(0)}`,
        `milliseconds of a sheet by stage, in turn: ${stages.join(', ')}; processor time of the importer and its children ${((1000 * median(cores)) / sheets.zips.length).toFixed(0)}`,
      ],
    };
  },
};
