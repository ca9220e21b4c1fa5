import { useLayoutEffect, useState } from 'react';
import { isTyping } from './is-typing.ts';
import { useLetterKeys } from './letter-keys.ts';

export type Overlay = 'palette' | 'shortcuts';

/** What lies over the screens, and the keys that work on all of them. */
export function useOverlays() {
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [letters] = useLetterKeys();
  // With the first paint: who sees the screen is heard.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOverlay('palette');
        return;
      }
      if (event.key === 'F6') {
        event.preventDefault();
        nextPane(event.shiftKey ? -1 : 1);
        return;
      }
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') setOverlay('shortcuts');
      else if (letters && event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLElement>('.table-filter input')?.focus();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [letters]);
  return { overlay, open: setOverlay, close: () => setOverlay(null) };
}

/** What of a pane takes the keys: the chosen row, the map, the first thing in it. */
const FIRST = '[data-row][tabindex="0"], .map-target, button:not([disabled]), a[href], input, select, textarea';

function nextPane(way: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.pane')].filter((pane) => pane.offsetParent !== null);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + way + panes.length) % panes.length] ?? panes[0];
  (next?.querySelector<HTMLElement>(FIRST) ?? next)?.focus();
}
