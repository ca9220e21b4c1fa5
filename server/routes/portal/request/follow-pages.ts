import type { FastifyInstance, FastifyRequest } from 'fastify';
import { printRequestForm } from '../../../certificates/print-request-form.ts';
import {
  forgetRequest,
  getFollowedPage,
  getFollowedPaper,
  getFollowPage,
  getRequestSentPage,
  getSentForm,
  openFollowedRequest,
} from '../../../domain/contract/portal/request-pages.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { followPage } from '../../../pages/request/follow-page.ts';
import { followedPage } from '../../../pages/request/followed-page.ts';
import { parcelTitle } from '../../../pages/request/parcel-question.ts';
import { sentPage } from '../../../pages/request/sent-page.ts';
import { openPage } from '../../../plugins/reply/page-frame.ts';
import { serve } from '../../../plugins/serve.ts';
import { getPortalParcel } from '../../../registry/portal/get-portal-parcel.ts';
import { fetchRequestPaper } from '../../../registry/request/fetch-request-paper.ts';
import { followRequest } from '../../../registry/request/follow-request.ts';
import { hashRequestCode } from '../../../registry/request/request-code.ts';
import type { RequestCookies } from './request-cookies.ts';

interface Given {
  readonly kept: RequestCookies;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  readonly publicUrl: string;
}

const isUnknown = (error: unknown): boolean => error instanceof Problem && error.code === 'paper_request.not_found';
const NOT_SHOWN: readonly string[] = ['parcel.not_found', 'publication.closed'];
const askFor = (reference: string) => `/requests/follow?reference=${encodeURIComponent(reference)}`;

/** The receipt of a request, and the request itself for who has shown its code in this browser. */
export function requestFollowRoutes(
  app: FastifyInstance,
  { kept, storageDir, personalDataKey, publicUrl }: Given,
): void {
  const { portal } = app.pools;
  /** The digest of the code that was shown here for this reference. */
  const shownFor = (request: FastifyRequest, reference: string): Buffer | undefined => {
    const follow = kept.find(request, 'follow');
    return follow?.reference === reference ? Buffer.from(follow.codeHash, 'hex') : undefined;
  };

  serve(
    app,
    getRequestSentPage,
    (_asked, request, reply) => sentPage(openPage(request, reply), kept.find(request, 'sent')).markup,
  );
  serve(app, getSentForm, async (_asked, request, reply) => {
    const form = kept.find(request, 'form');
    if (!form) return reply.redirect('/requests/sent', 303);
    const { asked, reference, parcel, receivedAt, dueOn, fee } = form;
    const { blocks = [], certificateSerial = null, ...rest } = asked;
    const followLink = `${publicUrl}${askFor(reference)}`;
    const said = { ...rest, blocks, certificateSerial, reference, parcel, receivedAt, dueOn, fee, followLink };
    const bytes = await printRequestForm(said);
    // Shown by the browser itself, which prints it and keeps it.
    return reply
      .header('content-disposition', `inline; filename="${reference}.pdf"`)
      .type('application/pdf')
      .send(bytes);
  });
  serve(app, forgetRequest, (_asked, _request, reply) => {
    kept.drop(reply, 'sent');
    kept.drop(reply, 'form');
    kept.drop(reply, 'follow');
    return reply.redirect('/requests', 303);
  });
  serve(
    app,
    getFollowPage,
    ({ query: { reference = '' } }, request, reply) =>
      followPage(openPage(request, reply), { reference, wrong: false }).markup,
  );
  serve(app, openFollowedRequest, async ({ body }, request, reply) => {
    const reference = (body.reference ?? '').trim().toUpperCase();
    const codeHash = hashRequestCode(body.code ?? '');
    try {
      await followRequest(portal, personalDataKey, reference, codeHash);
    } catch (error) {
      if (!isUnknown(error)) throw error;
      reply.code(422);
      return followPage(openPage(request, reply), { reference: reference.slice(0, 40), wrong: true }).markup;
    }
    kept.keep(reply, 'follow', { reference, codeHash: codeHash.toString('hex') });
    return reply.redirect(`/requests/${encodeURIComponent(reference)}`, 303);
  });
  serve(app, getFollowedPage, async ({ params: { reference } }, request, reply) => {
    const codeHash = shownFor(request, reference);
    if (!codeHash) return reply.redirect(askFor(reference), 303);
    try {
      const followed = await followRequest(portal, personalDataKey, reference, codeHash);
      // A request stands whether or not its parcel may still be shown.
      const parcel = await getPortalParcel(portal, 'lookup', followed.parcelId, undefined).catch((error: unknown) => {
        if (error instanceof Problem && NOT_SHOWN.includes(error.code)) return undefined;
        throw error;
      });
      const name = parcel && parcelTitle(parcel, 'vi');
      return followedPage(openPage(request, reply), { request: followed, parcel: name }).markup;
    } catch (error) {
      // The code was replaced at the counter since.
      if (isUnknown(error)) return reply.redirect(askFor(reference), 303);
      throw error;
    }
  });
  serve(app, getFollowedPaper, async ({ params: { reference } }, request, reply) => {
    const codeHash = shownFor(request, reference);
    if (!codeHash) return reply.redirect(askFor(reference), 303);
    const { serial, bytes } = await fetchRequestPaper(portal, { storageDir, personalDataKey }, reference, codeHash);
    return reply
      .header('content-disposition', `attachment; filename="${serial}.pdf"`)
      .type('application/pdf')
      .send(bytes);
  });
}
