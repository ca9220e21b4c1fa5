/** Schema lookup: what was asked and how far the answer is. Row-level security shows everybody his own. */
import type { LookupState } from '../../domain/lookup/lookup-bounds.ts';
import type { LookupOutcome } from '../../domain/lookup/lookup-outcome.ts';
import type { Scope, Trx } from '../kit/transaction.ts';

/** Who answers look-ups: sees all of them, and nobody signs in under this name. */
export const LOOKUP_WORKER = 'lookup-worker';

export interface NewLookup {
  readonly lookupId: string;
  readonly owner: string;
  readonly key: string;
  readonly asked: Buffer;
  readonly audience: 'public' | 'staff';
  readonly communes: Scope['communes'];
  /** Sealed. */
  readonly head: Buffer;
  readonly purpose: string | null;
  readonly rows: number;
}

export interface LookupRow {
  readonly lookupId: string;
  readonly owner: string;
  readonly asked: Buffer;
  readonly audience: 'public' | 'staff';
  readonly communes: Scope['communes'];
  readonly head: Buffer;
  readonly purpose: string | null;
  readonly rows: number;
  readonly done: number;
  readonly counts: Readonly<Record<LookupOutcome, number>>;
  readonly state: LookupState;
  readonly attempts: number;
  readonly asOf: Date | null;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly keepUntil: string;
}

const COLUMNS = `lookup_id as "lookupId", owner, asked, audience, communes, head, purpose, rows, done, matched, ambiguous,
  not_matched, not_understood, state, attempts, as_of as "asOf", asked_at as "askedAt", ended_at as "endedAt", keep_until::text as "keepUntil"`;

type Columns = Omit<LookupRow, 'counts' | 'communes'> & Record<LookupOutcome, number> & { readonly communes: string };

function toLookup({ matched, ambiguous, not_matched, not_understood, communes, ...row }: Columns): LookupRow {
  return {
    ...row,
    communes: communes === '*' ? '*' : communes.split(',').filter((code) => code !== ''),
    counts: { matched, ambiguous, not_matched, not_understood },
  };
}

/** Keeps it for as many days as the setting says, from today on. False: there is one under this key already. */
export async function insertLookup(trx: Trx, lookup: NewLookup, today: string): Promise<boolean> {
  const communes = lookup.communes === '*' ? '*' : lookup.communes.join(',');
  const { rowCount } = await trx.query(
    `insert into lookup.lookup (lookup_id, owner, request_key, asked, audience, communes, head, purpose, rows, keep_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::date + coalesce(reference.setting_on('lookup_keep_days', $10::date), 30)::int)
     on conflict on constraint lookup_key do nothing`,
    [
      lookup.lookupId,
      lookup.owner,
      lookup.key,
      lookup.asked,
      lookup.audience,
      communes,
      lookup.head,
      lookup.purpose,
      lookup.rows,
      today,
    ],
  );
  return rowCount === 1;
}

export async function findLookupByKey(trx: Trx, owner: string, key: string): Promise<LookupRow | undefined> {
  const { rows } = await trx.query<Columns>(
    `select ${COLUMNS} from lookup.lookup where owner = $1 and request_key = $2`,
    [owner, key],
  );
  return rows[0] && toLookup(rows[0]);
}

/** One that the scope sees; `lock` holds it to the end of the transaction. */
export async function findLookup(trx: Trx, lookupId: string, lock = false): Promise<LookupRow | undefined> {
  const { rows } = await trx.query<Columns>(
    `select ${COLUMNS} from lookup.lookup where lookup_id = $1${lock ? ' for update' : ''}`,
    [lookupId],
  );
  return rows[0] && toLookup(rows[0]);
}

/** Up to `limit` of an owner, the latest first, after one of them. */
export async function listLookups(
  trx: Trx,
  owner: string,
  limit: number,
  after: { readonly askedAt: string; readonly lookupId: string } | null,
): Promise<LookupRow[]> {
  const { rows } = await trx.query<Columns>(
    `select ${COLUMNS} from lookup.lookup where owner = $1 and ($2::timestamptz is null or (asked_at, lookup_id) < ($2::timestamptz, $3::uuid))
     order by asked_at desc, lookup_id desc limit $4`,
    [owner, after?.askedAt ?? null, after?.lookupId ?? null, limit],
  );
  return rows.map(toLookup);
}

export async function deleteLookup(trx: Trx, lookupId: string): Promise<boolean> {
  const { rowCount } = await trx.query('delete from lookup.lookup where lookup_id = $1', [lookupId]);
  return rowCount === 1;
}

/** Takes away what has been kept for its time: at most `limit` at once, and counts of use of more than a year ago. */
export async function sweepLookups(trx: Trx, today: string, limit: number): Promise<number> {
  const { rowCount } = await trx.query(
    `delete from lookup.lookup where lookup_id in (select lookup_id from lookup.lookup where keep_until < $1::date order by keep_until limit $2)`,
    [today, limit],
  );
  await trx.query(`delete from lookup.use where day < $1::date - 400`, [today]);
  return rowCount ?? 0;
}
