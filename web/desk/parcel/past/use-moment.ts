import { useCallback, useMemo } from 'react';
import type { PastMoment } from '../../../api/parcels.ts';
import { useAsked } from '../../shell/use-asked.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayIn = (text: string | null) => (text !== null && DAY.test(text) ? text : null);

/** The moment that the address asks for, null for now; and how to ask for another. */
export function useMoment(): readonly [PastMoment | null, (moment: PastMoment) => void] {
  const [asked, ask] = useAsked();
  const at = dayIn(asked.get('at'));
  const knownAt = dayIn(asked.get('knownAt'));
  const moment = useMemo(() => (at === null && knownAt === null ? null : { at, knownAt }), [at, knownAt]);
  const choose = useCallback((wanted: PastMoment) => ask({ at: wanted.at, knownAt: wanted.knownAt }), [ask]);
  return [moment, choose];
}
