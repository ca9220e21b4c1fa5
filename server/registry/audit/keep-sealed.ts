import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import { AT_ONCE, sealAudit } from './seal-audit.ts';

const EVERY_MS = 10_000;

export interface Sealer {
  /** Resolves when the seal under way has ended and no other will begin. */
  stop(): Promise<void>;
}

/** Seals every few seconds. A failure is reported and tried again later: nothing is lost by sealing late. */
export function keepAuditSealed(pool: pg.Pool, signer: CheckpointSigner, onError: (error: unknown) => void): Sealer {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      try {
        let more = true;
        while (more && !signal.aborted) more = (await sealAudit(pool, signer)) === AT_ONCE;
      } catch (error) {
        onError(error);
      }
      await wait(EVERY_MS, undefined, { signal }).catch(() => undefined); // Aborted: the loop's condition sees it.
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
