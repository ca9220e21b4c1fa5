import { listTakenNumbers, nextNumber, passNumbers, takeNumbers } from '../../../db/dealing/numbers.ts';
import type { Trx } from '../../../db/kit/transaction.ts';

/** Numbers of new parcels of a sheet: those given, else the next free ones; and which of those given nobody may have any more. */
export async function proposeNumbers(
  trx: Trx,
  sheetId: string,
  howMany: number,
  given: readonly string[] | undefined,
): Promise<{ readonly numbers: string[]; readonly taken: string[] }> {
  const next = await nextNumber(trx, sheetId);
  const numbers = Array.from({ length: howMany }, (_, at) => given?.[at] ?? String(next + at));
  if (!given) return { numbers, taken: [] };
  const gone = new Set(await listTakenNumbers(trx, sheetId, numbers));
  return { numbers, taken: numbers.filter((no, at) => gone.has(no) || numbers.indexOf(no) !== at) };
}

/** Takes the numbers: those given are passed over from then on, and nobody else gets the next free ones. */
export async function claimNumbers(
  trx: Trx,
  sheetId: string,
  howMany: number,
  given: readonly string[] | undefined,
): Promise<string[]> {
  if (!given) return takeNumbers(trx, sheetId, howMany);
  const highest = Math.max(...given.map((no) => (/^[0-9]{1,8}$/.test(no) ? Number(no) : 0)));
  await passNumbers(trx, sheetId, highest);
  return [...given];
}
