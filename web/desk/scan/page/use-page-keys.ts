import { useEffect, useRef } from 'react';

interface Keys {
  turn(): void;
  whole(): void;
  leaf(by: 1 | -1): void;
  /** To the first page or to the last; where fields are typed into, those keys are theirs. */
  leap?(to: 'first' | 'last'): void;
}

/** Keys of the page beside whatever is in hand: F2 turns it, F4 shows it whole, Page Up and Down leaf, Home and End leap where they may. */
export function usePageKeys(keys: Keys, within: 'screen' | 'dialog'): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const ways = new Map<string, () => void>([
      ['F2', () => now.current.turn()],
      ['F4', () => now.current.whole()],
      ['PageUp', () => now.current.leaf(-1)],
      ['PageDown', () => now.current.leaf(1)],
    ]);
    if (now.current.leap) {
      ways.set('Home', () => now.current.leap?.('first'));
      ways.set('End', () => now.current.leap?.('last'));
    }
    const onKey = (event: KeyboardEvent) => {
      const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : ways.get(event.key);
      // A dialog over the screen has keys of its own.
      const inDialog = document.querySelector('[role="dialog"]') !== null;
      if (!act || inDialog !== (within === 'dialog')) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [within]);
}
