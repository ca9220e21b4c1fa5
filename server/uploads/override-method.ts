import type { IncomingMessage } from 'node:http';

/** The methods that tus has; any other becomes one that no door takes, so that it ends as a refusal like any other. */
const OF_TUS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PATCH', 'DELETE']);
const NOBODYS = 'TRACE';

/**
 * tus 1.0, X-HTTP-Method-Override: "MUST be interpreted as the request's method by the Server, if the header is presented.
 * The actual method of the request MUST be ignored." For senders behind something that knows no PATCH and no DELETE; at
 * the doors of uploads only, and before anything asks what a request is about to do. A page of another origin cannot
 * send the header without being asked whether it may, which nobody may.
 */
export function overrideMethod(request: IncomingMessage): string {
  const url = request.url ?? '/';
  const method = request.headers['x-http-method-override'];
  if (typeof method === 'string' && /^\/uploads(?:[/?]|$)/.test(url)) {
    const asked = method.trim().toUpperCase();
    request.method = OF_TUS.has(asked) ? asked : NOBODYS;
  }
  return url;
}
