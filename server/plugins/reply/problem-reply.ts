import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldError, Problem, type ProblemCode, problemReply } from '../../domain/problem/problem.ts';
import { problemPage } from '../../pages/frame/problem-page.ts';
import { languageOf, openPage } from './page-frame.ts';

/** Fastify's own refusals and those of its plugins, by status. Whatever else a client sent wrongly is malformed. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  // Of a folder under /assets/; our own refusals are problems already.
  403: 'route.not_found',
  404: 'route.not_found',
  405: 'method.not_allowed',
  408: 'request.too_slow',
  413: 'request.too_large',
  414: 'address.too_long',
  415: 'media.unsupported',
  429: 'rate.limited',
  431: 'headers.too_large',
  503: 'service.unavailable',
};

interface SchemaError {
  readonly keyword?: string;
  readonly instancePath?: string;
  readonly message?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The field a schema error is about: a path, or the name of the property that is missing or not known. */
function fieldsOf(error: SchemaError): string[] {
  const path = (error.instancePath ?? '').slice(1).replaceAll('/', '.');
  const named = error.params?.requiredProperties ?? error.params?.additionalProperties;
  if (!Array.isArray(named)) return [path];
  return named.map((name) => (path ? `${path}.${String(name)}` : String(name)));
}

function fieldErrors(errors: readonly SchemaError[]): FieldError[] {
  const found = new Map<string, string>();
  for (const error of errors) {
    // "schema is false" repeats what additionalProperties says better.
    if (error.keyword === 'boolean') continue;
    for (const field of fieldsOf(error)) {
      // The text may quote what was sent: bounded, and it is JSON, never markup.
      if (field && !found.has(field)) found.set(field.slice(0, 100), (error.message ?? 'not valid').slice(0, 200));
    }
  }
  return [...found].slice(0, 20).map(([field, message]) => ({ field, message }));
}

/** Any error as one of our problems. What we do not know is our fault: internal. */
export function toProblem(error: FastifyError | Error): Problem {
  if (error instanceof Problem) return error;
  const { validation, statusCode } = error as Partial<FastifyError>;
  if (validation) return new Problem('request.invalid', { errors: fieldErrors(validation), cause: error });
  if (statusCode !== undefined && statusCode >= 400 && (statusCode < 500 || statusCode === 503)) {
    return new Problem(BY_STATUS[statusCode] ?? 'request.malformed', { cause: error });
  }
  return new Problem('internal', { cause: error });
}

/** Addresses that programs ask; everything else is a page, or would be one. */
const FOR_PROGRAMS = /^\/(api|tiles|ogc|uploads|realms|assets|health|metrics|sitemaps?)\b/;

/** Whether a person waits for a page: a browser went to an address that is not for programs, or sent a form there. */
export const wantsPage = (request: FastifyRequest): boolean =>
  ['GET', 'HEAD', 'POST'].includes(request.method) &&
  !FOR_PROGRAMS.test(request.url) &&
  (request.headers.accept ?? '').includes('text/html');

/**
 * Sends a problem in the language the caller prefers, as a page to a person and as problem+json to a program; the one
 * place where errors become replies.
 */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
  reply.header('cache-control', 'no-store').removeHeader('etag').removeHeader('last-modified');
  if (wantsPage(request)) {
    const page = problemPage(openPage(request, reply), problem);
    return reply
      .code(problem.statusCode)
      .serializer((text: unknown) => String(text))
      .send(page.markup);
  }
  const language = languageOf(request);
  const body = problemReply(problem, language);
  // RFC 6750, 3: a program is told which kind of credential is wanted, and whether the one it sent was looked at.
  if (body.status === 401) {
    const why = problem.code === 'token.refused' ? ', error="invalid_token"' : '';
    reply.header('www-authenticate', `Bearer realm="diaba"${why}`);
  }
  return reply
    .code(body.status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      vary: 'Accept-Language',
    })
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body);
}

/** Every error and unknown path ends as a problem (sendProblem); our own faults are logged with their cause. */
export function replyWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error);
    if (problem.statusCode === 500)
      request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    else if (problem.statusCode > 500) {
      request.log.warn(
        { code: problem.code, cause: String(problem.cause), route: request.routeOptions.url },
        'not served',
      );
    }
    return sendProblem(request, reply, problem);
  });
}
