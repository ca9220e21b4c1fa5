/** Printers and their offsets. */
import type { Printer } from '../../domain/contract/paper/certificates.ts';
import type { Trx } from '../kit/transaction.ts';

const SELECT = `select name, json_build_object('dxMm', front_dx_mm, 'dyMm', front_dy_mm) as front, json_build_object('dxMm', back_dx_mm, 'dyMm', back_dy_mm) as back, duplex
  from document.printer`;

export async function findPrinter(trx: Trx, name: string): Promise<Printer | undefined> {
  const { rows } = await trx.query<Printer>(`${SELECT} where name = $1`, [name]);
  return rows[0];
}

export async function listPrinters(trx: Trx): Promise<Printer[]> {
  const { rows } = await trx.query<Printer>(`${SELECT} order by name`);
  return rows;
}

/** Keeps the offset of a printer, the one before it forgotten. */
export async function savePrinter(trx: Trx, { name, front, back, duplex }: Printer, by: string): Promise<void> {
  await trx.query(
    `insert into document.printer (name, front_dx_mm, front_dy_mm, back_dx_mm, back_dy_mm, duplex, changed_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint printer_pkey do update set front_dx_mm = $2, front_dy_mm = $3, back_dx_mm = $4, back_dy_mm = $5, duplex = $6, changed_by = $7, changed_at = now()`,
    [name, front.dxMm, front.dyMm, back.dxMm, back.dyMm, duplex, by],
  );
}
