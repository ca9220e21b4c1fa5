import type { FastifyInstance } from 'fastify';
import { giveAnswer } from '../certificates/answer/give-answer.ts';
import { listAnswersAboutMe } from '../certificates/answer/list-answers-about-me.ts';
import { publicKeyOf } from '../certificates/answer/sign-statement.ts';
import type { PaperPress } from '../certificates/issue-paper.ts';
import * as doors from '../domain/contract/answers.ts';
import { getOwnRecord as ownRecord } from '../domain/contract/parcel/own-record.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { serve } from '../plugins/serve.ts';
import { getOwnRecord } from '../registry/own/get-own-record.ts';

/** Whether a certificate still holds: for banks and notaries, and who asked: for its holder, with what else the register holds of her. */
export function answerRoutes(app: FastifyInstance, press: PaperPress): void {
  serve(app, doors.giveAnswer, ({ body, idempotencyKey }, request) =>
    giveAnswer(press, actorOf(request), body, idempotencyKey),
  );
  serve(app, doors.listAnswerKeys, async () => ({
    keys: [await publicKeyOf((await press.openSeal()).signerOn(new Date()))],
  }));
  serve(app, doors.listAnswersAboutMe, (_asked, request) =>
    listAnswersAboutMe(press.pool, press.personalDataKey, actorOf(request)),
  );
  serve(app, ownRecord, (_asked, request) => getOwnRecord(press.pool, press.personalDataKey, actorOf(request)));
}
