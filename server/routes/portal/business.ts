import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  forgetLookupForm,
  getBusinessLookupPage,
  getBusinessPage,
  type LookupForm,
  sendLookupForm,
} from '../../domain/contract/portal/business-pages.ts';
import { LOOKUP_BOUNDS } from '../../domain/lookup/lookup-bounds.ts';
import { readTextTable } from '../../domain/lookup/lookup-table.ts';
import { Problem, problemReply } from '../../domain/problem/problem.ts';
import { type BusinessFacts, businessPage } from '../../pages/business/business-page.ts';
import { lookupPage } from '../../pages/business/lookup-page.ts';
import { pageWords } from '../../pages/words.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { languageOf, openPage } from '../../plugins/reply/page-frame.ts';
import { readForms } from '../../plugins/request/read-forms.ts';
import { serve } from '../../plugins/serve.ts';
import { forgetLookup } from '../../registry/lookup/forget-lookup.ts';
import { getLookup } from '../../registry/lookup/get-lookup.ts';
import { listLookupRows } from '../../registry/lookup/list-lookup-rows.ts';
import { getLookupQuota, listLookups } from '../../registry/lookup/list-lookups.ts';
import { openLookup } from '../../registry/lookup/open-lookup.ts';
import type { LookupDoors } from '../lookups.ts';

const ROWS = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Why a table cannot be looked up, in a sentence; of anything else that went wrong nothing is said here. */
function faultOf(error: unknown, request: FastifyRequest, { table }: LookupForm): string | undefined {
  if (!(error instanceof Problem) || !error.code.startsWith('lookup.')) return undefined;
  const language = languageOf(request);
  const words = pageWords(language);
  if (!table?.trim()) return words('business.tableMissing');
  const { title, detail, errors } = problemReply(error, language);
  const row = errors?.[0]?.message;
  return `${title}. ${row === undefined ? detail : words('business.rowWrong', { row })}`;
}

const isForm = (request: FastifyRequest) =>
  request.headers['content-type']?.startsWith(sendLookupForm.bodyMedia) === true;

/** Pages of a business account. */
export async function businessRoutes(root: FastifyInstance, parts: LookupDoors): Promise<void> {
  await root.register(async (app) => {
    readForms(app);
    openPages(app, parts);
  });
}

function openPages(app: FastifyInstance, { cipher, queue }: LookupDoors): void {
  const { app: pool, portal } = app.pools;
  const pools = { pool, portal, cipher };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    more: Pick<BusinessFacts, 'sent'> & { cursor?: string | undefined },
  ) => {
    const actor = actorOf(request);
    const { cursor, ...rest } = more;
    const [quota, own] = await Promise.all([
      getLookupQuota(pool, actor),
      listLookups(pool, cipher, actor, { cursor, limit: 20 }),
    ]);
    const facts = { quota, lookups: own.items, nextCursor: own.nextCursor, key: randomUUID(), ...rest };
    return businessPage(openPage(request, reply), facts).markup;
  };
  serve(app, getBusinessPage, ({ query }, request, reply) => show(request, reply, { cursor: query.cursor }));
  serve(app, sendLookupForm, async ({ body }, request, reply) => {
    const table = body.table ?? '';
    const name = (body.name ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, LOOKUP_BOUNDS.name);
    const key = UUID.test(body.key ?? '') ? body.key! : randomUUID();
    try {
      const digest = createHash('sha256').update(table).digest();
      const asked = { table: readTextTable(table), digest, key, name, purpose: null };
      const { lookupId } = await openLookup({ ...pools, queue }, actorOf(request), asked);
      return reply.redirect(`/business/${lookupId}`, 303);
    } catch (error) {
      const fault = faultOf(error, request, body);
      // A program that sends no form is told as programs are.
      if (fault === undefined || !isForm(request)) throw error;
      reply.code(422);
      return show(request, reply, { sent: { table, name, fault } });
    }
  });
  serve(app, getBusinessLookupPage, async ({ params: { id }, query: { cursor, outcome } }, request, reply) => {
    const actor = actorOf(request);
    const lookup = await getLookup(pool, cipher, actor, id);
    const { items, nextCursor } = await listLookupRows(pools, actor, id, { cursor, outcome, limit: ROWS });
    const facts = { lookup, rows: items, nextCursor, outcome: outcome ?? null, further: cursor !== undefined };
    return lookupPage(openPage(request, reply), facts).markup;
  });
  serve(app, forgetLookupForm, async ({ params }, request, reply) => {
    await forgetLookup(pool, actorOf(request), params.id);
    return reply.redirect('/business', 303);
  });
}
