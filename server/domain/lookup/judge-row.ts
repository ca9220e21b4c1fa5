/** What becomes of a row once the register was asked. A row is matched only where nothing else can have been meant. */
import { MOST_CANDIDATES } from './lookup-bounds.ts';
import type { LookupOutcome, LookupReason } from './lookup-outcome.ts';

/** What one key of a row found. */
export interface KeyAnswer {
  /** Parcels that fit it, without repetition. */
  readonly parcelIds: readonly string[];
  /** Whether there are more than were looked at. */
  readonly more: boolean;
  /** Why a single parcel that fits may still not be the one that was meant. */
  readonly doubt: Extract<
    LookupReason,
    'commune_missing' | 'commune_several' | 'commune_unsure' | 'system_several' | 'partly_read'
  > | null;
  /** Why nothing fits, where that is known. */
  readonly missing: Extract<LookupReason, 'commune_unknown' | 'not_published'> | null;
}

export interface JudgedRow {
  readonly outcome: LookupOutcome;
  readonly reason: LookupReason | null;
  readonly parcelIds: readonly string[];
  readonly more: boolean;
}

const without = (outcome: LookupOutcome, reason: LookupReason): JudgedRow => ({
  outcome,
  reason,
  parcelIds: [],
  more: false,
});

/** A row that is no question. Coordinates outside the country are understood, and match nothing. */
export const unreadRow = (reason: LookupReason): JudgedRow =>
  without(reason === 'outside' ? 'not_matched' : 'not_understood', reason);

/** The parcels that every key fits. What one key leaves in doubt, another may settle. */
export function judgeRow(answers: readonly KeyAnswer[]): JudgedRow {
  const empty = answers.find(({ parcelIds }) => parcelIds.length === 0);
  if (empty) return without('not_matched', empty.missing ?? 'nothing_fits');
  const [first, ...others] = answers;
  if (!first) return without('not_understood', 'empty');
  const fit = first.parcelIds.filter((id) => others.every(({ parcelIds }) => parcelIds.includes(id)));
  const more = answers.every((answer) => answer.more);
  // With more than were looked at, the one that all fit may be among the others.
  const cut = answers.some((answer) => answer.more);
  if (fit.length === 0 && !cut) return without('not_matched', 'contradiction');
  const candidates = fit.length === 0 ? first.parcelIds : fit;
  const shown = {
    parcelIds: candidates.slice(0, MOST_CANDIDATES),
    more: more || candidates.length > MOST_CANDIDATES || fit.length === 0,
  };
  const sure = answers.some(
    ({ doubt, parcelIds, more: cutOff }) => doubt === null && parcelIds.length === 1 && !cutOff,
  );
  const doubt = answers.find((answer) => answer.doubt !== null)?.doubt ?? null;
  if (fit.length === 1 && !shown.more && (sure || doubt === null))
    return { outcome: 'matched', reason: null, parcelIds: shown.parcelIds, more: false };
  return { outcome: 'ambiguous', reason: fit.length === 1 ? (doubt ?? 'several') : 'several', ...shown };
}
