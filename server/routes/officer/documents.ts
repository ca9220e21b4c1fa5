import type { FastifyInstance } from 'fastify';
import { makeSearchablePdf } from '../../certificates/archive/make-searchable-pdf.ts';
import * as linkDoors from '../../domain/contract/document/document-links.ts';
import * as doors from '../../domain/contract/document/documents.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { languageOf } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import { confirmDocument } from '../../registry/document/confirm-document.ts';
import { decideDocumentLink } from '../../registry/document/decide-link.ts';
import { getDocument } from '../../registry/document/get-document.ts';
import { getDocumentFields } from '../../registry/document/get-document-fields.ts';
import { getDocumentPage } from '../../registry/document/get-document-page.ts';
import { holdDocument, releaseDocument } from '../../registry/document/hold-document.ts';
import { listDocuments } from '../../registry/document/list-documents.ts';
import { placeDocument } from '../../registry/document/place-document.ts';
import { proposeDocumentLinks } from '../../registry/document/propose-links.ts';
import { createReadingCipher } from '../../registry/document/reading-cipher.ts';
import { rejectDocument } from '../../registry/document/reject-document.ts';
import { createSampleDraw } from '../../registry/document/sample-draw.ts';
import { setDocumentField } from '../../registry/document/set-document-field.ts';
import { createWordTokens } from '../../registry/document/word-tokens.ts';
import { createIdentityCipher } from '../../registry/store/identity-cipher.ts';

/** Scanned documents: listed, looked at, confirmed field by field, and put beside parcels by a second person. */
export function documentRoutes(
  app: FastifyInstance,
  { storageDir, personalDataKey }: { readonly storageDir: string; readonly personalDataKey: Buffer },
): void {
  const { app: pool } = app.pools;
  const reading = createReadingCipher(personalDataKey);
  const tokens = createWordTokens(personalDataKey);
  const tools = { reading, identity: createIdentityCipher(personalDataKey), sample: createSampleDraw(personalDataKey) };
  serve(app, doors.listDocuments, ({ query }, request) => listDocuments(pool, actorOf(request), tokens, query));
  serve(app, doors.getDocument, ({ params }, request) =>
    getDocument(pool, actorOf(request), params.id, languageOf(request)),
  );
  serve(app, doors.getDocumentFields, ({ params }, request) =>
    getDocumentFields(pool, actorOf(request), reading, params.id),
  );
  serve(app, doors.getDocumentPage, async ({ params, query }, request, reply) => {
    const store = { pool, storageDir, personalDataKey };
    const bytes = await getDocumentPage(store, actorOf(request), params.id, params.n, query.size ?? 'screen');
    return reply.type('image/jpeg').send(bytes);
  });
  serve(app, doors.getDocumentFile, async ({ params }, request, reply) => {
    const made = await makeSearchablePdf({ pool, storageDir, personalDataKey }, actorOf(request), params.id);
    const name = encodeURIComponent(made.name);
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(Buffer.from(made.bytes));
  });
  serve(app, doors.holdDocument, ({ params }, request) => holdDocument(pool, actorOf(request), params.id));
  serve(app, doors.releaseDocument, ({ params }, request) => releaseDocument(pool, actorOf(request), params.id));
  serve(app, doors.putDocumentField, ({ params, body }, request) => {
    const said = { documentId: params.id, name: params.name, given: body.value, language: languageOf(request) };
    return setDocumentField(pool, actorOf(request), { cipher: reading, tokens }, said);
  });
  serve(app, doors.confirmDocument, ({ params, body }, request) =>
    confirmDocument(pool, actorOf(request), tools, params.id, body.parcelIds),
  );
  serve(app, linkDoors.placeDocument, ({ params, body }, request) =>
    placeDocument(pool, actorOf(request), params.id, body),
  );
  serve(app, doors.rejectDocument, ({ params, body }, request) =>
    rejectDocument(pool, actorOf(request), params.id, body.reason),
  );
  serve(app, linkDoors.proposeDocumentLinks, ({ params, body }, request) =>
    proposeDocumentLinks(pool, actorOf(request), params.id, body.parcelIds),
  );
  serve(app, linkDoors.registerDocumentLink, ({ params }, request) =>
    decideDocumentLink(
      pool,
      actorOf(request),
      { documentId: params.id, parcelId: params.parcelId },
      { status: 'registered' },
    ),
  );
  serve(app, linkDoors.refuseDocumentLink, ({ params, body }, request) => {
    const link = { documentId: params.id, parcelId: params.parcelId };
    return decideDocumentLink(pool, actorOf(request), link, { status: 'refused', reason: body.reason });
  });
}
