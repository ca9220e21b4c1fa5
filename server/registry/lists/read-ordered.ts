import { createHash } from 'node:crypto';
import { countListed, findPosition, type ListSource, listSeats, type Seat } from '../../db/kit/ordered-list.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { decodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { pageOf } from './page-cursor.ts';

/** What every ordered list can be asked. */
export interface OrderedRequest {
  readonly sort?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly start?: number | undefined;
  readonly around?: string | number | undefined;
}

/** One page by its ids. */
export interface OrderedPage {
  readonly ids: string[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly start: number | null;
}

interface From {
  readonly behind?: Seat;
  readonly start: number;
  /** Counted with the first page. */
  readonly total?: number;
}

const ID = { int: /^\d{1,9}$/, uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, text: /^[\s\S]{1,200}$/ };
const KEY = { number: /^-?\d{1,15}(\.\d{1,6})?$/, text: /^[\s\S]{0,600}$/, instant: /^-?\d{1,17}$/ };
const COUNT = /^\d{1,9}$/;

/** Which list a cursor is of: what was asked but for the place, and of what batch. Names the caller, who sees her own rows. */
function listMark(of: string, asked: OrderedRequest): string {
  const { limit: _limit, cursor: _cursor, start: _start, around: _around, ...rest } = asked;
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined);
  return createHash('sha256')
    .update(JSON.stringify([of, entries.sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('base64url')
    .slice(0, 16);
}

/** Cursor: mark, `v` a key, `n` no key or `r` the key of the row itself, key, id, rows so far, total. */
function readFrom(asked: OrderedRequest, list: ListSource, mark: string): From {
  if (asked.cursor === undefined) return { start: asked.start ?? 0 };
  const refuse = () => new Problem('cursor.invalid');
  if (asked.start !== undefined || asked.around !== undefined) throw refuse();
  const [of, kind = '', key = '', id = '', start = '', total = '', ...more] = decodeCursor(asked.cursor) ?? [];
  if (of !== mark || more.length > 0 || !ID[list.id.type].test(id)) throw refuse();
  if (!COUNT.test(start) || !COUNT.test(total)) throw refuse();
  if (kind !== (list.key.personal ? 'r' : kind === 'n' ? 'n' : 'v')) throw refuse();
  if (kind === 'v' ? !KEY[list.key.form].test(key) : key !== '') throw refuse();
  const seat = { id, key: kind === 'v' ? key : kind === 'n' ? null : undefined };
  return { behind: seat, start: Number(start), total: Number(total) };
}

/**
 * One page of a list, by ids. `of` says which list it is and for whom. The count is made for the first page and goes along
 * in the cursor, so that walking a list counts once.
 */
export async function readOrdered(
  trx: Trx,
  list: ListSource,
  asked: OrderedRequest,
  { of, limit }: { readonly of: string; readonly limit: number },
): Promise<OrderedPage> {
  const mark = listMark(of, asked);
  const from = readFrom(asked, list, mark);
  const total = from.total ?? (await countListed(trx, list));
  let { start } = from;
  if (asked.around !== undefined) {
    const position = await findPosition(trx, list, String(asked.around));
    if (position === null) return { ids: [], nextCursor: null, total, start: null };
    start = position - (position % limit);
  }
  const seats = await listSeats(trx, list, { limit: limit + 1, behind: from.behind, at: start });
  const place = (seat: { id: string; key: string | null }) => {
    if (list.key.personal) return ['r', '', seat.id];
    return seat.key === null ? ['n', '', seat.id] : ['v', seat.key, seat.id];
  };
  const { page, nextCursor } = pageOf(seats, limit, (last) => [
    mark,
    ...place(last),
    String(start + limit),
    String(total),
  ]);
  return { ids: page.map(({ id }) => id), nextCursor, total, start };
}
