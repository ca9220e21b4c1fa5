import type { HistoryRow } from '../../db/review/batch-history.ts';
import { type BatchAct, batchAct, type Reception } from '../../domain/batch/batch-event.ts';
import type { BatchEvent } from '../../domain/contract/batch/batch-history.ts';
import { isPersonal } from './show-record.ts';

/** The actor of the command line. */
const IMPORT_CLI = 'import-cli';

/** Under which word of its body an act keeps its number, where it lists no records. */
const COUNTED: Partial<Record<BatchAct, readonly string[]>> = {
  staged: ['records'],
  validated: ['records'],
  errors_excluded: ['records'],
  proposed: ['parcels'],
  promoted: ['parcels', 'boundaries'],
  reversed: ['parcels'],
};

const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Whether the reason of an event may speak of a person: that of an edit of a field that does. */
const isAboutPerson = ({ body }: HistoryRow): boolean =>
  body.decision === 'edit' && isPersonal({ field: String(body.field) });

/** The record whose person the reason of an event may be about, where there is something to show. */
export const personalRecord = (row: HistoryRow): number[] =>
  row.reason !== null && row.firstRecord !== null && isAboutPerson(row) ? [row.firstRecord] : [];

function receptionOf({ by, body }: HistoryRow): Reception {
  if (typeof body.supersedes === 'string') return 'override';
  return by.id === IMPORT_CLI ? 'import-cli' : 'desk';
}

/** An event as this caller may see it. */
export function showEvent(row: HistoryRow, persons: boolean): BatchEvent {
  const { seq, at, action, by, dealingId, body, records, firstRecord, reason, sourceName } = row;
  const act = batchAct(action, body);
  const counted = (COUNTED[act] ?? []).map((name) => number(body[name])).find((count) => count !== null);
  return {
    id: seq,
    at: at.toISOString(),
    by,
    act,
    count: records ?? counted ?? null,
    recordNo: records === 1 ? firstRecord : null,
    rule: word(body.rule),
    field: word(body.field),
    code: word(body.code),
    reason: persons || !isAboutPerson(row) ? reason : null,
    dealingId: dealingId ?? word(body.dealingId),
    batchId: word(body.next) ?? word(body.supersedes) ?? (act === 'decisions_carried' ? word(body.from) : null),
    sourceName,
    how: act === 'received' ? receptionOf(row) : null,
    attempt: act === 'attempt_failed' ? number(body.attempt) : null,
    error: word(body.error),
  };
}
