import type pg from 'pg';
import { nameWorkError } from '../../../gis-import/name-work-error.ts';
import { createImportRun } from '../../../gis-import/worker.ts';
import { IMPORT_WORKER } from '../../jobs/lease.ts';
import { startWorker, type Worker, type WorkerLog } from '../../jobs/start-worker.ts';

/** The worker over the pipeline, for every process that is to be one. */
export function openWorker(
  pool: pg.Pool,
  context: { storageDir: string; personalDataKey: Buffer; registrySrid: number },
  log: WorkerLog,
): Promise<Worker> {
  return startWorker({ pool, run: createImportRun(context, IMPORT_WORKER), nameError: nameWorkError, log });
}
