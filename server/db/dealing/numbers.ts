/** Numbers of parcels within their sheet: taken once, never given again. */
import { dealingStates } from '../../domain/dealing/dealing-state.ts';
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

/** Takes the next free numbers of a sheet; nobody else gets them, ever. */
export async function takeNumbers(trx: Trx, sheetId: string, howMany: number): Promise<string[]> {
  const { rows } = await trx.query<{ no: string }>(
    prepared('select cadastre.take_numbers($1, $2) as no', [sheetId, howMany]),
  );
  return rows.map(({ no }) => no);
}

/** The number that {@link takeNumbers} would give first. */
export async function nextNumber(trx: Trx, sheetId: string): Promise<number> {
  const { rows } = await trx.query<{ next: number }>(
    prepared('select next_parcel_no as next from cadastre.sheet where sheet_id = $1', [sheetId]),
  );
  return rows[0]!.next;
}

/** Which of these numbers were ever given on the sheet, or are held for an open dealing. */
export async function listTakenNumbers(trx: Trx, sheetId: string, numbers: readonly string[]): Promise<string[]> {
  const { rows } = await trx.query<{ no: string }>(
    prepared(
      `select parcel_no as no from cadastre.parcel_version where sheet_id = $1 and parcel_no = any($2)
     union select p.parcel_no from dealing.pending_parcel p join dealing.dealing d using (dealing_id)
     where p.sheet_id = $1 and p.parcel_no = any($2) and p.role = 'raised' and d.status = any($3)`,
      [sheetId, numbers, dealingStates('lodged')],
    ),
  );
  return rows.map(({ no }) => no);
}

/** Numbers given by hand are passed over when the next free one is asked for. */
export async function passNumbers(trx: Trx, sheetId: string, highest: number): Promise<void> {
  await trx.query(
    prepared('update cadastre.sheet set next_parcel_no = greatest(next_parcel_no, $2 + 1) where sheet_id = $1', [
      sheetId,
      highest,
    ]),
  );
}

/** The next free number of each sheet touched: past the highest whole number in use. */
export async function raiseNextNumbers(trx: Trx, dealingId: string): Promise<void> {
  await trx.query(
    prepared(
      `update cadastre.sheet s set next_parcel_no = greatest(s.next_parcel_no, n.highest + 1)
     from (select sheet_id, max(case when parcel_no ~ '^[0-9]{1,8}$' then parcel_no::int else 0 end) as highest
           from cadastre.parcel_version where raised_by = $1 group by sheet_id) n
     where n.sheet_id = s.sheet_id`,
      [dealingId],
    ),
  );
}
