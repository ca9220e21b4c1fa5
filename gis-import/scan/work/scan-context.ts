/** What work on scans needs of the process it runs in. */
import type pg from 'pg';
import type { Scope } from '../../../server/db/kit/transaction.ts';
import type { QueueScan } from '../../../server/registry/document/queue-scan.ts';
import type { ReadingCipher } from '../../../server/registry/document/reading-cipher.ts';
import type { WordTokens } from '../../../server/registry/document/word-tokens.ts';
import type { Ocr } from '../ocr/ocr.ts';
import type { ScanLimits } from '../scan-limits.ts';

export interface ScanContext {
  readonly pool: pg.Pool;
  readonly actor: Scope;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  readonly cipher: ReadingCipher;
  readonly tokens: WordTokens;
  readonly ocr: Ocr;
  readonly queue: QueueScan;
  readonly limits: ScanLimits;
}

/** After so many beginnings that nobody ended, file or page is what ends the worker. */
export const MAX_ATTEMPTS = 3;
