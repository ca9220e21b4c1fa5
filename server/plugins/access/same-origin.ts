import type { FastifyRequest } from 'fastify';
import { Problem } from '../../domain/problem/problem.ts';

/** What a script of ours may send where the browser does not say where a request comes from: no form can. */
export const OWN_REQUEST_HEADER = 'x-diaba-request';

/**
 * Refuses a write that rides on somebody's cookie but was not made by a page of ours (CSRF). Browsers say where a
 * request comes from in Sec-Fetch-Site; older ones in Origin; a script may send a header that a foreign page cannot.
 */
export function requireSameOrigin(request: FastifyRequest, origin: string): void {
  const { 'sec-fetch-site': site, origin: from } = request.headers;
  const own =
    site === undefined
      ? from === origin || (from === undefined && request.headers[OWN_REQUEST_HEADER])
      : site === 'same-origin';
  if (!own) throw new Problem('csrf.refused');
}
