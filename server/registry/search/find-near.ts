import { listNear, listSheetNumbers, type ParcelSearch, searchParcels } from '../../db/portal/search.ts';
import { wholeNumbersIn } from '../../domain/land-number.ts';
import { publishParcel } from '../../domain/publication/publish-parcel.ts';
import type { ParcelNumbers } from '../../domain/question/read-parcel.ts';
import type { Found, SearchContext } from './search-context.ts';

/** What is near is help, not an answer: a few. */
const NEAR = 6;
const MOST_SHEETS = 200;

/**
 * What is missing where a question for a sheet or parcel found nothing, and what is near it: on the sheet that was named
 * the next numbers, without one there its other sheets, and the same number in other places. `there` is the land that was
 * named, or all; undefined where nothing has the name of the place.
 */
export async function findNear(
  context: SearchContext,
  { sheet, no }: ParcelNumbers,
  there: ParcelSearch | undefined,
  inPlace: boolean,
): Promise<Pick<Found, 'missing' | 'near' | 'sheets'>> {
  const { pool, policy, before } = context;
  const elsewhere =
    inPlace && sheet !== undefined
      ? await searchParcels(pool, { sheet, ...(no !== undefined && { no }), before }, NEAR)
      : [];
  const published = (rows: typeof elsewhere) =>
    rows.length > 0 ? { near: rows.slice(0, NEAR).map((row) => publishParcel(policy, row)) } : {};
  if (!there) return { missing: 'place', ...published(elsewhere) };
  if (sheet === undefined) return { missing: 'parcel' };
  const numbers = no === undefined ? [] : wholeNumbersIn(no);
  const beside = await listNear(pool, { ...there, sheet }, numbers, NEAR);
  if (beside.length > 0) return { missing: 'parcel', ...published(beside) };
  const sheets = inPlace ? await listSheetNumbers(pool, there, MOST_SHEETS) : [];
  const missing = sheets.includes(sheet) ? 'parcel' : 'sheet';
  return { missing, ...published(elsewhere), ...(sheets.length > 0 && { sheets }) };
}
