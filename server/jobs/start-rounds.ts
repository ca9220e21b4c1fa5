import type pg from 'pg';
import type { Worker } from './start-worker.ts';

export interface Rounds {
  /** Its own; ended with the worker. */
  readonly pool: pg.Pool;
  /** Milliseconds from the end of one round to the next. */
  readonly pollMs: number;
  /** One round; asks now and then whether to stop. */
  round(isStopping: () => boolean): Promise<void>;
  /** A round that failed; the next one begins all the same. */
  failed(error: unknown): void;
}

/** A worker that looks for work in rounds, one after the other, until it is stopped; stopping waits for the round in hand. */
export function startRounds({ pool, pollMs, round, failed }: Rounds): Worker {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const again = (): void => {
    if (stopping) return;
    running = round(() => stopping).catch(failed);
    void running.then(() => {
      if (!stopping) timer = setTimeout(again, pollMs);
    });
  };
  again();
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await running;
      await pool.end();
    },
  };
}
