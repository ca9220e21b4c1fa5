import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { giveAnswer } from '../../certificates/answer/give-answer.ts';
import { listOwnAnswers } from '../../certificates/answer/list-own-answers.ts';
import type { PaperPress } from '../../certificates/issue-paper.ts';
import { PLAIN_TEXT } from '../../domain/batch/correction.ts';
import { ANSWER_LENGTHS, type AskedAnswer } from '../../domain/contract/answers.ts';
import { type AnswerForm, getAnswersPage, sendAnswerForm } from '../../domain/contract/portal/answer-pages.ts';
import { Problem, problemReply } from '../../domain/problem/problem.ts';
import { type AnswerField, type AnswersFacts, answersPage } from '../../pages/business/answers-page.ts';
import { pageWords } from '../../pages/words.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { languageOf, openPage } from '../../plugins/reply/page-frame.ts';
import { readForms } from '../../plugins/request/read-forms.ts';
import { serve } from '../../plugins/serve.ts';
import { findTypedParcel } from '../../registry/portal/find-typed-parcel.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The page on which a bank or notary asks about a certificate. */
export async function answerPageRoutes(root: FastifyInstance, press: PaperPress): Promise<void> {
  await root.register(async (app) => {
    readForms(app);
    openPages(app, press);
  });
}

/** What is wrong with a field before anything is asked; each is said with the others. */
function readForm(form: AnswerForm, request: FastifyRequest) {
  const words = pageWords(languageOf(request));
  const plain = (text: string | undefined) => (text ?? '').replace(/\p{Cc}/gu, ' ').trim();
  const given = { serial: plain(form.serial), parcel: plain(form.parcel), matter: plain(form.matter) };
  const faults: Partial<Record<AnswerField, string>> = {};
  for (const field of ['serial', 'parcel', 'matter'] as const)
    if (given[field] === '') faults[field] = words(`bank.${field}Missing`);
    else if (!new RegExp(PLAIN_TEXT, 'u').test(given[field])) faults[field] = words('bank.notPlain');
  for (const field of ['serial', 'matter'] as const)
    if ([...given[field]].length > ANSWER_LENGTHS[field])
      faults[field] = words('bank.tooLong', { most: String(ANSWER_LENGTHS[field]) });
  return { given, faults };
}

function openPages(app: FastifyInstance, press: PaperPress): void {
  const { portal } = app.pools;
  const show = async (request: FastifyRequest, reply: FastifyReply, sent?: AnswersFacts['sent']) => {
    const own = await listOwnAnswers(press.pool, actorOf(request));
    return answersPage(openPage(request, reply), { ...own, key: randomUUID(), ...(sent && { sent }) }).markup;
  };
  const isForm = (request: FastifyRequest) =>
    request.headers['content-type']?.startsWith(sendAnswerForm.bodyMedia) === true;
  /** Where a problem of the question is said; any other, and programs that send no form, are answered as everywhere. */
  const faultsOf = (error: unknown, request: FastifyRequest): Partial<Record<AnswerField, string>> => {
    if (!(error instanceof Problem) || !isForm(request) || !/^(answer|parcel)\./.test(error.code)) throw error;
    const { title, detail } = problemReply(error, languageOf(request));
    return { [error.code === 'parcel.not_found' ? 'parcel' : 'serial']: `${title}. ${detail}` };
  };
  serve(app, getAnswersPage, (_asked, request, reply) => show(request, reply));
  serve(app, sendAnswerForm, async ({ body }, request, reply) => {
    const { given, faults } = readForm(body, request);
    const wrong = (why: typeof faults) => {
      reply.code(422);
      return show(request, reply, { form: body, faults: why });
    };
    const errors = Object.entries(faults).map(([field, message]) => ({ field, message }));
    if (errors.length > 0 && !isForm(request)) throw new Problem('request.invalid', { errors });
    if (errors.length > 0) return wrong(faults);
    try {
      const asked: AskedAnswer = {
        serial: given.serial,
        parcelId: await findTypedParcel(portal, given.parcel),
        matterNo: given.matter,
      };
      const key = UUID.test(body.key ?? '') ? body.key! : randomUUID();
      const { answerId } = await giveAnswer(press, actorOf(request), asked, key);
      return reply.redirect(`/business/answers#a-${answerId}`, 303);
    } catch (error) {
      return wrong(faultsOf(error, request));
    }
  });
}
