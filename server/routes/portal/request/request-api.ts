import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  fetchRequestPaper as fetchDoor,
  followRequest as followDoor,
  submitRequest as submitDoor,
} from '../../../domain/contract/portal/portal-requests.ts';
import { languageOf } from '../../../plugins/reply/page-frame.ts';
import { serve } from '../../../plugins/serve.ts';
import { fetchRequestPaper } from '../../../registry/request/fetch-request-paper.ts';
import { followRequest } from '../../../registry/request/follow-request.ts';
import { hashRequestCode } from '../../../registry/request/request-code.ts';
import { submitRequest } from '../../../registry/request/submit-request.ts';

/** The code of a request: in a header, since addresses are written to logs and histories. */
const codeHashOf = (request: FastifyRequest): Buffer => {
  const code = request.headers['x-request-code'];
  return hashRequestCode(typeof code === 'string' ? code : '');
};

/** Requests for papers, for programs. */
export function requestApiRoutes(
  app: FastifyInstance,
  store: { readonly storageDir: string; readonly personalDataKey: Buffer },
): void {
  const { portal } = app.pools;
  serve(app, submitDoor, ({ body, idempotencyKey }, request) =>
    submitRequest(portal, store.personalDataKey, {
      asked: body,
      key: idempotencyKey,
      language: body.language ?? languageOf(request),
    }),
  );
  serve(app, followDoor, ({ params }, request) =>
    followRequest(portal, store.personalDataKey, params.reference, codeHashOf(request)),
  );
  serve(app, fetchDoor, async ({ params }, request, reply) => {
    const { serial, bytes } = await fetchRequestPaper(portal, store, params.reference, codeHashOf(request));
    return reply
      .header('content-disposition', `attachment; filename="${serial}.pdf"`)
      .type('application/pdf')
      .send(bytes);
  });
}
