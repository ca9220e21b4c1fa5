import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import type { Asked, Contract } from '../domain/contract/contract.ts';
import { Problem } from '../domain/problem/problem.ts';
import { admit } from './access/admit.ts';

/** Cache-Control of a contract's 200 reply. 0 = a cache may keep it but asks each time (ETag). */
export function cacheControl({ maxAge }: Pick<Contract, 'maxAge'>): string {
  if (maxAge === null) return 'no-store';
  if (maxAge >= 31_536_000) return `public, max-age=${maxAge}, immutable`;
  return maxAge === 0 ? 'public, max-age=0, must-revalidate' : `public, max-age=${maxAge}`;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The key under which a verb keeps its first answer; its format is checked here, what it means is the verb's. */
function readIdempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !UUID.test(key)) throw new Problem('idempotency.key_missing');
  return key.toLowerCase();
}

/** The version a write was decided on; what is no version of ours fits nothing, as an ETag that nobody issued. */
function readVersion(request: FastifyRequest): number | null {
  const tag = request.headers['if-match'];
  if (tag === undefined || tag === '*') return null;
  const version = /^"([1-9]\d{0,9})"$/.exec(tag)?.[1];
  if (version === undefined) throw new Problem('version.stale');
  return Number(version);
}

/** What is checked of a body: where it may come as bytes too, only what comes in its own media. */
function bodySchema({ body, bodyMedia, alsoTakes }: Pick<Contract, 'body' | 'bodyMedia' | 'alsoTakes'>): object {
  if (body === null) return {};
  return { body: alsoTakes.length === 0 ? body : { content: { [bodyMedia]: { schema: body } } } };
}

/**
 * Opens a door: the contract says who may pass (admit.ts), checks what comes in and shapes what goes out (fields it does not declare are left out),
 * so a handler is its one call. JSON only; other media are sent by the handler itself.
 */
export function serve<P extends TObject, Q extends TObject, R extends TSchema, B extends TSchema>(
  app: FastifyInstance,
  contract: Contract<P, Q, R, B>,
  handle: (asked: Asked<Contract<P, Q, R, B>>, request: FastifyRequest, reply: FastifyReply) => unknown,
): void {
  const isJson = contract.media === 'application/json' && contract.alsoMedia.length === 0;
  const sameBody = Object.entries(contract.otherReplies).filter(([, reply]) => reply.sameBody);
  app.route({
    method: contract.method,
    url: contract.path,
    ...admit(contract),
    ...(contract.longestBody === null ? {} : { bodyLimit: contract.longestBody }),
    schema: {
      params: contract.params,
      querystring: contract.query,
      ...bodySchema(contract),
      ...(isJson
        ? {
            response: Object.fromEntries([
              [String(contract.status), contract.reply],
              ...sameBody.map(([status]) => [status, contract.reply]),
            ]),
          }
        : {}),
    },
    handler: async (request, reply) => {
      reply.header('cache-control', cacheControl(contract));
      if (contract.status !== 200 && isJson) reply.code(contract.status);
      const asked = {
        params: request.params,
        query: request.query,
        body: request.body,
        idempotencyKey: contract.idempotencyKey ? readIdempotencyKey(request) : '',
        version: contract.ifMatch ? readVersion(request) : null,
      } as Asked<Contract<P, Q, R, B>>;
      return handle(asked, request, reply);
    },
  });
}
