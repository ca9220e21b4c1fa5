import type { EmbeddedErrorCode } from './embedded-error.ts';

/** What the keeper says to a lease, one JSON object per line. */
export type KeeperMessage =
  | { readonly state: 'ready'; readonly port: number; readonly notice: string | null }
  | { readonly state: 'failed'; readonly code: EmbeddedErrorCode; readonly message: string }
  | { readonly state: 'released' };
