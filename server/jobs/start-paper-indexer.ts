import type pg from 'pg';
import { indexOlderPapers } from '../registry/document/index-older-papers.ts';
import { createReadingCipher } from '../registry/document/reading-cipher.ts';
import { createWordTokens } from '../registry/document/word-tokens.ts';
import type { Worker, WorkerLog } from './start-worker.ts';

/** Once, as a worker begins: papers that were read before words were kept for search are found by them from then on. */
export function startPaperIndexer(pool: pg.Pool, personalDataKey: Buffer, log: WorkerLog): Worker {
  let stopping = false;
  const ciphers = { cipher: createReadingCipher(personalDataKey), tokens: createWordTokens(personalDataKey) };
  const actor = { id: 'scan-worker', communes: '*' } as const;
  const work = indexOlderPapers(pool, actor, ciphers, () => stopping).then(
    (papers) => {
      if (papers > 0) log.info({ papers }, 'older papers are found by their words now');
    },
    (error: unknown) => log.warn({ cause: String(error) }, 'older papers are not found by their words yet'),
  );
  return {
    async stop() {
      stopping = true;
      await work;
    },
  };
}
