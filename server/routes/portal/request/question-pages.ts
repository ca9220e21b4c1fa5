import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  answerRequestQuestion,
  getRequestAnswersPage,
  getRequestQuestionPage,
  getRequestStartPage,
  sendRequestForm,
} from '../../../domain/contract/portal/request-pages.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { REQUEST_KINDS } from '../../../domain/request/paper-request.ts';
import {
  type AnswerFaults,
  type Form,
  formOf,
  nextQuestion,
  type RequestDraft,
  type RequestQuestion,
  readAnswer,
  wholeRequest,
} from '../../../domain/request/request-draft.ts';
import { type AnswersFacts, answersPage } from '../../../pages/request/answers-page.ts';
import { type ParcelChoice, parcelTitle } from '../../../pages/request/parcel-question.ts';
import { questionPage } from '../../../pages/request/question-page.ts';
import { requestStartPage } from '../../../pages/request/start-page.ts';
import { languageOf, openPage } from '../../../plugins/reply/page-frame.ts';
import { serve } from '../../../plugins/serve.ts';
import { getPortalParcel } from '../../../registry/portal/get-portal-parcel.ts';
import { readRequestTerms } from '../../../registry/request/read-request-terms.ts';
import { submitRequest } from '../../../registry/request/submit-request.ts';
import { searchLand } from '../../../registry/search/search-land.ts';
import { newDraft, type RequestCookies } from './request-cookies.ts';

interface Given {
  readonly kept: RequestCookies;
  readonly personalDataKey: Buffer;
}

/** A parcel of now; undefined where there is none, or it has ended. */
async function findCurrent(app: FastifyInstance, id: string | undefined) {
  if (id === undefined) return undefined;
  const parcel = await getPortalParcel(app.pools.portal, 'lookup', id, undefined).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'parcel.not_found') return undefined;
    throw error;
  });
  return parcel?.state === 'current' ? parcel : undefined;
}

/** What was looked for and what it may mean: present land only, since papers are made of that. */
async function choiceOf(app: FastifyInstance, q: string, id: string | undefined): Promise<ParcelChoice> {
  if (q.trim() === '') return { q, found: [], named: await findCurrent(app, id) };
  const answer = await searchLand(app.pools.portal, 'lookup', { q });
  const found = [...answer.parcels, ...(answer.near ?? [])].filter(({ state }) => state === 'current');
  return { q, found };
}

interface Shown {
  readonly question: RequestQuestion;
  readonly form: Form;
  readonly faults?: AnswerFaults;
  readonly q?: string | undefined;
  readonly id?: string | undefined;
}

/** Asking for a paper: one question a page, then all answers, then sent. What is written stays in the browser until then. */
export function requestQuestionRoutes(app: FastifyInstance, { kept, personalDataKey }: Given): void {
  const { portal } = app.pools;
  const draftOf = (request: FastifyRequest) => kept.find(request, 'draft') ?? newDraft();

  async function show(request: FastifyRequest, reply: FastifyReply, { question, form, faults, q = '', id }: Shown) {
    const choice = question === 'parcel' ? await choiceOf(app, q, id ?? form.parcel) : undefined;
    const { kind } = draftOf(request).draft;
    return questionPage(openPage(request, reply), { question, kind, form, faults, choice }).markup;
  }

  const onward = (draft: RequestDraft): string => {
    const next = nextQuestion(draft);
    return next === undefined ? '/requests/check' : `/requests/new/${next}`;
  };

  /** Where a request that is not whole goes on: to its receipt, where it was sent before and somebody came back. */
  const sentOr = (request: FastifyRequest, draft: RequestDraft): string =>
    Object.keys(draft).length === 0 && kept.find(request, 'sent') ? '/requests/sent' : onward(draft);

  async function answersOf(draft: RequestDraft): Promise<Omit<AnswersFacts, 'trouble'> | undefined> {
    const asked = wholeRequest(draft);
    if (!asked) return undefined;
    const [terms, parcel] = await Promise.all([readRequestTerms(portal, asked.kind), findCurrent(app, asked.parcelId)]);
    return { ...terms, asked, draft, parcel: parcel && parcelTitle(parcel, 'vi') };
  }

  serve(app, getRequestStartPage, async (_asked, request, reply) => {
    const terms = await Promise.all(
      REQUEST_KINDS.map(async (kind) => ({ kind, ...(await readRequestTerms(portal, kind)) })),
    );
    return requestStartPage(openPage(request, reply), terms).markup;
  });

  serve(app, getRequestQuestionPage, ({ params: { question }, query: { q, id } }, request, reply) =>
    show(request, reply, { question, form: formOf(question, draftOf(request).draft), q, id }),
  );

  serve(app, answerRequestQuestion, async ({ params: { question }, body }, request, reply) => {
    const { draft, key } = draftOf(request);
    const { answer, faults } = readAnswer(question, body);
    if (!answer) {
      reply.code(422);
      return show(request, reply, { question, form: body, faults });
    }
    const next = { draft: { ...draft, ...answer }, key };
    if (!kept.keep(reply, 'draft', next)) {
      reply.code(422);
      const [field = ''] = Object.keys(body);
      return show(request, reply, { question, form: body, faults: { [field]: 'long' } });
    }
    return reply.redirect(onward(next.draft), 303);
  });

  serve(app, getRequestAnswersPage, async (_asked, request, reply) => {
    const { draft } = draftOf(request);
    const facts = await answersOf(draft);
    if (!facts) return reply.redirect(sentOr(request, draft), 303);
    return answersPage(openPage(request, reply), facts).markup;
  });

  serve(app, sendRequestForm, async ({ body }, request, reply) => {
    const { draft, key } = draftOf(request);
    const facts = await answersOf(draft);
    if (!facts) return reply.redirect(sentOr(request, draft), 303);
    const refuse = (trouble: AnswersFacts['trouble']) => {
      reply.code(422);
      return answersPage(openPage(request, reply), { ...facts, trouble }).markup;
    };
    if (body.undertaking !== 'yes') return refuse('undertaking');
    if (facts.parcel === undefined) return refuse('gone');
    try {
      const language = languageOf(request);
      const receipt = await submitRequest(portal, personalDataKey, { asked: facts.asked, key, language });
      const { requester, delivery } = facts.asked;
      const told = requester.email !== undefined || requester.phone !== undefined;
      kept.drop(reply, 'draft');
      const { code: _code, ...known } = receipt;
      const form = kept.keep(reply, 'form', { ...known, asked: facts.asked, parcel: facts.parcel });
      kept.keep(reply, 'sent', { ...receipt, way: delivery.way, told, form });
      return reply.redirect('/requests/sent', 303);
    } catch (error) {
      if (error instanceof Problem && error.code === 'parcel.not_found') return refuse('gone');
      if (error instanceof Problem && error.code === 'paper_request.too_many') return refuse('tooMany');
      throw error;
    }
  });
}
