import { useEffect, useRef } from 'react';
import { isTyping } from '../shell/keys/is-typing.ts';
import { useLetterKeys } from '../shell/keys/letter-keys.ts';

interface Keys {
  readonly recordNo: number | null;
  /** The next record with an open finding one way, beginning again at the other end; null where there is none. */
  findOpen(from: number | null, way: 1 | -1): Promise<number | null>;
  choose(recordNo: number | null): void;
  edit(): void;
  exclude(): void;
}

/** Presses the first button of the open record that does this. */
const press = (action: string) => document.querySelector<HTMLElement>(`.pane-sheet [data-do="${action}"]`)?.click();

/** The letters of the review: next and previous record with an open finding, accept, reject, edit, exclude. */
export function useReviewKeys({ recordNo, findOpen, choose, edit, exclude }: Keys): void {
  const [letters] = useLetterKeys();
  /** Where the last press leads: keys come faster than answers, and each goes on from there. */
  const trail = useRef<Promise<number | null>>(Promise.resolve(recordNo));
  useEffect(() => {
    trail.current = Promise.resolve(recordNo);
  }, [recordNo]);
  useEffect(() => {
    const withFinding = (way: 1 | -1) => {
      const found = trail.current.then((from) => findOpen(from, way));
      trail.current = found.catch(() => recordNo);
      found.then((next) => next !== null && choose(next)).catch(reportError);
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
