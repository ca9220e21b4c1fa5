import { useEffect } from 'react';
import type { BatchRecord } from '../../api/batches.ts';
import { isTyping } from '../shell/is-typing.ts';
import { useLetterKeys } from '../shell/letter-keys.ts';
import { openFindings } from './record-columns.tsx';

interface Keys {
  readonly records: readonly BatchRecord[];
  readonly recordNo: number | null;
  choose(recordNo: number | null): void;
  edit(): void;
  exclude(): void;
}

/** Presses the first button of the open record that does this. */
const press = (deed: string) => document.querySelector<HTMLElement>(`.pane-sheet [data-do="${deed}"]`)?.click();

/** The letters of the review: next and previous record with an open finding, accept, reject, edit, exclude. */
export function useReviewKeys({ records, recordNo, choose, edit, exclude }: Keys): void {
  const [letters] = useLetterKeys();
  useEffect(() => {
    const withFinding = (way: 1 | -1) => {
      const open = records.filter((record) => record.exclusionReason === null && openFindings(record).length > 0);
      const ordered = way === 1 ? open : open.toReversed();
      const from = recordNo ?? (way === 1 ? 0 : Number.POSITIVE_INFINITY);
      const next = ordered.find((record) => (record.recordNo - from) * way > 0) ?? ordered[0];
      if (next) choose(next.recordNo);
    };
    const ways: Record<string, () => void> = {
      n: () => withFinding(1),
      p: () => withFinding(-1),
      a: () => press('accept'),
      r: () => press('reject'),
      e: edit,
      x: exclude,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === 'Escape' && recordNo !== null) return choose(null);
      const act = letters ? ways[event.key.toLowerCase()] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
