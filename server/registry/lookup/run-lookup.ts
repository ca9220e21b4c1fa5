import type pg from 'pg';
import { logPartyReading } from '../../db/audit/read-log.ts';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { inTransaction, type Trx } from '../../db/kit/transaction.ts';
import { failLookup, keepAnswers, listGivenRows, startLookup } from '../../db/lookup/lookup-rows.ts';
import { findLookup, LOOKUP_WORKER, type LookupRow } from '../../db/lookup/lookups.ts';
import { findMoments } from '../../db/ogc/moments.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import { MOST_CANDIDATES } from '../../domain/lookup/lookup-bounds.ts';
import { type ReadRow, type RowCells, readRow } from '../../domain/lookup/read-row.ts';
import { EVERYTHING, requireOpen } from '../../domain/publication/publication-policy.ts';
import type { LookupCipher, LookupHead } from './lookup-cipher.ts';
import { openPlaces } from './match-place.ts';
import { type MatchParts, matchRows } from './match-rows.ts';

export interface LookupRun {
  /** Keeps answers, and asks what only staff may. */
  readonly pool: pg.Pool;
  /** Role diaba_portal: what it cannot read can be in no answer to a business. */
  readonly portal: pg.Pool;
  readonly cipher: LookupCipher;
  /** Whether to stop after the rows in hand: the rest waits. */
  readonly stopping?: () => boolean;
}

/** The first rows are few, so that there is something to see at once. */
const FIRST_ROWS = 100;
const ROWS_AT_ONCE = 1_000;
/** A look-up that breaks off as often waits for nobody any more. */
export const MOST_ATTEMPTS = 5;

/** Cells by what their columns hold. */
function cellsOf(cells: readonly string[], { fields }: LookupHead): RowCells {
  const row: RowCells = {};
  for (const [i, field] of fields.entries()) {
    const cell = cells[i]?.trim();
    if (field !== null && cell) row[field] = cell;
  }
  return row;
}

async function begin({ pool, portal }: LookupRun, lookupId: string): Promise<LookupRow | undefined> {
  const { asOf } = await findMoments(portal, null, null);
  return inTransaction(pool, { id: LOOKUP_WORKER, communes: [] }, async (trx) => {
    const lookup = await findLookup(trx, lookupId, true);
    if (lookup?.state !== 'queued' && lookup?.state !== 'running') return undefined;
    if (lookup.attempts >= MOST_ATTEMPTS) {
      await failLookup(trx, lookupId);
      const body = { rows: lookup.rows, done: lookup.done };
      await writeAudit(trx, {
        actor: LOOKUP_WORKER,
        action: 'lookup.failed',
        subjectKind: 'lookup',
        subjectId: lookupId,
        body,
      });
      return undefined;
    }
    await startLookup(trx, lookupId, asOf);
    return findLookup(trx, lookupId);
  });
}

/**
 * Answers a look-up, or what a run before it left: row after row, a thousand at a time, each thousand with its count in one transaction. A
 * second run of the same look-up finds its rows answered and stops. Whose numbers led to a person is in the read log before anybody sees it.
 */
export async function runLookup(run: LookupRun, lookupId: string): Promise<void> {
  const lookup = await begin(run, lookupId);
  if (!lookup?.asOf) return;
  const { pool, portal, cipher } = run;
  const head = cipher.openHead(lookup.head);
  const isStaff = lookup.audience === 'staff';
  const policy = isStaff ? EVERYTHING : await readChannelPolicy(portal, 'lookup');
  requireOpen(policy);
  const context = { pool: portal, policy, limit: MOST_CANDIDATES, at: undefined, before: lookup.asOf, typing: false };
  const act = <T>(work: (trx: Trx) => Promise<T>) =>
    inTransaction(pool, { id: LOOKUP_WORKER, communes: lookup.communes }, work);
  const parts: MatchParts = { context, placeOf: openPlaces(context), hashIdentity: cipher.hashIdentity, asStaff: act };
  const known: Parameters<typeof readRow>[2] = new Map();
  let { done } = lookup;
  while (done < lookup.rows) {
    if (run.stopping?.()) throw new Error('this worker is stopping');
    const given = await act((trx) => listGivenRows(trx, lookupId, done, done === 0 ? FIRST_ROWS : ROWS_AT_ONCE));
    // Taken away by who asked.
    if (given.length === 0) return;
    const read = given.map((row): ReadRow => readRow(cellsOf(cipher.openCells(row.given), head), isStaff, known));
    const { rows, partyIds } = await matchRows(parts, read);
    const answers = rows.map((row, i) => ({ ...row, rowNo: given[i]!.rowNo }));
    const kept = await act(async (trx) => {
      const mine = await keepAnswers(trx, lookupId, done, answers);
      if (mine) await logPartyReading(trx, { actor: lookup.owner, partyIds, purpose: lookup.purpose ?? 'lookup' });
      return mine;
    });
    if (!kept) return;
    done += answers.length;
  }
}
