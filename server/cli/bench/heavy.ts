/**
 * `npm run bench -- heavy`: files of a few kilobytes whose shapes cost far more to compare than they weigh, each brought in while
 * an ordinary sheet of 300 parcels of somebody else is. How long each takes to its end, findings or refusal.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { ringsWithinRings, sameSquares } from '../../../gis-import/demo/file/heavy-shapes.ts';
import { zipFiles } from '../../../gis-import/demo/file/zip-files.ts';
import { type ImportContext, importFile } from '../../../gis-import/pipeline.ts';
import { closePools, openPools } from '../../db/kit/pools.ts';
import type { DatabaseUrls } from '../../embedded/database-urls.ts';
import { BENCH_STORAGE, openBenchCluster, REGISTRY_SRID } from './kit/bench-database.ts';
import type { Bench, BenchResult } from './kit/bench-result.ts';
import { BENCH_COMMUNE, boxRing, generateParcels, type Numbered, partsOf } from './large-file.ts';

const PARCELS = 300;
const LIMIT_MS = 10_000;
/** Farthest that the heavy shapes reach from their middle, metres: over some dozens of parcels. */
const REACH_M = 100;

type Shapes = (centre: readonly [number, number]) => [number, number][][][];
const HEAVY: readonly { readonly name: string; readonly shapes: Shapes }[] = [
  ...[200, 3_900].map((rings) => ({
    name: `${rings} rings within rings`,
    shapes: (centre: readonly [number, number]) => [ringsWithinRings(rings, centre, REACH_M)],
  })),
  ...[300, 600, 3_000].map((times) => ({
    name: `${times} times one square`,
    shapes: (centre: readonly [number, number]) => sameSquares(times, centre, REACH_M / 10),
  })),
];

type Timed = { readonly heavyMs: number; readonly besideMs: number };

async function measure(urls: DatabaseUrls, all: readonly Numbered[], tell: (line: string) => void) {
  const folder = await mkdtemp(join(BENCH_STORAGE, 'heavy-'));
  const pools = openPools(urls, (error) => console.error(error.message));
  const context: ImportContext = {
    pool: pools.app,
    actor: { id: 'import-cli', communes: '*' },
    storageDir: join(folder, 'store'),
    personalDataKey: Buffer.alloc(32, 7),
    registrySrid: REGISTRY_SRID,
  };
  let sheets = 0;
  const nextSheet = () => all.slice(sheets * PARCELS, ++sheets * PARCELS);
  /** Milliseconds from the file to its report. */
  async function bring(name: string, parcels: readonly Numbered[], promote: boolean): Promise<number> {
    const path = join(folder, `${name.replaceAll(' ', '-')}.zip`);
    await writeFile(path, await zipFiles(partsOf(parcels)));
    const options = {
      kind: 'parcels',
      commune: BENCH_COMMUNE,
      at: null,
      srid: null,
      encoding: 'auto',
      profile: 'default',
      sheet: null,
      scale: 1000,
    } as const;
    const began = performance.now();
    const report = await importFile(
      context,
      { path, name, options, excludeErrors: promote, promote, again: false },
      () => {},
    );
    const took = performance.now() - began;
    const { read, valid, warned, blocked, refused } = report.counts;
    tell(
      `${name}: ${report.status} in ${(took / 1000).toFixed(1)} s; ${read} read, ${valid + warned} good, ${blocked} blocked, ${refused} refused`,
    );
    return took;
  }
  try {
    const land = nextSheet();
    await bring('registered land', land, true);
    const aloneMs = await bring('ordinary sheet alone', nextSheet(), false);
    const [x, y] = land[Math.floor(land.length / 2)]!.rings![0]![0]!;
    const timed: Timed[] = [];
    for (const { name, shapes } of HEAVY) {
      const heavy = shapes([x, y]).map((rings, i) => ({ ...land[0]!, parcelNo: String(10_001 + i), rings }));
      const [heavyMs, besideMs] = await Promise.all([
        bring(name, heavy, false),
        bring(`ordinary sheet beside ${name}`, nextSheet(), false),
      ]);
      timed.push({ heavyMs, besideMs });
    }
    return { aloneMs, timed };
  } finally {
    await closePools(pools);
    await rm(folder, { recursive: true, force: true });
  }
}

export const heavyBench: Bench = {
  name: 'heavy',
  about: 'few kilobytes that cost much to compare, beside an ordinary sheet',
  async run(options) {
    const all = generateParcels(6_000);
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: boxRing(partsOf(all)[0]!.bytes) });
    const rounds: Awaited<ReturnType<typeof measure>>[] = [];
    try {
      for (let i = 1; i <= options.rounds; i += 1) {
        await bench.withDatabase('bench_heavy', async (urls) => {
          await bench.checkpoint();
          rounds.push(await measure(urls, all, options.tell));
          options.tell(`round ${i}: load ${loadavg()[0]!.toFixed(1)}`);
        });
      }
    } finally {
      await bench.close();
    }
    const values = (of: (round: (typeof rounds)[number]) => number) => rounds.map(of);
    const result: BenchResult = {
      measures: [
        { label: 'ordinary sheet alone', unit: 'ms', percentile: 50, values: values(({ aloneMs }) => aloneMs) },
        ...HEAVY.flatMap(({ name }, i) => [
          { label: name, unit: 'ms' as const, percentile: 50, values: values(({ timed }) => timed[i]!.heavyMs) },
          {
            label: `  ordinary sheet beside it`,
            unit: 'ms' as const,
            percentile: 50,
            values: values(({ timed }) => timed[i]!.besideMs),
          },
        ]),
      ],
      bars: HEAVY.map(({ name }, i) => ({
        about: name,
        measured: Math.max(...values(({ timed }) => timed[i]!.heavyMs)),
        limit: LIMIT_MS,
        unit: 'ms',
      })),
      notes: [
        'Rings lie over registered land; each file is brought in at the same moment as an ordinary sheet, by one process.',
      ],
    };
    return result;
  },
};
