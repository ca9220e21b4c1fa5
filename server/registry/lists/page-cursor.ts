import { decodeCursor, encodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem/problem.ts';

/** Numbers of records as a cursor carries them. */
export const RECORD_NO = /^\d{1,9}$/;

/**
 * The key of the row behind which a page begins: as many parts as there are patterns, each of its form. Undefined for the
 * first page; throws cursor.invalid for what no list of ours gave.
 */
export function readCursor<const Forms extends readonly RegExp[]>(
  cursor: string | undefined,
  ...forms: Forms
): { [Part in keyof Forms]: string } | undefined {
  if (cursor === undefined) return undefined;
  const key = decodeCursor(cursor) ?? [];
  if (key.length !== forms.length || !forms.every((form, i) => form.test(key[i] ?? ''))) {
    throw new Problem('cursor.invalid');
  }
  return key as { [Part in keyof Forms]: string };
}

/** One page of up to `limit` rows, from the rows of one more than that, with the cursor of the next page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (last: Row) => readonly string[]) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
