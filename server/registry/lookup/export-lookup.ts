import type pg from 'pg';
import { listAnsweredRows } from '../../db/lookup/lookup-rows.ts';
import type { Actor } from '../../domain/actor.ts';
import { dayOf } from '../../domain/legal-day.ts';
import type { LookupOutcome } from '../../domain/lookup/lookup-outcome.ts';
import { type FilledRow, type ResultColumn, resultColumns } from '../../domain/lookup/result-columns.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { Language } from '../../domain/words/language.ts';
import { asStaff } from '../kit/as-staff.ts';
import { requireLookup } from './get-lookup.ts';
import { type LookupPools, policyOf, readParcelsOf } from './list-lookup-rows.ts';

export interface AskedFile {
  readonly outcome: LookupOutcome | null;
  readonly language: Language;
  readonly publicUrl: string;
}

export interface ExportedRow extends FilledRow {
  /** Cells as they came. */
  readonly given: readonly string[];
}

/** A filled table, read as it is written: a page of rows at a time. */
export interface LookupExport {
  readonly name: string;
  readonly heads: readonly string[];
  readonly columns: readonly ResultColumn[];
  readonly asOf: Date;
  /** Whether boundaries and points may be told. */
  readonly hasGeometry: boolean;
  pages(): AsyncGenerator<readonly ExportedRow[]>;
  /** Under which a browser saves it, without an ending. */
  readonly fileName: string;
}

const PAGE = 1_000;

/** What the file of a look-up holds. Throws lookup.not_done while rows are unanswered, lookup.not_found, publication.closed. */
export async function exportLookup(
  pools: LookupPools,
  actor: Actor,
  lookupId: string,
  { outcome, language, publicUrl }: AskedFile,
): Promise<LookupExport> {
  const { pool, portal, cipher } = pools;
  const lookup = await asStaff(pool, actor, (trx) => requireLookup(trx, actor, lookupId));
  const { asOf, state } = lookup;
  if (state !== 'done' || !asOf) throw new Problem('lookup.not_done', { state, retryAfter: 2 });
  const policy = await policyOf(portal, lookup);
  const { name, heads } = cipher.openHead(lookup.head);
  async function* pages(): AsyncGenerator<readonly ExportedRow[]> {
    for (let after = 0; ; ) {
      const rows = await readPage(pool, actor, lookupId, outcome, after);
      const last = rows.at(-1);
      if (!last) return;
      const parcels = await readParcelsOf(portal, rows, asOf!);
      yield rows.map((row) => ({
        rowNo: row.rowNo,
        given: cipher.openCells(row.given),
        outcome: row.outcome,
        reason: row.reason,
        parcels: row.parcelIds.flatMap((id) => parcels.get(id) ?? []),
        more: row.more,
      }));
      after = last.rowNo;
    }
  }
  return {
    name,
    heads,
    columns: resultColumns(policy, { asOf, outcome, language, publicUrl }, heads),
    asOf,
    hasGeometry: policy.allows('geometry'),
    pages,
    fileName: `lookup-${dayOf(asOf)}-${lookupId.slice(0, 8)}`,
  };
}

const readPage = (pool: pg.Pool, actor: Actor, lookupId: string, outcome: LookupOutcome | null, after: number) =>
  asStaff(pool, actor, (trx) => listAnsweredRows(trx, lookupId, { outcome, after, limit: PAGE }));
