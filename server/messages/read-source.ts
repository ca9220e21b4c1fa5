import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { FETCH_LIMITS, FetchFailed, isListed } from '../domain/layer/layer-fetch.ts';
import { lookUpOutside } from './post-to-client.ts';

/** Reads one page of a service. Rejects with FetchFailed. */
export type ReadSource = (url: URL, mostBytes: number, signal: AbortSignal) => Promise<Buffer>;

/**
 * Reads from addresses under those listed, and from no other: no redirect is followed, and a name may not lead to an address inside. A
 * machine inside is reached where the list names it by its address (http://10.0.0.5:8080/ogc).
 */
export function openSources(sources: readonly string[]): ReadSource {
  return (url, mostBytes, signal) => {
    if (!isListed(url, sources)) return Promise.reject(new FetchFailed('not_listed'));
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // What is listed by its address was meant.
    const isMeant = isIP(host) !== 0;
    return read(url, isMeant, mostBytes, AbortSignal.any([signal, AbortSignal.timeout(FETCH_LIMITS.pageMs)]));
  };
}

function read(url: URL, isMeant: boolean, mostBytes: number, signal: AbortSignal): Promise<Buffer> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      if (error instanceof FetchFailed) return reject(error);
      if (error.code === 'ADDRESS_CLOSED') return reject(new FetchFailed('inside', { cause: error }));
      return reject(new FetchFailed(signal.aborted ? 'too_long' : 'no_answer', { cause: error }));
    };
    const asked = request(url, {
      headers: { accept: 'application/geo+json, application/json;q=0.9', 'accept-encoding': 'identity' },
      agent: false,
      signal,
      maxHeaderSize: 16 * 1024,
      ...(isMeant ? {} : { lookup: lookUpOutside }),
    });
    asked.on('error', fail);
    asked.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      const chunks: Buffer[] = [];
      let left = mostBytes;
      answer.on('error', fail);
      if (status !== 200) {
        answer.destroy();
        return reject(new FetchFailed(status >= 300 && status < 400 ? 'redirected' : 'refused'));
      }
      answer.on('data', (chunk: Buffer) => {
        left -= chunk.length;
        if (left < 0) answer.destroy(new FetchFailed('too_large'));
        else chunks.push(chunk);
      });
      answer.on('end', () => resolve(Buffer.concat(chunks)));
    });
    asked.end();
  });
}
