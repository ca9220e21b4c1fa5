import { reach } from './get-json.ts';

/** A write. `key` makes a repeat harmless (Idempotency-Key); `version` says which state it was decided on (If-Match). */
export interface Sent {
  readonly body: unknown;
  readonly key?: string;
  readonly version?: number;
}

/** Sends JSON and reads what comes back. Throws CallFailed; asking again with the same key is safe. */
export const postJson = <T>(path: string, { body, key, version }: Sent): Promise<T> =>
  reach<T>(path, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      'content-type': 'application/json',
      'x-diaba-request': '1',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  });
