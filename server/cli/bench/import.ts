/**
 * `npm run bench -- import`: one file of many parcels from zip to register, beside the programs people use today for
 * the same .shp on the same database cluster, in turn within each round.
 */
import { loadavg } from 'node:os';
import { openBenchCluster } from './kit/bench-database.ts';
import type { Bar, Bench, BenchOptions, BenchResult, Measure } from './kit/bench-result.ts';
import { canRun, OGR2OGR, type Peer, SHP2PGSQL, timePeer } from './kit/peers.ts';
import { median } from './kit/percentile.ts';
import { BENCH_COMMUNE, getLargeFile, type LargeFile } from './large-file.ts';
import { type MeasuredImport, runImport } from './run-import.ts';

const PIPELINE_FACTOR = 5;
const MEMORY_MIB = 1024;
const STAGES = ['receive', 'unpack', 'read', 'convert', 'stage', 'validate', 'promote'];

interface Round {
  readonly ogr2ogr: number | null;
  readonly shp2pgsql: number | null;
  readonly ours: MeasuredImport;
}

async function measure(file: LargeFile, options: BenchOptions): Promise<Round[]> {
  const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: file.ring });
  const rounds: Round[] = [];
  try {
    for (let i = 1; i <= options.rounds; i++) {
      await bench.withDatabase('bench_import', async (urls) => {
        const peer = async (one: Peer): Promise<number | null> => {
          if (!canRun(one)) return null;
          await bench.checkpoint();
          return timePeer(one, file.shp, urls.superuser, file.parcels);
        };
        const [ogr2ogr, shp2pgsql] = [await peer(OGR2OGR), await peer(SHP2PGSQL)];
        await bench.checkpoint();
        const ours = await runImport(file, urls, bench.cluster.personalDataKey);
        rounds.push({ ogr2ogr, shp2pgsql, ours });
        options.tell(`round ${i}: ${seconds(ogr2ogr)} ${OGR2OGR.name}, ${seconds(ours.stagedMs)} staged by us; \
${seconds(shp2pgsql)} ${SHP2PGSQL.name}, ${seconds(ours.totalMs)} promoted by us; load ${loadavg()[0]!.toFixed(1)}`);
      });
    }
  } finally {
    await bench.close();
  }
  return rounds;
}

const seconds = (ms: number | null) => (ms === null ? '–' : `${(ms / 1000).toFixed(1)} s`);

/** Ours by the peer's, round by round, so that a slow minute of the machine hits both. */
function medianRatio(rounds: readonly Round[], ours: (round: Round) => number, peer: (round: Round) => number | null) {
  const ratios = rounds.flatMap((round) => {
    const other = peer(round);
    return other === null ? [] : [ours(round) / other];
  });
  return ratios.length > 0 ? median(ratios) : null;
}

function summarise(rounds: readonly Round[]): Pick<BenchResult, 'measures' | 'bars'> {
  const line = (label: string, of: (round: Round) => number | null, unit: Measure['unit'] = 'ms'): Measure => ({
    label,
    unit,
    percentile: 50,
    values: rounds.map(of).filter((value) => value !== null),
  });
  const measures = [
    line(OGR2OGR.name, (round) => round.ogr2ogr),
    line('ours: zip to staging, start-up included', (round) => round.ours.stagedMs),
    line(SHP2PGSQL.name, (round) => round.shp2pgsql),
    line('ours: zip to register, findings and report', (round) => round.ours.totalMs),
    ...STAGES.map((stage) => line(`  stage ${stage}`, ({ ours }) => ours.answer.report.stages[stage] ?? null)),
    line('peak of the importer', ({ ours }) => ours.peak.process, 'MiB'),
    line('peak of the parser child', ({ ours }) => ours.peak.children, 'MiB'),
  ];
  const bars: Bar[] = [
    {
      about: `staging beside ${OGR2OGR.name}`,
      measured: medianRatio(
        rounds,
        (round) => round.ours.stagedMs,
        (round) => round.ogr2ogr,
      ),
      limit: 1,
      unit: '×',
    },
    {
      about: `whole pipeline beside ${SHP2PGSQL.name}`,
      measured: medianRatio(
        rounds,
        (round) => round.ours.totalMs,
        (round) => round.shp2pgsql,
      ),
      limit: PIPELINE_FACTOR,
      unit: '×',
    },
    {
      about: 'memory, importer and parser child',
      measured: Math.max(...rounds.map((round) => round.ours.peak.sum)),
      limit: MEMORY_MIB,
      unit: 'MiB',
    },
  ];
  return { measures, bars };
}

export const importBench: Bench = {
  name: 'import',
  about: 'one shapefile from zip to register, beside ogr2ogr and shp2pgsql',
  async run(options) {
    const file = await getLargeFile(options.parcels, options.tell);
    const rounds = await measure(file, options);
    const { counts, encoding, srid } = rounds[0]!.ours.answer.report;
    const notes = [
      `${file.parcels} parcels in one file; ${counts.valid} valid, ${counts.warned} warned; ${encoding.used}, EPSG:${srid.used}`,
      'Peers read the unpacked .shp as LATIN1 and check nothing; ours starts from the zip, keeps an encrypted copy of it, decodes, checks and reports.',
    ];
    return { ...summarise(rounds), notes };
  },
};
