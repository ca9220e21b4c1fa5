/** Rows of look-ups and their answers, in their order. */
import type { JudgedRow } from '../../domain/lookup/judge-row.ts';
import type { LookupOutcome, LookupReason } from '../../domain/lookup/lookup-outcome.ts';
import type { Trx } from '../kit/transaction.ts';

/** Adds sealed rows from a number on. */
export async function insertLookupRows(
  trx: Trx,
  lookupId: string,
  firstNo: number,
  given: readonly Buffer[],
): Promise<void> {
  await trx.query(
    `insert into lookup.row (lookup_id, row_no, given)
     select $1, $2::int + (g.i - 1)::int, decode(g.given, 'base64') from unnest($3::text[]) with ordinality as g(given, i)`,
    [lookupId, firstNo, given.map((bytes) => bytes.toString('base64'))],
  );
}

export interface GivenRow {
  readonly rowNo: number;
  readonly given: Buffer;
}

export async function listGivenRows(trx: Trx, lookupId: string, after: number, limit: number): Promise<GivenRow[]> {
  const { rows } = await trx.query<GivenRow>(
    'select row_no as "rowNo", given from lookup.row where lookup_id = $1 and row_no > $2 order by row_no limit $3',
    [lookupId, after, limit],
  );
  return rows;
}

export interface AnsweredRow extends GivenRow {
  readonly outcome: LookupOutcome;
  readonly reason: LookupReason | null;
  readonly parcelIds: readonly string[];
  readonly more: boolean;
}

/** Answered rows after a number, of one outcome or of all. */
export async function listAnsweredRows(
  trx: Trx,
  lookupId: string,
  filter: { readonly outcome: LookupOutcome | null; readonly after: number; readonly limit: number },
): Promise<AnsweredRow[]> {
  const { rows } = await trx.query<AnsweredRow>(
    `select a.row_no as "rowNo", r.given, a.outcome, a.reason, a.parcel_ids::text[] as "parcelIds", a.more
     from lookup.answer a join lookup.row r using (lookup_id, row_no)
     where a.lookup_id = $1 and a.row_no > $2 and ($3::text is null or a.outcome = $3) order by a.row_no limit $4`,
    [lookupId, filter.after, filter.outcome, filter.limit],
  );
  return rows;
}

/** Begins, or goes on: one more attempt, and the moment of the register that all rows are answered for, set once. */
export async function startLookup(trx: Trx, lookupId: string, asOf: string): Promise<void> {
  await trx.query(
    `update lookup.lookup set state = 'running', attempts = attempts + 1, as_of = coalesce(as_of, date_trunc('milliseconds', $2::timestamptz))
     where lookup_id = $1 and state in ('queued', 'running')`,
    [lookupId, asOf],
  );
}

/** Gives up: what was answered stays. */
export async function failLookup(trx: Trx, lookupId: string): Promise<void> {
  await trx.query(
    `update lookup.lookup set state = 'failed', ended_at = clock_timestamp() where lookup_id = $1 and state in ('queued', 'running')`,
    [lookupId],
  );
}

/** Keeps the answers of the rows after `done`. False, and nothing kept, where another run has been there or it was taken away. */
export async function keepAnswers(
  trx: Trx,
  lookupId: string,
  done: number,
  answers: readonly (JudgedRow & { readonly rowNo: number })[],
): Promise<boolean> {
  const count = (outcome: LookupOutcome) => answers.filter((answer) => answer.outcome === outcome).length;
  const { rowCount } = await trx.query(
    `update lookup.lookup set done = done + $3, matched = matched + $4, ambiguous = ambiguous + $5, not_matched = not_matched + $6,
       not_understood = not_understood + $7, attempts = 0, state = case when done + $3 = rows then 'done' else 'running' end,
       ended_at = case when done + $3 = rows then clock_timestamp() end
     where lookup_id = $1 and done = $2 and state = 'running'`,
    [
      lookupId,
      done,
      answers.length,
      count('matched'),
      count('ambiguous'),
      count('not_matched'),
      count('not_understood'),
    ],
  );
  if (rowCount !== 1) return false;
  await trx.query(
    `insert into lookup.answer (lookup_id, row_no, outcome, reason, parcel_ids, more)
     select $1, a.row_no, a.outcome, a.reason, string_to_array(a.ids, ',')::uuid[], a.more
     from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::boolean[]) as a(row_no, outcome, reason, ids, more)`,
    [
      lookupId,
      answers.map(({ rowNo }) => rowNo),
      answers.map(({ outcome }) => outcome),
      answers.map(({ reason }) => reason),
      answers.map(({ parcelIds }) => parcelIds.join(',')),
      answers.map(({ more }) => more),
    ],
  );
  return true;
}
