import type pg from 'pg';
import { setBatchState } from '../../db/staging/batch-steps.ts';
import { dropWork, fenceReader, fenceRun } from '../../db/staging/batch-work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { StepReply } from '../../domain/contract/batch/batch-steps.ts';
import { byKey, type Sent, takeBatchStep } from '../review/take-batch-step.ts';
import { batchIdentity } from './receive-batch.ts';

/**
 * Ends a batch that waits to be read or is being read. Who reads it holds no lock on it before its last moment, so nobody waits
 * here; once it has ended, the connections of its run are ended too, and with them whatever they were asking: a worker's by the name
 * of the run, a command line's by the lock it holds on these bytes.
 */
export async function cancelBatch(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: Sent<{ reason?: string }>,
): Promise<StepReply> {
  const { body } = sent;
  const reading: { run?: string | null; identity?: Buffer } = {};
  const reply = await takeBatchStep(pool, actor, byKey(batchId, 'cancel', 'cancelBatch', sent), async (trx, batch) => {
    const { status, sourceSha256, options } = batch;
    reading.run = await dropWork(trx, batchId);
    reading.identity = batchIdentity(sourceSha256, options);
    await setBatchState(trx, batchId, status, 'rejected', body);
    return { changed: 1, moved: true, action: 'batch.cancelled', body: { from: status } };
  });
  if (reading.run) await fenceRun(pool, reading.run);
  if (reading.identity) await fenceReader(pool, reading.identity);
  return reply;
}
