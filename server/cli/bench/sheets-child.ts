/** The measured process of the benchmark of sheets: files through the pipeline to the register, one after another. */
import { importInTurn } from '../../../gis-import/import-in-turn.ts';
import { openParsers } from '../../../gis-import/parse/run-parser.ts';
import { importFile } from '../../../gis-import/pipeline.ts';
import { closePools, openPools, type PoolUrls } from '../../db/kit/pools.ts';

export interface SheetsJob {
  readonly urls: PoolUrls;
  readonly zips: readonly string[];
  readonly storageDir: string;
  /** 32 bytes, base64. */
  readonly personalDataKey: string;
  readonly registrySrid: number;
  readonly commune: string;
  /** In turn, as the command line does it; or each by itself, with a parser of its own, before the next is looked at. */
  readonly how: 'in turn' | 'by itself';
}

export interface SheetsAnswer {
  readonly parcels: number;
  /** Milliseconds of all files together, by stage. */
  readonly stages: Readonly<Record<string, number>>;
}

async function work(job: SheetsJob): Promise<void> {
  const pools = openPools(job.urls, (error) => console.error(error.message));
  const parsers = openParsers();
  const context = {
    pool: pools.app,
    actor: { id: 'import-cli', communes: '*' } as const,
    storageDir: job.storageDir,
    registrySrid: job.registrySrid,
    personalDataKey: Buffer.from(job.personalDataKey, 'base64'),
  };
  const files = job.zips.map((path, at) => ({
    request: {
      path,
      name: `to-${at + 1}.zip`,
      options: {
        kind: 'parcels' as const,
        commune: job.commune,
        at: null,
        srid: null,
        encoding: 'auto' as const,
        profile: 'default' as const,
        sheet: null,
        scale: 1000,
      },
      excludeErrors: true,
      promote: true,
      again: false,
    },
    onProgress: () => {},
  }));
  const oneByOne = async function* () {
    for (const { request, onProgress } of files) yield await importFile(context, request, onProgress);
  };
  try {
    let parcels = 0;
    const stages: Record<string, number> = {};
    for await (const report of job.how === 'in turn' ? importInTurn({ ...context, parsers }, files) : oneByOne()) {
      if (report.status !== 'promoted') throw new Error(`${report.status}: ${JSON.stringify(report.findings)}`);
      parcels += report.promotion?.parcels ?? 0;
      for (const [stage, ms] of Object.entries(report.stages)) stages[stage] = (stages[stage] ?? 0) + ms;
    }
    process.send?.({ parcels, stages } satisfies SheetsAnswer);
  } finally {
    parsers.close();
    await closePools(pools);
    process.disconnect?.();
  }
}

process.once('message', (job: SheetsJob) => void work(job));
