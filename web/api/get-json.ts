import type { ProblemReply } from '../../server/domain/problem/problem.ts';
import { attendance } from './batch/attendance.ts';

/** A call that did not bring what was asked for. `problem` is the server's account of it; null = no answer reached us. */
export class CallFailed extends Error {
  readonly problem: ProblemReply | null;
  constructor(problem: ProblemReply | null, options?: ErrorOptions) {
    super(problem?.code ?? 'network', options);
    this.name = 'CallFailed';
    this.problem = problem;
  }
}

/** The body of a good reply; of any other, the server's account of what went wrong. */
async function readReply<T>(response: Response): Promise<T> {
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  throw new CallFailed(isProblem ? ((await response.json()) as ProblemReply) : null);
}

/**
 * Calls an address and reads the whole reply: JSON, unless `read` does otherwise. Throws CallFailed, also for a reply that
 * breaks off, or the abort of the signal.
 */
export async function reach<T>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<T> = readReply,
): Promise<T> {
  try {
    return await read(await fetch(path, { ...init, headers: { ...init.headers, ...attendance() } }));
  } catch (error) {
    if (error instanceof CallFailed || init.signal?.aborted) throw error;
    throw new CallFailed(null, { cause: error });
  }
}

/** Asks an address for JSON in the page's language. Throws as {@link reach}. */
export const getJson = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  reach<T>(path, {
    headers: { accept: 'application/json', 'accept-language': document.documentElement.lang },
    ...(signal ? { signal } : {}),
  });
