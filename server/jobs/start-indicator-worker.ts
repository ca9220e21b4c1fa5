/** The worker that counts indicators. Any number of processes may be one: a day is kept by one of them. */
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import { countIndicators } from '../registry/indicator/count-indicators.ts';
import type { Worker, WorkerLog } from './start-worker.ts';

const LEAST_PAUSE_MS = 60_000;
/** Rests so many times as long as it counted: a twentieth of one connection at most. */
const REST = 20;

export function startIndicatorWorker(given: pg.Pool, log: WorkerLog): Worker {
  const pool = openNamedPool(given, 'diaba-indicator-worker', 1);
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      const began = performance.now();
      try {
        await countIndicators(pool, new Date(), signal);
      } catch (error) {
        log.warn({ cause: String(error) }, 'indicators could not be counted');
      }
      const pause = Math.max(LEAST_PAUSE_MS, REST * (performance.now() - began));
      await wait(pause, undefined, { signal }).catch(() => undefined); // Aborted: the loop's condition sees it.
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
      await pool.end();
    },
  };
}
