import type { ProblemReply } from '../../server/domain/problem.ts';

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
export async function readReply<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  throw new CallFailed(isProblem ? ((await response.json()) as ProblemReply) : null);
}

/** Asks an address for JSON in the page's language. Throws CallFailed, or the abort of `signal`. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      headers: { accept: 'application/json', 'accept-language': document.documentElement.lang },
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new CallFailed(null, { cause: error });
  }
  return readReply<T>(response);
}
