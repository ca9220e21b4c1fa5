import { useEffect, useRef, useState } from 'react';
import type { ServerList } from './server-list.ts';

/**
 * Brings the selected row into view, wherever in the list it is: when another is selected, and when the list is sorted or
 * filtered otherwise. Tells of one that the list does not have.
 */
export function useSelectedRow<Row>(
  list: ServerList<Row>,
  selected: string | null,
  scrollTo: (index: number) => void,
  onOutside: (id: string | null) => void,
): void {
  const latest = useRef({ list, scrollTo, onOutside });
  latest.current = { list, scrollTo, onOutside };
  const { mark, isPending, total } = list;
  const [goal, setGoal] = useState<{ readonly index: number } | null>(null);
  // The place may be known before the list is long enough to have it.
  useEffect(() => {
    if (goal === null || goal.index >= total) return;
    latest.current.scrollTo(goal.index);
    setGoal(null);
  }, [goal, total]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order or filter is another place
  useEffect(() => {
    latest.current.onOutside(null);
    if (selected === null || isPending) return;
    const here = latest.current.list.indexOf(selected);
    if (here !== undefined) {
      setGoal({ index: here });
      return;
    }
    let isWanted = true;
    latest.current.list
      .locate(selected)
      .then((index) => {
        if (!isWanted) return;
        if (index === null) latest.current.onOutside(selected);
        else setGoal({ index });
      })
      .catch(reportError);
    return () => {
      isWanted = false;
    };
  }, [selected, mark, isPending]);
}
