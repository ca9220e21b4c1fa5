import { isIPv6 } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../domain/problem/problem.ts';

/** Requests a minute from one network address. */
export interface RateLimits {
  readonly tiles: number;
  readonly others: number;
}
/** A map on a large screen asks for some 60 tiles a view; a person asks for a parcel a few times a minute. */
export const DEFAULT_RATE_LIMITS: RateLimits = { tiles: 6000, others: 1200 };

/** Of the others, what may go to codes of papers and requests, to serials of certificates, and to what is drawn for one reader: a person holds a few, who guesses needs thousands. */
const CODES_SHARE = 20;
/** Of the others, what may be sent to officers, who read each of it. */
const SENDS_SHARE = 100;

/** The first four groups of an IPv6 address: a household or office has a whole /64, so a single address is no limit. */
function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  const [head = '', tail = ''] = ip.split('%')[0]!.split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const missing = ip.includes('::') ? 8 - front.length - back.length : 0;
  const groups = [...front, ...Array<string>(Math.max(0, missing)).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** Key of a caller's bucket. */
export const rateLimitKey = (request: Pick<FastifyRequest, 'ip'>): string => networkOf(request.ip);

/**
 * Limits every route but the probes, and what no route takes too, so that addresses cannot be guessed by the thousand:
 * an address without a door, or a method that the doors there do not have (RFC 9110, 15.5.6).
 */
export async function limitRates(app: FastifyInstance, limits: RateLimits): Promise<void> {
  // What a page is made of counts with the tiles, so that the page which says "too many" comes with its style; and so do
  // the pieces of an upload.
  const isTile = (request: FastifyRequest) => /^\/(tiles|assets|uploads)\//.test(request.url);
  // By the door and not by the address as sent: the router takes /%76erify for /verify.
  const doorOf = ({ routeOptions: { url = '' }, method }: FastifyRequest) => `${method} ${url}`;
  const isCode = (request: FastifyRequest) =>
    /^\w+ \/(api\/)?verify\b|^\w+ \/api\/portal\/requests\/:|^POST \/(requests\/follow|api\/answers|business\/answers)$|^GET \/requests\/sent\/form$/.test(
      doorOf(request),
    );
  const isSend = (request: FastifyRequest) => /^POST \/(requests\/send|api\/portal\/requests)$/.test(doorOf(request));
  const bucketOf = (request: FastifyRequest) => {
    if (isTile(request)) return 'tiles';
    return isCode(request) ? 'codes' : isSend(request) ? 'sends' : 'others';
  };
  const most = {
    ...limits,
    codes: Math.ceil(limits.others / CODES_SHARE),
    sends: Math.ceil(limits.others / SENDS_SHARE),
  };
  await app.register(rateLimit, {
    global: false,
    timeWindow: 60_000,
    cache: 20_000,
    max: (request) => most[bucketOf(request)],
    keyGenerator: (request) => `${bucketOf(request)} ${rateLimitKey(request)}`,
    allowList: (request) => request.url.startsWith('/health/'),
    addHeaders: {
      'retry-after': true,
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, context) =>
      new Problem('rate.limited', { retryAfter: Math.max(1, Math.ceil(context.ttl / 1000)) }),
  });
  // A hook of the whole server comes before those of its routes: whoever a door refuses (no cookie of ours, a bad token, another role) was counted.
  app.addHook('onRequest', app.rateLimit());
  const refuse = (request: FastifyRequest, reply: FastifyReply): never => {
    const methods = app.methodsAt(request.url);
    // A door that takes the method and has nothing there says so by this handler too (files under /assets/).
    if (methods.length === 0 || methods.includes(request.method)) throw new Problem('route.not_found');
    reply.header('allow', methods.join(', '));
    throw new Problem('method.not_allowed');
  };
  app.setNotFoundHandler(refuse);
  // No door takes QUERY. Fastify would look for the type of its body (RFC 10008, 2) before it says so.
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'QUERY' && request.is404) refuse(request, reply);
  });
}
