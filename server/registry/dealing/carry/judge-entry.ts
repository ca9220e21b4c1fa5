import { listLaterChanges } from '../../../db/dealing/file/later-changes.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { type ParcelDealingKind, parcelKindRule } from '../../../domain/dealing/dealing-kind.ts';
import type { LateEntry } from '../../../domain/dealing/payload/late-entry.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { dayOf } from '../../../domain/legal-day.ts';

const paperDays = (payload: object): string[] => {
  const { document, survey } = payload as { document?: { date?: string }; survey?: { date?: string } };
  return [document?.date, survey?.date].flatMap((date) => date ?? []);
};

/**
 * What is entered late holds from the day of the paper books: that day has come, no paper of it is younger, and nothing was
 * registered on the same land since, which would have rested on another state.
 */
export async function judgeEntry(
  trx: Trx,
  kind: ParcelDealingKind,
  parcelIds: readonly string[],
  payload: object,
  entered: LateEntry | null,
): Promise<Verdict[]> {
  if (!entered) return [];
  const { on, book } = entered;
  if (on > dayOf(new Date())) return [verdict('entry.in_future', { on })];
  const changesLand = kind === 'reversal' || parcelKindRule(kind).stoppedBy === 'split';
  const later = await listLaterChanges(trx, parcelIds, on, changesLand);
  return [
    verdict('entry.late', { on, book }),
    ...later.map(({ no, dealingId, at }) => verdict('entry.before_later', { no, on, later: dayOf(at), dealingId })),
    ...paperDays(payload).flatMap((paper) => (paper > on ? [verdict('entry.before_paper', { paper, on })] : [])),
  ];
}
