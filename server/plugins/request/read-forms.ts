import type { FastifyInstance } from 'fastify';

/** Lets the doors of this scope read forms (application/x-www-form-urlencoded): flat fields, of one name the last. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}
