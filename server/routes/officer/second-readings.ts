import type { FastifyInstance } from 'fastify';
import * as doors from '../../domain/contract/document/second-readings.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { languageOf } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { createReadingCipher } from '../../registry/document/reading-cipher.ts';
import {
  getSecondReading,
  getSecondReadingRate,
  readAgain,
  settleReadings,
} from '../../registry/document/second-reading.ts';
import { createWordTokens } from '../../registry/document/word-tokens.ts';
import { createIdentityCipher } from '../../registry/store/identity-cipher.ts';

/** Confirmed documents that are read a second time, and what comes of it. */
export function secondReadingRoutes(app: FastifyInstance, personalDataKey: Buffer): void {
  const { app: pool } = app.pools;
  const tools = {
    reading: createReadingCipher(personalDataKey),
    identity: createIdentityCipher(personalDataKey),
    tokens: createWordTokens(personalDataKey),
  };
  serve(app, doors.getSecondReadingRate, (_asked, request) => getSecondReadingRate(pool, actorOf(request)));
  serve(app, doors.getSecondReading, ({ params }, request) =>
    getSecondReading(pool, actorOf(request), tools, params.id),
  );
  serve(app, doors.readAgain, ({ params, body }, request) =>
    readAgain(pool, actorOf(request), tools, {
      documentId: params.id,
      said: body.fields,
      language: languageOf(request),
    }),
  );
  serve(app, doors.settleReadings, ({ params, body }, request) =>
    settleReadings(pool, actorOf(request), tools, {
      documentId: params.id,
      said: body.fields,
      language: languageOf(request),
    }),
  );
}
