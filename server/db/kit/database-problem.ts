import { Problem } from '../../domain/problem/problem.ts';

/** 57014: stopped by statement_timeout or by a cancel request. 55P03: somebody held a row for longer than lock_timeout. */
const BUSY = new Set(['57014', '55P03']);
/** The server is not there, is going away, or has no room: classes 08 and 53, and 57P01–57P03. */
const UNAVAILABLE = /^(08|53|57P0[123])/;
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND']);
/** pg and its pool report these without a code. */
const MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client was closed|Client has encountered)/;

/** A failure of the database as a problem the caller can act on; anything else comes back as it is (a fault of ours). */
export function databaseProblem(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // Stopped before it was asked, as 57014 is after: whoever asked has gone.
  if (BUSY.has(code) || error.name === 'AbortError')
    return new Problem('service.busy', { cause: error, retryAfter: 5 });
  if (UNAVAILABLE.test(code) || SOCKET.has(code) || MESSAGE.test(error.message)) {
    return new Problem('service.unavailable', { cause: error, retryAfter: 5 });
  }
  return error;
}
