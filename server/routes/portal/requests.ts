import type { FastifyInstance } from 'fastify';
import { requireSameOrigin } from '../../plugins/access/same-origin.ts';
import { readForms } from '../../plugins/request/read-forms.ts';
import { createSessionCipher } from '../../registry/session/session-cipher.ts';
import { requestFollowRoutes } from './request/follow-pages.ts';
import { requestQuestionRoutes } from './request/question-pages.ts';
import { requestApiRoutes } from './request/request-api.ts';
import { requestCookies } from './request/request-cookies.ts';

/** Asking for a paper and following the request: pages for people, doors for programs. */
export async function requestRoutes(
  root: FastifyInstance,
  store: { readonly storageDir: string; readonly personalDataKey: Buffer; readonly publicUrl: string },
): Promise<void> {
  requestApiRoutes(root, store);
  await root.register(async (app) => {
    const { settings, cookie, publicOrigin } = app.identity;
    const kept = requestCookies(createSessionCipher(settings.sessionSecret, 'request'), cookie.https);
    readForms(app);
    // What is written rides on a cookie: a form of another site shall not send it.
    app.addHook('onRequest', async (request) => {
      if (request.method === 'POST') requireSameOrigin(request, publicOrigin);
    });
    requestQuestionRoutes(app, { kept, personalDataKey: store.personalDataKey });
    requestFollowRoutes(app, { kept, ...store });
  });
}
