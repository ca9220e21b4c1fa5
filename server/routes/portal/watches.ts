import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as doors from '../../domain/contract/portal/watch-pages.ts';
import type { OpenWatch } from '../../domain/contract/watches.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem, problemReply } from '../../domain/problem/problem.ts';
import { EMAIL } from '../../domain/request/paper-request.ts';
import { WATCH_BOUNDS } from '../../domain/watch/watch.ts';
import { type WatchesFacts, watchesPage } from '../../pages/business/watches-page.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { languageOf, openPage } from '../../plugins/reply/page-frame.ts';
import { readForms } from '../../plugins/request/read-forms.ts';
import { serve } from '../../plugins/serve.ts';
import { findTypedParcel } from '../../registry/portal/find-typed-parcel.ts';
import { listPortalCommunes } from '../../registry/portal/list-portal-reference.ts';
import { confirmWatch } from '../../registry/watch/confirm-watch.ts';
import { endWatch } from '../../registry/watch/end-watch.ts';
import { listOwnWatches } from '../../registry/watch/list-watches.ts';
import { openWatch } from '../../registry/watch/open-watch.ts';
import type { WatchDoors } from '../watches.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The page on which a business watches land. */
export async function watchPageRoutes(root: FastifyInstance, parts: WatchDoors): Promise<void> {
  await root.register(async (app) => {
    readForms(app);
    openPages(app, parts);
  });
}

function openPages(app: FastifyInstance, parts: WatchDoors): void {
  const { app: pool, portal } = app.pools;
  const { cipher } = parts;
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    more: Pick<WatchesFacts, 'sent' | 'opened' | 'codeFault'> = {},
  ) => {
    const [{ items, allowed }, communes] = await Promise.all([
      listOwnWatches(pool, cipher, actorOf(request)),
      listPortalCommunes(portal, dayOf(new Date())),
    ]);
    const facts = { watches: items, allowed, communes: communes.items, key: randomUUID(), ...more };
    return watchesPage(openPage(request, reply), facts).markup;
  };
  const isForm = (request: FastifyRequest) =>
    request.headers['content-type']?.startsWith(doors.sendWatchForm.bodyMedia) === true;
  /** A problem of this form in a sentence; others, and programs that send no form, are answered as everywhere. */
  const faultOf = (error: unknown, request: FastifyRequest) => {
    if (
      !(error instanceof Problem) ||
      !isForm(request) ||
      !/^(watch\.(not_possible|quota|code)|parcel\.|commune\.)/.test(error.code)
    )
      throw error;
    const { title, detail } = problemReply(error, languageOf(request));
    return `${title}. ${detail}`;
  };
  serve(app, doors.getWatchesPage, (_asked, request, reply) => show(request, reply));
  serve(app, doors.sendWatchForm, async ({ body }, request, reply) => {
    try {
      const key = UUID.test(body.key ?? '') ? body.key! : randomUUID();
      const asked = await readForm(body);
      const opened = await openWatch(
        { ...parts, pool, portal },
        actorOf(request),
        { ...asked, language: languageOf(request) },
        key,
      );
      if (opened.secret === null) return reply.redirect('/business/watches', 303);
      return show(request, reply, { opened });
    } catch (error) {
      const fault = faultOf(error, request);
      reply.code(422);
      return show(request, reply, { sent: { form: body, fault } });
    }
  });
  serve(app, doors.confirmWatchForm, async ({ params, body }, request, reply) => {
    try {
      await confirmWatch(pool, cipher, actorOf(request), params.id, body.code ?? '');
      return reply.redirect('/business/watches', 303);
    } catch (error) {
      const text = faultOf(error, request);
      reply.code(422);
      return show(request, reply, { codeFault: { watchId: params.id, text } });
    }
  });
  serve(app, doors.endWatchForm, async ({ params }, request, reply) => {
    await endWatch(pool, actorOf(request), params.id);
    return reply.redirect('/business/watches', 303);
  });

  /** What the fields of the form ask for; a field that is left empty asks for nothing. */
  async function readForm({ parcel, commune, name, mail, hook }: doors.WatchForm): Promise<OpenWatch> {
    const given = (text: string | undefined) => text?.replace(/\p{Cc}/gu, ' ').trim() || undefined;
    const [place, address] = [given(parcel), given(mail)];
    if (address !== undefined && (address.length > WATCH_BOUNDS.mail || !new RegExp(EMAIL, 'u').test(address)))
      throw new Problem('watch.not_possible', { errors: [{ field: 'mail', message: 'name@host' }] });
    const target = given(hook);
    if (target !== undefined && target.length > WATCH_BOUNDS.hook)
      throw new Problem('watch.not_possible', { errors: [{ field: 'hook', message: 'https://…' }] });
    const code = given(commune);
    const called = given(name)?.slice(0, WATCH_BOUNDS.name);
    return {
      ...(place !== undefined && { parcelId: await findTypedParcel(portal, place) }),
      ...(code !== undefined && { commune: code }),
      ...(called !== undefined && { name: called }),
      ...(address !== undefined && { mail: address }),
      ...(target !== undefined && { hook: target }),
    };
  }
}
