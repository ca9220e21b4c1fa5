import type { FastifyInstance } from 'fastify';
import { printCertificate, printRuler } from '../../certificates/certificate/print-certificate.ts';
import { getCertificate, listCertificates } from '../../certificates/certificate/read-certificates.ts';
import type { PaperPress } from '../../certificates/issue-paper.ts';
import * as stock from '../../domain/contract/paper/blanks.ts';
import * as doors from '../../domain/contract/paper/certificates.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';
import { keepPrinter, listPrinters } from '../../registry/blank/keep-printer.ts';
import { moveBlanks } from '../../registry/blank/move-blanks.ts';
import { readLedger, readStock } from '../../registry/blank/read-blanks.ts';

/** Shown by the browser itself, which prints it. */
const inline = (name: string) => `inline; filename="${name.replaceAll(/[^A-Za-z0-9._-]/g, '')}.pdf"`;

/** Certificates, what is printed of them, and the blanks they are printed on. */
export function certificateRoutes(app: FastifyInstance, press: PaperPress): void {
  const { pool } = press;
  serve(app, doors.listCertificates, ({ query }, request) => listCertificates(pool, actorOf(request), query.parcelId));
  serve(app, doors.getCertificate, ({ params }, request) => getCertificate(press, actorOf(request), params.serial));
  serve(app, doors.printCertificate, async ({ params, query }, request, reply) => {
    const bytes = await printCertificate(press, actorOf(request), { ...params, ...query });
    return reply.header('content-disposition', inline(params.serial)).type('application/pdf').send(bytes);
  });
  serve(app, doors.printCertificateChange, async ({ params: { serial, n }, query }, request, reply) => {
    const bytes = await printCertificate(press, actorOf(request), { serial, change: n, ...query });
    return reply
      .header('content-disposition', inline(`${serial}-${n}`))
      .type('application/pdf')
      .send(bytes);
  });
  serve(app, doors.listPrinters, (_asked, request) => listPrinters(pool, actorOf(request)));
  serve(app, doors.keepPrinter, ({ params, body }, request) =>
    keepPrinter(pool, actorOf(request), { ...params, ...body }),
  );
  serve(app, doors.printRuler, async ({ params }, request, reply) => {
    const bytes = await printRuler(pool, actorOf(request), params.name);
    return reply
      .header('content-disposition', inline(`ruler-${params.name}`))
      .type('application/pdf')
      .send(bytes);
  });
  serve(app, stock.getBlankStock, ({ query }, request) => readStock(pool, actorOf(request), query.status));
  serve(app, stock.listBlankMoves, ({ query }, request) => readLedger(pool, actorOf(request), query.serial));
  serve(app, stock.moveBlanks, ({ body, idempotencyKey }, request) =>
    moveBlanks(pool, actorOf(request), body, idempotencyKey),
  );
}
