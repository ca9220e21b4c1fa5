import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseUrls } from '../../embedded/database-urls.ts';
import type { ImportAnswer, ImportJob } from './import-child.ts';
import { BENCH_STORAGE, REGISTRY_SRID } from './kit/bench-database.ts';
import { watchPeak } from './kit/peak-memory.ts';
import { BENCH_COMMUNE, type LargeFile } from './large-file.ts';

const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url));

export interface MeasuredImport {
  readonly answer: ImportAnswer;
  /** From the start of the process to its end: start-up, receipt, every stage. */
  readonly totalMs: number;
  /** The same to the moment at which all rows are committed in staging. */
  readonly stagedMs: number;
  /** Highest resident sizes, MiB: importer, parser child, both. */
  readonly peak: { readonly process: number; readonly children: number; readonly sum: number };
}

/** Imports and promotes the file in a process of its own. Throws unless every record became a parcel. */
export async function runImport(file: LargeFile, urls: DatabaseUrls, key: string): Promise<MeasuredImport> {
  const storageDir = await mkdtemp(join(BENCH_STORAGE, 'store-'));
  try {
    const started = performance.now();
    const child = fork(CHILD, { execArgv: ['--disable-warning=ExperimentalWarning'] });
    const answers: ImportAnswer[] = [];
    child.on('message', (message) => answers.push(message as ImportAnswer));
    child.send({
      urls,
      zip: file.zip,
      storageDir,
      personalDataKey: key,
      registrySrid: REGISTRY_SRID,
      commune: BENCH_COMMUNE,
    } satisfies ImportJob);
    const [peak, [status]] = await Promise.all([watchPeak(child.pid!), once(child, 'close')]);
    const totalMs = performance.now() - started;
    const answer = answers[0];
    if (status !== 0 || !answer) throw new Error(`the import ended with ${status}`);
    const { report, began } = answer;
    const parcels = report.promotion?.parcels;
    if (report.status !== 'promoted' || parcels !== file.parcels)
      throw new Error(`${report.status}: ${parcels ?? 0} of ${file.parcels} parcels; ${JSON.stringify(report.counts)}`);
    return { answer, totalMs, stagedMs: began.validate!, peak };
  } finally {
    await rm(storageDir, { recursive: true, force: true });
  }
}
