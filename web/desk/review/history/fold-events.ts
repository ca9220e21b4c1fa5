import type { BatchAct } from '../../../../server/domain/batch/batch-event.ts';
import type { BatchEvent } from '../../../api/batch/batches.ts';

/** One line of a history: an event, or several of the same act that follow each other. */
export interface EventLine extends BatchEvent {
  /** Moment of the last; that of the first is `at`. */
  readonly until: string;
  readonly times: number;
}

/** Acts that people take many times in a row. */
const FOLDED: ReadonlySet<BatchAct> = new Set<BatchAct>([
  'attempt_failed',
  'corrections_accepted',
  'corrections_rejected',
  'corrections_undone',
  'record_edited',
  'records_excluded',
  'records_included',
]);

/** What must be the same for two events to be told in one line. */
const sameness = ({ act, by, rule, code, field, reason, error }: BatchEvent): string =>
  JSON.stringify([act, by.id, rule, code, field, reason, error]);

function foldOne(run: readonly BatchEvent[]): EventLine {
  const [first, last] = [run[0]!, run.at(-1)!];
  const numbers = new Set(run.map(({ recordNo }) => recordNo));
  const counts = run.map(({ count }) => count);
  return {
    ...first,
    until: last.at,
    times: run.length,
    recordNo: numbers.size === 1 ? first.recordNo : null,
    // A record that was changed twice is one record.
    count: numbers.has(null)
      ? counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count))
      : numbers.size,
  };
}

/** A history as lines: the same act by the same person for the same reason, again and again, is one line. */
export function foldEvents(events: readonly BatchEvent[]): EventLine[] {
  const runs: BatchEvent[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run && FOLDED.has(event.act) && sameness(run[0]!) === sameness(event)) run.push(event);
    else runs.push([event]);
  }
  return runs.map(foldOne);
}
