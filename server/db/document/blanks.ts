/** The store of numbered blanks and its ledger. A run is serials of one series from the first to the last, none left out. */
import type { BlankMove, BlankMoveKind, BlankRun, BlankStatus } from '../../domain/certificate/blank.ts';
import type { Trx } from '../kit/transaction.ts';

/** What each move makes of a blank, and from what it starts. */
const BECOMES: Readonly<Record<BlankMoveKind, { readonly from: readonly BlankStatus[]; readonly to: BlankStatus }>> = {
  received: { from: [], to: 'received' },
  given: { from: ['received'], to: 'given' },
  returned: { from: ['given'], to: 'received' },
  used: { from: ['given'], to: 'used' },
  spoiled: { from: ['received', 'given', 'lost'], to: 'spoiled' },
  lost: { from: ['received', 'given'], to: 'lost' },
};

/** Puts new serials into the store; how many of them were not there yet. */
export async function insertBlanks(trx: Trx, serials: readonly string[]): Promise<number> {
  const { rowCount } = await trx.query(
    'insert into document.blank (serial) select unnest($1::text[]) on conflict on constraint blank_pkey do nothing',
    [serials],
  );
  return rowCount ?? 0;
}

/** Moves serials that stand where the move begins; how many of them did. */
export async function moveBlanks(
  trx: Trx,
  kind: Exclude<BlankMoveKind, 'received'>,
  serials: readonly string[],
  givenTo: string | null,
): Promise<number> {
  const { from, to } = BECOMES[kind];
  const { rowCount } = await trx.query(
    `update document.blank set status = $2, changed_at = now(),
       given_to = case when $2 = 'received' then null when $2 = 'given' then $3 else given_to end
     where serial = any ($1::text[]) and status = any ($4::text[])`,
    [serials, to, givenTo, from],
  );
  return rowCount ?? 0;
}

export async function findBlank(
  trx: Trx,
  serial: string,
): Promise<{ readonly status: BlankStatus; readonly givenTo: string | null } | undefined> {
  const { rows } = await trx.query<{ status: BlankStatus; givenTo: string | null }>(
    'select status, given_to as "givenTo" from document.blank where serial = $1',
    [serial],
  );
  return rows[0];
}

export interface NewMove extends Omit<BlankMove, 'moveNo' | 'movedAt'> {
  readonly requestKey: string | null;
  readonly asked: Buffer | null;
}

const MOVE = `move_no::float8 as "moveNo", kind, first_serial as "firstSerial", last_serial as "lastSerial", quantity, given_to as "givenTo", reason, document,
  dealing_id as "dealingId", moved_by as "movedBy", moved_at as "movedAt"`;
type MoveRow = Omit<BlankMove, 'movedAt'> & { readonly movedAt: Date };
const toMove = (row: MoveRow): BlankMove => ({ ...row, movedAt: row.movedAt.toISOString() });

export async function insertMove(trx: Trx, move: NewMove): Promise<BlankMove> {
  const { rows } = await trx.query<MoveRow>(
    `insert into document.blank_move (kind, first_serial, last_serial, quantity, given_to, reason, document, dealing_id, moved_by, request_key, asked)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${MOVE}`,
    [
      move.kind,
      move.firstSerial,
      move.lastSerial,
      move.quantity,
      move.givenTo,
      move.reason,
      move.document === null ? null : JSON.stringify(move.document),
      move.dealingId,
      move.movedBy,
      move.requestKey,
      move.asked,
    ],
  );
  return toMove(rows[0]!);
}

/** The move that a request already made, with the digest of what was asked. */
export async function findMoveByRequest(
  trx: Trx,
  movedBy: string,
  requestKey: string,
): Promise<{ readonly move: BlankMove; readonly asked: Buffer } | undefined> {
  const { rows } = await trx.query<MoveRow & { asked: Buffer }>(
    `select ${MOVE}, asked from document.blank_move where moved_by = $1 and request_key = $2`,
    [movedBy, requestKey],
  );
  if (!rows[0]) return undefined;
  const { asked, ...move } = rows[0];
  return { move: toMove(move), asked };
}

/** The ledger, the latest first; of one serial where one is asked for. */
export async function listMoves(trx: Trx, serial: string | null, limit: number): Promise<BlankMove[]> {
  const { rows } = await trx.query<MoveRow>(
    `select ${MOVE} from document.blank_move where $1::text is null or ($1 between first_serial and last_serial)
     order by move_no desc limit $2`,
    [serial, limit],
  );
  return rows.map(toMove);
}

/** What there is now, as runs of serials that have one status and one holder. */
export async function listRuns(trx: Trx, status: BlankStatus | null, limit: number): Promise<BlankRun[]> {
  const { rows } = await trx.query<BlankRun>(
    `select min(serial) as "firstSerial", max(serial) as "lastSerial", count(*)::int as quantity, status, given_to as "givenTo"
     from (select serial, status, given_to, left(serial, 2) as series,
         right(serial, 8)::int - row_number() over (partition by left(serial, 2), status, given_to order by serial) as run
       from document.blank where $1::text is null or status = $1) b
     group by series, status, given_to, run order by 1 limit $2`,
    [status, limit],
  );
  return rows;
}

/** How many of each status there are; all of them together were received. */
export async function countBlanks(trx: Trx): Promise<Partial<Record<BlankStatus, number>>> {
  const { rows } = await trx.query<{ status: BlankStatus; n: number }>(
    'select status, count(*)::int as n from document.blank group by status',
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}
