import type pg from 'pg';
import type { Scope, Trx } from '../server/db/kit/transaction.ts';
import { importReceived } from './import-received.ts';
import type { ImportContext } from './pipeline.ts';

/** A worker's hold on a batch (server/jobs/lease.ts), as far as the pipeline needs it. */
export interface Hold {
  readonly batchId: string;
  readonly pool: pg.Pool;
  guard(trx: Trx): Promise<void>;
  progress(progress: { stage: string; done: number; total: number }): void;
}

/** Makes of a job a run of the pipeline: every write of it is guarded by the hold. */
export function createImportRun(
  context: Pick<ImportContext, 'storageDir' | 'personalDataKey' | 'registrySrid' | 'parsers'>,
  actor: Scope,
): (hold: Hold) => Promise<void> {
  return (hold) =>
    importReceived({ ...context, actor, pool: hold.pool, guard: hold.guard }, hold.batchId, (stage, done, total) =>
      hold.progress({ stage, done, total }),
    );
}
