/**
 * Lists in an order that is chosen when they are asked for. A place in one is the key of a row and its id, so a list goes
 * on where it was while rows come and go. Rows without a key come last in both directions; equal keys go by id.
 */
import type { Trx } from './transaction.ts';

/** An expression by which rows are ordered. */
export interface SortKey {
  readonly sql: string;
  readonly form: 'number' | 'text' | 'instant';
  /** Table that the expression needs besides those every list of its kind reads. */
  readonly join?: string;
  /** No row is without it: an index serves. */
  readonly never?: 'null';
  /** May hold something of a person, hence is in no cursor: it is read from the row again. */
  readonly personal?: true;
}

/** Which rows there are, and in what order. `values` are bound; what is added later is bound after them. */
export interface ListSource {
  readonly from: string;
  readonly where: readonly string[];
  readonly values: readonly unknown[];
  readonly id: { readonly sql: string; readonly type: 'int' | 'uuid' | 'text' };
  readonly key: SortKey;
  readonly descending: boolean;
}

/** A text as people sort it: accents as in Vietnamese, digits as numbers. */
export const natural = (sql: string): string => `(${sql} collate staging.natural_order)`;

/** Whether a text contains words, accents and case aside. */
export const has = (text: string, words: string): string =>
  `strpos(unaccent(lower(${text})), unaccent(lower(${words}))) > 0`;

/** A row's place. `key` is undefined where it is to be read from the row. */
export interface Seat {
  readonly id: string;
  readonly key: string | null | undefined;
}

/** Microseconds since 1970 for an instant: exact, and nothing that a calendar could refuse. */
const asText = ({ sql, form }: SortKey) =>
  form === 'instant' ? `(extract(epoch from ${sql}) * 1000000)::bigint::text` : `(${sql})::text`;
const asKey = (bound: string, form: SortKey['form']) => {
  if (form === 'text') return `${bound}::text`;
  return form === 'number'
    ? `${bound}::numeric`
    : `('epoch'::timestamptz + ${bound}::bigint * interval '1 microsecond')`;
};

/** Condition for rows behind a seat, or before it. */
function beside(list: ListSource, seat: Seat, side: 'behind' | 'before', bind: (value: unknown) => string): string {
  const { id, key } = list;
  const sign = (side === 'behind') === list.descending ? '<' : '>';
  const own = `${bind(seat.id)}::${id.type}`;
  if (key.sql === id.sql) return `${id.sql} ${sign} ${own}`;
  const byId = `${id.sql} ${sign} ${own}`;
  if (seat.key === undefined) {
    // The key of the row itself; those without one come last.
    const of = `(select ${key.sql} from ${list.from} where ${list.where[0]} and ${id.sql} = ${own})`;
    const [whenNull, orNull] =
      side === 'behind'
        ? [`${key.sql} is null and ${byId}`, ` or ${key.sql} is null`]
        : [`${key.sql} is not null or ${byId}`, ''];
    return `(case when ${of} is null then ${whenNull} else ${key.sql} ${sign} ${of} or (${key.sql} = ${of} and ${byId})${orNull} end)`;
  }
  if (seat.key === null)
    return side === 'behind' ? `(${key.sql} is null and ${byId})` : `(${key.sql} is not null or ${byId})`;
  const value = asKey(bind(seat.key), key.form);
  if (key.never === 'null') return `(${key.sql}, ${id.sql}) ${sign} (${value}, ${own})`;
  const orNull = side === 'behind' ? ` or ${key.sql} is null` : '';
  return `(${key.sql} ${sign} ${value} or (${key.sql} = ${value} and ${byId})${orNull})`;
}

const binder = (list: ListSource) => {
  const values = [...list.values];
  return { values, bind: (value: unknown) => `$${values.push(value)}` };
};

/** Ids and keys of up to `limit` rows: behind a seat, or from the row number `at` (0 is the first). */
export async function listSeats(
  trx: Trx,
  list: ListSource,
  { limit, behind, at = 0 }: { readonly limit: number; readonly behind?: Seat | undefined; readonly at?: number },
): Promise<{ id: string; key: string | null }[]> {
  const { values, bind } = binder(list);
  const where = behind ? [...list.where, beside(list, behind, 'behind', bind)] : list.where;
  const way = list.descending ? 'desc' : 'asc';
  const nulls = list.key.never === 'null' || list.key.sql === list.id.sql ? '' : ' nulls last';
  const order =
    list.key.sql === list.id.sql ? `${list.id.sql} ${way}` : `${list.key.sql} ${way}${nulls}, ${list.id.sql} ${way}`;
  const { rows } = await trx.query<{ id: string; key: string | null }>(
    `select ${list.id.sql}::text as id, ${asText(list.key)} as key from ${list.from} where ${where.join(' and ')} order by ${order} limit ${bind(limit)} offset ${bind(behind ? 0 : at)}`,
    values,
  );
  return rows;
}

/** How many rows there are. */
export async function countListed(trx: Trx, list: ListSource): Promise<number> {
  const { rows } = await trx.query<{ n: number }>(
    `select count(*)::int as n from ${list.from} where ${list.where.join(' and ')}`,
    [...list.values],
  );
  return rows[0]?.n ?? 0;
}

/** How many rows come before this one; null where the list does not have it. */
export async function findPosition(trx: Trx, list: ListSource, id: string): Promise<number | null> {
  const own = binder(list);
  const found = await trx.query<{ key: string | null }>(
    `select ${asText(list.key)} as key from ${list.from} where ${list.where.join(' and ')} and ${list.id.sql} = ${own.bind(id)}::${list.id.type}`,
    own.values,
  );
  const [row] = found.rows;
  if (!row) return null;
  const { values, bind } = binder(list);
  const before = beside(list, { id, key: row.key }, 'before', bind);
  const { rows } = await trx.query<{ n: number }>(
    `select count(*)::int as n from ${list.from} where ${list.where.join(' and ')} and ${before}`,
    values,
  );
  return rows[0]?.n ?? 0;
}
