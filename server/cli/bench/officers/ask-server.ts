/** How an officer's browser asks: the same request, under the same key, until it is answered. */
import { setTimeout } from 'node:timers/promises';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
}

/** What the drill counts of answers. */
export interface Heard {
  /** Requests that were sent again since nobody answered, or `service.unavailable` was. */
  again: number;
  /** Times somebody was told that a colleague holds it: a wait for a lock that was given up, or a deadlock. */
  busy: number;
  /** Anything that no officer should ever read: a 5xx but 503. */
  readonly faults: string[];
}

export type Ask = <T>(method: 'GET' | 'POST', path: string, body?: object, key?: string) => Promise<Answer<T> | null>;

/** Null once `over`: what was not answered by then was not acknowledged. */
export function askServer(base: string, headers: Record<string, string>, heard: Heard, over: () => boolean): Ask {
  return async <T>(method: 'GET' | 'POST', path: string, body?: object, key?: string): Promise<Answer<T> | null> => {
    while (!over()) {
      try {
        const reply = await fetch(`${base}${path}`, {
          method,
          headers: {
            ...headers,
            ...(body ? { 'content-type': 'application/json' } : {}),
            ...(key ? { 'idempotency-key': key } : {}),
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        const answer = { status: reply.status, body: (await reply.json()) as T & { code?: string } };
        if (answer.status < 500) return answer;
        if (answer.body.code === 'service.busy') heard.busy += 1;
        else if (answer.status !== 503)
          heard.faults.push(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      } catch (error) {
        // Nobody listens, or the connection broke before the answer was whole: nothing is known, so the same is asked again.
        if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      }
      heard.again += 1;
      await setTimeout(100);
    }
    return null;
  };
}
