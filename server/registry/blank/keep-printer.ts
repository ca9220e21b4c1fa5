/** Printers of the offices, with the offset at which each prints onto blanks. */
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { listPrinters as listRows, savePrinter } from '../../db/document/printers.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Printer } from '../../domain/contract/paper/certificates.ts';
import { asStaff } from '../kit/as-staff.ts';

export const listPrinters = (pool: pg.Pool, actor: Actor): Promise<{ items: Printer[] }> =>
  asStaff(pool, actor, async (trx) => ({ items: await listRows(trx) }));

/** The same again is the same. */
export const keepPrinter = (pool: pg.Pool, actor: Actor, printer: Printer): Promise<Printer> =>
  asStaff(pool, actor, async (trx) => {
    await savePrinter(trx, printer, actor.id);
    await writeAudit(trx, {
      actor: actor.id,
      action: 'printer.kept',
      subjectKind: 'printer',
      subjectId: printer.name,
      body: { front: printer.front, back: printer.back, duplex: printer.duplex },
    });
    return printer;
  });
