/**
 * The measured process of the import benchmark: one file through the pipeline, as `npm run import -- … --promote` does,
 * and when each stage began. Its job comes as a message, its answer goes as one.
 */
import { importFile } from '../../../gis-import/pipeline.ts';
import { closePools, openPools, type PoolUrls } from '../../db/kit/pools.ts';
import type { ImportReport } from '../../domain/batch/import-report.ts';

export interface ImportJob {
  readonly urls: PoolUrls;
  readonly zip: string;
  readonly storageDir: string;
  /** 32 bytes, base64. */
  readonly personalDataKey: string;
  readonly registrySrid: number;
  readonly commune: string;
}

export interface ImportAnswer {
  readonly report: ImportReport;
  /** Milliseconds from the start of the process to the first word of each stage. */
  readonly began: Readonly<Record<string, number>>;
}

async function work(job: ImportJob): Promise<void> {
  const pools = openPools(job.urls, (error) => console.error(error.message));
  const began: Record<string, number> = {};
  try {
    const { storageDir, registrySrid } = job;
    const report = await importFile(
      {
        pool: pools.app,
        actor: { id: 'import-cli', communes: '*' },
        storageDir,
        registrySrid,
        personalDataKey: Buffer.from(job.personalDataKey, 'base64'),
      },
      {
        path: job.zip,
        name: 'parcels.zip',
        options: {
          kind: 'parcels',
          commune: job.commune,
          at: null,
          srid: null,
          encoding: 'auto',
          profile: 'default',
          sheet: null,
          scale: 1000,
        },
        excludeErrors: false,
        promote: true,
        again: false,
      },
      (stage) => {
        began[stage] ??= performance.now();
      },
    );
    process.send?.({ report, began } satisfies ImportAnswer);
  } finally {
    await closePools(pools);
    process.disconnect?.();
  }
}

process.once('message', (job: ImportJob) => void work(job));
