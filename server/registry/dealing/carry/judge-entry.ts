import { findDealingRow } from '../../../db/dealing/dealing-list.ts';
import { type LaterChange, listKeptSince, listLaterChanges } from '../../../db/dealing/file/later-changes.ts';
import { listRaisedLand } from '../../../db/dealing/reversal.ts';
import { findSetting } from '../../../db/dealing/settings.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { isCertificateKind } from '../../../domain/dealing/certificate-kinds.ts';
import { type ParcelDealingKind, parcelKindRule } from '../../../domain/dealing/dealing-kind.ts';
import type { LateEntry } from '../../../domain/dealing/payload/late-entry.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { addDays, dayOf } from '../../../domain/legal-day.ts';

const paperDays = (payload: object): string[] => {
  const { document, survey, agreement, proof } = payload as Record<
    string,
    { date?: string; document?: object } | undefined
  >;
  const papers = [document, survey, proof, agreement?.document as { date?: string } | undefined];
  return papers.flatMap((paper) => paper?.date ?? []);
};

/** What the import brought has nothing before it; what people registered can be taken back. */
const behind = (on: string, { no, dealingId, kind, at }: LaterChange): Verdict =>
  kind === 'import_promotion'
    ? verdict('entry.before_land', { no, on, since: dayOf(at) })
    : verdict('entry.before_later', { no, on, later: dayOf(at), dealingId });

export interface Entry {
  readonly kind: ParcelDealingKind;
  readonly parcelIds: readonly string[];
  readonly payload: object;
  readonly entered: LateEntry | null;
}

/**
 * What is entered late holds from the day of the paper books: that day has come, the land was not yet kept in this register, no
 * paper of it is younger, and nothing was registered on the same land since, which would have rested on another state.
 */
export async function judgeEntry(trx: Trx, { kind, parcelIds, payload, entered }: Entry): Promise<Verdict[]> {
  if (!entered) return [];
  const { on, book } = entered;
  if (on > dayOf(new Date())) return [verdict('entry.in_future', { on })];
  // Blanks and serials are of the day on which they are printed.
  if (isCertificateKind(kind)) return [verdict('entry.of_certificate', { on })];
  if (kind === 'reversal') return judgeUndone(trx, parcelIds, payload as { dealingId: string }, entered);
  const around = parcelKindRule(kind).stoppedBy === 'split';
  const partyId = kind === 'holder_correction' ? (payload as { partyId: string }).partyId : null;
  const later = await listLaterChanges(trx, parcelIds, { day: on, around, partyId });
  const kept = await listKeptSince(trx, parcelIds);
  const onPaper = (await findSetting(trx, 'paper_books_days')) ?? 0;
  return [
    verdict('entry.late', { on, book }),
    ...kept.flatMap(({ no, day }) =>
      on > addDays(day, onPaper) ? [verdict('entry.kept_here', { no, on, since: day })] : [],
    ),
    ...later.map((change) => behind(on, change)),
    ...paperDays(payload).flatMap((paper) => (paper > on ? [verdict('entry.before_paper', { paper, on })] : [])),
  ];
}

/** What was entered late is taken back from its own day, as if the book had never held it; what rests on it stops that. */
async function judgeUndone(
  trx: Trx,
  parcelIds: readonly string[],
  { dealingId }: { readonly dealingId: string },
  { on, book }: LateEntry,
): Promise<Verdict[]> {
  const day = (await findDealingRow(trx, dealingId))?.entered?.on ?? null;
  if (day !== on) return [verdict('entry.of_other_day', { day })];
  // Neighbours that got its corners too.
  const land = [...new Set([...parcelIds, ...(await listRaisedLand(trx, dealingId))])];
  const later = await listLaterChanges(trx, land, { day: on, around: false, partyId: null });
  return [verdict('entry.late', { on, book }), ...later.map((change) => behind(on, change))];
}
