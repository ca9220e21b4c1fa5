import { useCallback, useMemo } from 'react';
import { useAsked } from '../shell/use-asked.ts';

export const VIEWS = ['review', 'file', 'proposal', 'history'] as const;
const CORRECTED = ['any', 'hand'] as const;
export type ReviewView = (typeof VIEWS)[number];

/** What is looked at, as the address says it: a reload or a link shows the same. */
export interface ReviewAddress {
  readonly view: ReviewView;
  readonly code: string | null;
  readonly record: number | null;
  readonly status: string | null;
  /** Only records with a correction in effect: any, or one by hand. */
  readonly corrected: string | null;
}

/** Nothing that narrows the records. */
export const ALL_RECORDS = { code: null, status: null, corrected: null } as const;

/** Reads and changes the address of the review. Another view is a step in the history; what was chosen in one is none. */
export function useReviewAddress(defaultView: ReviewView) {
  const [asked, ask] = useAsked();
  const address = useMemo<ReviewAddress>(() => {
    const view = VIEWS.find((name) => name === asked.get('view')) ?? defaultView;
    const record = Number(asked.get('record'));
    return {
      view,
      code: asked.get('code'),
      record: Number.isInteger(record) && record > 0 ? record : null,
      status: asked.get('status'),
      corrected: CORRECTED.find((name) => name === asked.get('corrected')) ?? null,
    };
  }, [asked, defaultView]);
  const go = useCallback(
    (change: Partial<ReviewAddress>) => {
      const said = Object.entries(change).map(
        ([name, value]) => [name, value === null ? null : String(value)] as const,
      );
      ask(Object.fromEntries(said), { replace: change.view === undefined || change.view === address.view });
    },
    [ask, address.view],
  );
  return { address, go };
}
