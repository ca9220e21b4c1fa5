import { reach } from './get-json.ts';

/** A write. `key` makes a repeat harmless (Idempotency-Key); `version` says which state it was decided on (If-Match). */
export interface Sent {
  readonly body: unknown;
  readonly key?: string;
  readonly version?: number;
  /** For what only asks, and may be given up. */
  readonly signal?: AbortSignal;
}

const sendJson = <T>(method: 'POST' | 'PUT', path: string, { body, key, version, signal }: Sent): Promise<T> =>
  reach<T>(path, {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      'content-type': 'application/json',
      'x-diaba-request': '1',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

/** Sends JSON and reads what comes back. Throws CallFailed; asking again with the same key is safe. */
export const postJson = <T>(path: string, sent: Sent): Promise<T> => sendJson<T>('POST', path, sent);

/** Says what is to stand at an address: the same again changes nothing. Throws as {@link postJson}. */
export const putJson = <T>(path: string, sent: Sent): Promise<T> => sendJson<T>('PUT', path, sent);
