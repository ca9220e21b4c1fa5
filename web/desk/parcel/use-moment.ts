import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PastMoment } from '../../api/parcels.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayIn = (text: string | null) => (text !== null && DAY.test(text) ? text : null);

/** The moment that the address asks for, null for now; and how to ask for another. */
export function useMoment(): readonly [PastMoment | null, (moment: PastMoment) => void] {
  const [asked, setAsked] = useSearchParams();
  const at = dayIn(asked.get('at'));
  const knownAt = dayIn(asked.get('knownAt'));
  const moment = useMemo(() => (at === null && knownAt === null ? null : { at, knownAt }), [at, knownAt]);
  const choose = useCallback(
    (wanted: PastMoment) =>
      setAsked(
        (now) => {
          const next = new URLSearchParams(now);
          for (const name of ['at', 'knownAt'] as const) {
            if (wanted[name] === null) next.delete(name);
            else next.set(name, wanted[name]);
          }
          return next;
        },
        { replace: true },
      ),
    [setAsked],
  );
  return [moment, choose];
}
